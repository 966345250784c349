import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder that holds package.json: commands work from wherever they are typed. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)))
