import { existsSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

// Lets Node read our TypeScript by itself in a bounded process: it strips types, and is told here what "@/" and a name
// without an ending stand for. A loader that compiles would start a process of its own beside the bounds.
const folder = join(import.meta.dirname, '..', '..')

registerHooks({
  resolve(specifier, context, next) {
    const named = specifier.startsWith('@/') ? pathToFileURL(join(folder, specifier.slice(2))).href : specifier
    if (!/^(?:\.|file:)/.test(named) || context.parentURL?.includes('/node_modules/')) return next(named, context)
    const url = new URL(named, context.parentURL)
    const isWhole = /\.(?:ts|m?js|cjs|json|wasm)$/.test(url.pathname)
    return next(isWhole || !existsSync(`${fileURLToPath(url)}.ts`) ? named : `${url.href}.ts`, context)
  },
})
