import { globSync, readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { dirname, join } from 'node:path'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'

/**
 * Who may import whom. The rooms of the house are folders; a breach is named by file and import. Type imports and
 * dynamic imports count: a type that travels is a dependency like any other.
 */
interface Law {
  /** Which of our folders, as prefixes of paths. The folder itself is always allowed. */
  ours: string[]
  /** Which packages; `node` stands for Node's own modules. */
  packages: RegExp
}

const lib = (...names: string[]) => names.map((name) => `lib/${name}/`)
const anyPackage = /./
const noFramework = /^(?!next($|[-/])|react($|[-/])|@prisma\/|prisma$|@tiptap\/)/
const noDatabase = /^(?!@prisma\/|prisma$|pg$|postgres$)/

/** The rooms of a folder: whom of the others each may enter, and what all may besides. */
function rooms(
  folder: string,
  packages: RegExp,
  mayEnter: Record<string, string[]>,
  ours: string[] = [],
): [RegExp, Law][] {
  return Object.entries(mayEnter).map(([room, others]) => [
    new RegExp(`^${folder}${room}/`),
    { ours: [...others.map((name) => `${folder}${name}/`), ...ours], packages },
  ])
}

/** Longest prefix first: the first that fits a file is its law. */
const laws: [RegExp, Law][] = [
  // Read from the ground up.
  ...rooms('lib/domain/', /^(diff|approx-string-match)$/, {
    text: [],
    article: ['text'],
    segment: ['text'],
    quote: ['text'],
    desk: ['text'],
    check: ['desk', 'text'],
    source: ['desk', 'text'],
    reconcile: ['article', 'quote', 'text'],
    claim: ['article', 'check', 'desk', 'source', 'text'],
    revision: ['article', 'claim', 'desk', 'reconcile', 'text'],
    report: ['article', 'check', 'claim', 'desk', 'quote', 'revision', 'source', 'text'],
    testing: ['article', 'claim', 'quote', 'reconcile', 'revision', 'segment', 'text'],
  }),
  // Shapes alone: what pages get.
  [/^lib\/view\//, { ours: lib('domain'), packages: /^$/ }],
  [/^lib\/schema\//, { ours: lib('domain'), packages: /^zod(\/|$)/ }],
  [/^lib\/editor\//, { ours: lib('domain'), packages: /^(@tiptap\/|prosemirror-|yjs$|y-prosemirror$|lib0\/)/ }],
  [/^lib\/platform\//, { ours: [], packages: anyPackage }],
  [/^lib\/exchange\//, { ours: lib('domain', 'schema', 'editor', 'platform'), packages: noFramework }],
  [/^lib\/data\/testing\//, { ours: ['lib/', 'prisma/'], packages: noFramework }],
  [
    /^lib\/data\//,
    {
      ours: [...lib('domain', 'schema', 'view', 'platform'), 'prisma/generated/'],
      packages: /^(?!next($|[-/])|react($|[-/]))/,
    },
  ],
  [
    /^lib\/(loaders|actions)\//,
    { ours: lib('data', 'domain', 'schema', 'view', 'exchange', 'platform', 'jobs'), packages: noDatabase },
  ],
  [
    /^lib\/(jobs|collab)\//,
    { ours: lib('data', 'domain', 'schema', 'view', 'editor', 'exchange', 'platform'), packages: noFramework },
  ],
  ...rooms('components/', noDatabase, { ui: [] }),
  // What is shared by screens, then a claim's panel and the shelf, then the screens, which never meet.
  ...rooms(
    'components/',
    noDatabase,
    {
      claim: ['ui'],
      wording: ['ui'],
      shell: ['ui'],
      live: ['ui'],
      article: ['claim', 'live', 'ui'],
      recording: ['article', 'claim', 'shell', 'ui', 'wording'],
      sources: ['shell', 'ui'],
      dossier: ['article', 'claim', 'live', 'sources', 'ui', 'wording'],
      galley: ['article', 'claim', 'dossier', 'live', 'shell', 'ui', 'wording'],
      history: ['article', 'claim', 'dossier', 'live', 'recording', 'shell', 'ui', 'wording'],
      editing: ['article', 'live', 'recording', 'shell', 'ui', 'wording'],
      review: ['claim', 'live', 'shell', 'ui', 'wording'],
      desk: ['article', 'claim', 'live', 'shell', 'ui'],
      report: ['shell', 'ui'],
      settings: ['shell', 'ui'],
      'sign-in': ['ui'],
    },
    lib('domain', 'schema', 'view', 'editor', 'actions'),
  ),
  [
    /^app\/.*route\.tsx?$/,
    { ours: ['app/', 'components/', ...lib('loaders', 'actions', 'exchange', 'platform')], packages: noDatabase },
  ],
  [/^app\//, { ours: ['app/', 'components/', ...lib('loaders')], packages: noDatabase }],
  [/^prisma\/seed\//, { ours: ['lib/', 'prisma/'], packages: noFramework }],
  [/^bin\//, { ours: ['lib/', 'prisma/', 'e2e/fixtures/'], packages: anyPackage }],
  // Arranging what a spec needs goes past the pages; the specs themselves look at pages alone.
  [/^e2e\/fixtures\//, { ours: ['e2e/', ...lib('data', 'domain', 'editor', 'platform')], packages: noFramework }],
  [/^e2e\//, { ours: ['e2e/', 'prisma/seed/', ...lib('domain', 'platform')], packages: noFramework }],
]

/** What a test may reach besides: its tools, its database, the demo's texts, and for a whole use case all of lib. */
const testFile = /\.test\.tsx?$/
const forTests = ['lib/data/testing/', 'lib/domain/testing/', 'prisma/seed/']
const wholeUseCases = /^lib\/(loaders|actions|jobs|collab|data)\/|^lib\/[^/]+$/

function breaches(file: string, text: string): string[] {
  const found = laws.find(([place]) => place.test(file))
  const isTest = testFile.test(file)
  if (found === undefined && /^(lib\/domain|components)\//.test(file)) return [`${file} lies in no room`]
  if (found === undefined && !isTest) return []
  const law = found?.[1] ?? { ours: ['lib/'], packages: anyPackage }
  const room = found?.[0].exec(file)?.[0] ?? 'lib/'
  const own = room.endsWith('/') ? room : `${dirname(file)}/`
  const ours = [own, ...law.ours, ...(isTest ? forTests : []), ...(isTest && wholeUseCases.test(file) ? ['lib/'] : [])]
  return importsOf(file, text)
    .filter(
      (target) =>
        !('path' in target
          ? ours.some((prefix) => target.path.startsWith(prefix))
          : isTest || mayUse(law, own, target.name)),
    )
    .map((target) => `${file} imports ${'path' in target ? target.path : target.name}`)
}

/** Node's own modules are for whoever may touch the machine, not for what is true or what a browser shows. */
function mayUse(law: Law, room: string, name: string): boolean {
  const isNode = name.startsWith('node:') || builtinModules.includes(name)
  if (isNode) return !/^(lib\/(domain|schema|editor)|components)\//.test(room)
  return law.packages.test(name)
}

function importsOf(file: string, text: string): ({ path: string } | { name: string })[] {
  return ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => {
    if (fileName.startsWith('@/')) return { path: fileName.slice(2) }
    if (fileName.startsWith('.')) return { path: join(dirname(file), fileName) }
    return { name: fileName }
  })
}

const sources = globSync('{app,bin,components,e2e,lib,prisma}/**/*.{ts,tsx,mjs}', { exclude: ['prisma/generated/**'] })

test('no one enters a room that is closed to them', () => {
  expect(sources.length).toBeGreaterThan(50)
  expect(sources.flatMap((file) => breaches(file, readFileSync(file, 'utf8')))).toEqual([])
})

/** What each file imports of ours, without tests: these may reach across. */
const graph = new Map(
  sources
    .filter((file) => /^(lib|components)\//.test(file) && !testFile.test(file) && !file.includes('/testing/'))
    .map((file) => [
      file,
      importsOf(file, readFileSync(file, 'utf8')).flatMap((target) => ('path' in target ? [target.path] : [])),
    ]),
)

test('no files import each other in a circle', () => expect(circles(graph)).toEqual([]))

test('no folders import each other in a circle', () => {
  const folders = new Map<string, string[]>()
  for (const [file, targets] of graph) {
    const folder = dirname(file)
    const others = targets.map((target) => dirname(target)).filter((other) => other !== folder)
    folders.set(folder, [...(folders.get(folder) ?? []), ...others])
  }
  expect(circles(folders)).toEqual([])
})

/** Nodes that lead back to themselves, a list for each knot (Tarjan, 1972). */
function circles(edges: ReadonlyMap<string, readonly string[]>): string[][] {
  const [index, low] = [new Map<string, number>(), new Map<string, number>()]
  const stack: string[] = []
  const knots: string[][] = []
  const visit = (node: string): void => {
    index.set(node, index.size)
    low.set(node, index.size - 1)
    stack.push(node)
    for (const next of edges.get(node) ?? []) {
      if (!edges.has(next)) continue
      if (!index.has(next)) visit(next)
      if (stack.includes(next)) low.set(node, Math.min(low.get(node) ?? 0, low.get(next) ?? 0))
    }
    if (low.get(node) !== index.get(node)) return
    const knot = stack.splice(stack.indexOf(node))
    if (knot.length > 1) knots.push(knot.sort())
  }
  for (const node of edges.keys()) if (!index.has(node)) visit(node)
  return knots
}

test('circles are noticed', () => {
  const edges = { a: ['b'], b: ['c', 'd'], c: ['a'], d: ['e'], e: [], f: ['f', 'a'] }
  expect(circles(new Map(Object.entries(edges)))).toEqual([['a', 'b', 'c']])
})

test('an import of ours names the whole file', () => {
  const astray = [...graph].flatMap(([file, targets]) =>
    targets.filter((target) => !/\.(tsx?|mjs|css|json)$/.test(target)).map((target) => `${file} imports ${target}`),
  )
  expect(astray).toEqual([])
})

describe('the law itself notices', () => {
  test.each([
    ['lib/domain/claim/claim.ts', `import { z } from 'zod'`],
    ['lib/domain/claim/claim.ts', `import type { Row } from '../../data/claim.ts'`],
    ['lib/domain/claim/claim.ts', `import { createHash } from 'node:crypto'`],
    ['lib/domain/claim/claim.ts', `const later = () => import('@/lib/platform/log.ts')`],
    ['lib/schema/claim.ts', `export { db } from '@/lib/data/db'`],
    ['lib/view/claim.ts', `import { z } from 'zod'`],
    ['lib/schema/claim.ts', `import type { Queue } from '@/lib/view/review.ts'`],
    ['lib/platform/log.ts', `import type { Claim } from '@/lib/domain/claim'`],
    ['lib/data/claim.ts', `import { cookies } from 'next/headers'`],
    ['lib/data/claim.ts', `import { cache } from 'react'`],
    ['lib/actions/claim.ts', `import { PrismaClient } from '@/prisma/generated/client'`],
    ['lib/actions/claim.ts', `import { Prisma } from '@prisma/client'`],
    ['components/galley/claim.tsx', `import { readClaim } from '@/lib/data/claim'`],
    ['components/galley/claim.tsx', `type Claim = import('@/prisma/generated/client').Claim`],
    ['components/galley/claim.tsx', `import { readFileSync } from 'fs'`],
    ['lib/domain/word.ts', ''],
    ['components/card.tsx', ''],
    ['lib/domain/text/word.ts', `import { claimKey } from '../claim/claim.ts'`],
    ['lib/domain/quote/anchor.ts', `import { reconcile } from '@/lib/domain/reconcile/reconcile.ts'`],
    ['components/review/card.tsx', `import { Sheet } from '@/components/galley/sheet.tsx'`],
    ['components/claim/tag.tsx', `import { Words } from '../wording/words.tsx'`],
    ['components/ui/button.tsx', `import { Claim } from '../galley/claim'`],
    ['app/(desk)/page.tsx', `import { recordWording } from '@/lib/actions/wording'`],
    ['app/(desk)/page.tsx', `import { db } from '../../lib/data/db'`],
    ['lib/exchange/html.ts', `import Link from 'next/link'`],
    ['bin/attest.ts', `import Page from '@/app/page'`],
    ['e2e/review.spec.ts', `import { accept } from '@/lib/actions/review'`],
  ])('%s: %s', (file, text) => {
    expect(breaches(file, text)).toHaveLength(1)
  })

  test.each([
    ['lib/domain/text/diff.ts', `import { diffArrays } from 'diff'\nimport type { Word } from './word.ts'`],
    ['lib/domain/claim/claim.test.ts', `import fc from 'fast-check'\nimport { readFileSync } from 'node:fs'`],
    [
      'lib/actions/wording.ts',
      `import { revalidatePath } from 'next/cache'\nimport { record } from '@/lib/data/wording'`,
    ],
    ['app/api/health/route.ts', `import { checkHealth } from '@/lib/loaders/health'`],
    ['components/review/diff.tsx', `'use client'\nimport { accept } from '@/lib/actions/review'`],
  ])('and lets pass %s: %s', (file, text) => {
    expect(breaches(file, text)).toEqual([])
  })
})
