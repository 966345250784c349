import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

/**
 * Versions with known holes are refused, in every copy that is installed, nested ones included. Each line says from
 * which version on the hole is closed, and what it was. A package that is not installed passes.
 */
const minimum: Record<string, [version: string, hole: string]> = {
  next: ['16.4.1', 'image optimiser; WebSocket-upgrade SSRF; middleware bypasses; server-action faults'],
  'next-auth': ['4.24.15', 'e-mail addresses that are read as another'],
  '@tiptap/core': ['3.31.2', 'script in pasted HTML'],
  'prosemirror-view': ['1.42.3', 'script in pasted HTML'],
  '@hocuspocus/server': ['4.5.0', 'documents open before authentication ends'],
  mammoth: ['1.12.2', 'files read through external images'],
}

/** The whole of tiptap is released together; one old extension brings the old core's paste handling with it. */
const family = (name: string) => (name.startsWith('@tiptap/') && name !== '@tiptap/y-tiptap' ? '@tiptap/core' : name)

type Lockfile = { packages: Record<string, { version?: string; name?: string }> }

function holesIn(lockfile: Lockfile): string[] {
  return Object.entries(lockfile.packages).flatMap(([path, { version, name }]) => {
    const installed = name ?? path.split('node_modules/').at(-1) ?? ''
    const [least, hole] = minimum[family(installed)] ?? []
    if (path === '' || least === undefined || isAtLeast(version ?? '0', least)) return []
    return [`${path} is ${version}; before ${least}: ${hole}`]
  })
}

/** A pre-release comes before its release, so it does not count as one. */
function isAtLeast(version: string, least: string): boolean {
  const [numbers = '', preRelease] = version.split('-')
  const wanted = least.split('.').map(Number)
  for (const [index, part] of numbers.split('.').map(Number).entries()) {
    const difference = part - (wanted[index] ?? 0)
    if (difference !== 0) return difference > 0
  }
  return preRelease === undefined
}

test('no installed package has a known hole', () => {
  const lockfile = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lockfile
  expect(Object.keys(lockfile.packages)).toContain('node_modules/next')
  expect(holesIn(lockfile)).toEqual([])
})

describe('the table notices', () => {
  const installed = (path: string, version: string): Lockfile => ({ packages: { '': {}, [path]: { version } } })
  test.each([
    ['an old version', 'node_modules/next', '16.4.0', 1],
    ['a pre-release of the mended one', 'node_modules/next', '16.4.1-canary.3', 1],
    ['an old copy inside another package', 'node_modules/x/node_modules/prosemirror-view', '1.42.2', 1],
    ['an old extension', 'node_modules/@tiptap/extension-bubble-menu', '3.9.9', 1],
    ['the mended one', 'node_modules/next', '16.4.1', 0],
    ['a newer one', 'node_modules/mammoth', '1.13.0', 0],
    ['a newer major', 'node_modules/next-auth', '5.0.0', 0],
    ['a package of another name', 'node_modules/next-themes', '0.4.6', 0],
  ])('%s', (_, path, version, count) => {
    expect(holesIn(installed(path, version))).toHaveLength(count)
  })

  test('an alias by the name of what it really is', () => {
    expect(holesIn({ packages: { 'node_modules/web': { name: 'next', version: '15.0.0' } } })).toHaveLength(1)
  })
})
