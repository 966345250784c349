import { fileURLToPath } from 'node:url'
import { serve } from '../serve.ts'

/** `npm start` without a build and without Next.js; all the rest of it is the real thing. */
await serve('start', {
  build: () => Promise.resolve(),
  program: fileURLToPath(new URL('./stub-web.mjs', import.meta.url)),
})
