import { existsSync, globSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'

/** The rules of the house that a reading of single files can hold: names, sizes, purity, and nothing untyped. */

const longest = 500
const emptyNames = /^(index|utils?|helpers?|common|types?|misc|shared|stuff)\.(test\.)?(tsx?|mjs)$/
/** What the domain must be given instead of reaching for it. */
const outside = new Set([
  'process',
  'fetch',
  'crypto',
  'performance',
  'setTimeout',
  'setInterval',
  'window',
  'document',
  'globalThis',
])

function faultsOf(file: string, text: string): string[] {
  const faults: string[] = []
  if (text.split('\n').length - 1 > longest) faults.push(`${file} has more than ${longest} lines`)
  if (emptyNames.test(basename(file))) faults.push(`${file} is not named by what it holds`)
  if (!/^[a-z0-9.[\]()-]+$/.test(basename(file))) faults.push(`${file} is not in kebab-case`)
  if (/@ts-(ignore|nocheck|expect-error)/.test(commentsOf(text))) faults.push(`${file} silences the compiler`)
  if (/import \{[^}]*\bit\b[^}]*\} from 'vitest'/.test(text)) faults.push(`${file} calls its tests it, not test`)
  const isDomain = file.startsWith('lib/domain/') && !file.endsWith('.test.ts')
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true), (node) => {
    if (node.kind === ts.SyntaxKind.AnyKeyword) faults.push(`${file} says any`)
    if (isDomain && reachesOut(node)) faults.push(`${file} reaches for ${node.getText()}`)
  })
  return faults
}

function visit(node: ts.Node, look: (node: ts.Node) => void): void {
  look(node)
  node.forEachChild((child) => visit(child, look))
}

function reachesOut(node: ts.Node): boolean {
  if (ts.isNewExpression(node)) return node.expression.getText() === 'Date' && (node.arguments?.length ?? 0) === 0
  if (ts.isPropertyAccessExpression(node)) return ['Date.now', 'Math.random'].includes(node.getText())
  return ts.isIdentifier(node) && outside.has(node.text) && isFree(node)
}

/** Used as a value of its own: neither a name after a dot, nor a key, nor something declared here. */
function isFree({ parent, text }: ts.Identifier): boolean {
  const isNamePart =
    (ts.isPropertyAccessExpression(parent) && parent.name.text === text && parent.expression.getText() !== text) ||
    ts.isPropertyAssignment(parent) ||
    ts.isPropertySignature(parent) ||
    ts.isParameter(parent) ||
    ts.isVariableDeclaration(parent)
  return !isNamePart
}

function commentsOf(text: string): string {
  return (text.match(/\/\/.*|\/\*[\s\S]*?\*\//g) ?? []).join('\n')
}

const sources = globSync('{app,bin,components,e2e,lib,prisma}/**/*.{ts,tsx,mjs}', { exclude: ['prisma/generated/**'] })

test('every file keeps the rules of the house', () => {
  expect(sources.flatMap((file) => faultsOf(file, readFileSync(file, 'utf8')))).toEqual([])
})

test('every rule of the domain lies beside its test', () => {
  const rules = globSync('lib/domain/**/*.ts', { exclude: ['**/testing/**'] }).filter(
    (file) => !file.endsWith('.test.ts') && doesSomething(file),
  )
  expect(rules.length).toBeGreaterThan(5)
  expect(rules.filter((file) => !existsSync(file.replace(/\.ts$/, '.test.ts')))).toEqual([])
})

/** A file of types, and of lists that types are made of, is checked by the compiler. */
function doesSomething(file: string): boolean {
  const { statements } = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true)
  return statements.some(
    (statement) =>
      ts.isFunctionDeclaration(statement) ||
      (ts.isVariableStatement(statement) && !/= \[[^[\]]*\] as const;?$/.test(statement.getText())),
  )
}

describe('the rules notice', () => {
  test.each([
    ['lib/domain/index.ts', ''],
    ['lib/data/utils.ts', ''],
    ['lib/data/ClaimStore.ts', ''],
    ['lib/data/long.ts', 'x\n'.repeat(501)],
    ['lib/data/claim.ts', 'const x: any = 1'],
    ['lib/data/claim.ts', 'const x = y as unknown as any[]'],
    ['lib/data/claim.ts', ['// @ts', 'ignore'].join('-')],
    ['lib/domain/clock.ts', 'const now = () => Date.now()'],
    ['lib/domain/clock.ts', 'const now = () => new Date()'],
    ['lib/domain/dice.ts', 'const roll = () => Math.random()'],
    ['lib/domain/env.ts', 'const home = process.env.HOME'],
    ['lib/domain/net.ts', `const get = () => fetch('x')`],
  ])('%s: %j', (file, text) => {
    expect(faultsOf(file, text)).toHaveLength(1)
  })

  test.each([
    ['lib/domain/date.ts', 'const parse = (text: string) => new Date(text)'],
    ['lib/domain/review.ts', 'const state = { process: 1 }; const step = state.process'],
    ['lib/platform/clock.ts', 'export const now = () => new Date()'],
    ['lib/domain/text.ts', `const words = 'as any person would'`],
  ])('and let pass %s: %j', (file, text) => {
    expect(faultsOf(file, text)).toEqual([])
  })
})
