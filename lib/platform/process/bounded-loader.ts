import { registerHooks } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

// Lets Node read our TypeScript by itself in a bounded process: it strips types, and is told here what "@/" stands for. A
// loader that compiles would start a process of its own beside the bounds.
const folder = join(import.meta.dirname, '..', '..', '..')

registerHooks({
  resolve: (specifier, context, next) =>
    next(specifier.startsWith('@/') ? pathToFileURL(join(folder, specifier.slice(2))).href : specifier, context),
})
