import { globSync, readFileSync } from 'node:fs'
import ts from 'typescript'
import { expect, test } from 'vitest'

/**
 * What people read is in plain words. Looked at are the texts in the code itself: what a page shows, what an error says,
 * what the command line prints. Words of articles and of other languages are data.
 */
const REFUSED: [RegExp, string][] = [
  [/\b(some|any|no)body\b/i, 'someone, anyone, no one'],
  [/\bwhoever\b/i, 'the person who, anyone who'],
  [/\banew\b/i, 'again'],
  [/\b(stands|stood) (now|then|here|there|beside|on its own)\b|\bas it stood\b/i, 'is current, is, was'],
  [/\b(is|are|was|were) told\b/i, 'is notified, is shown, sees'],
  [/\b(is|are) no (?!longer|such|one|more\b)[a-z]/i, 'is not a'],
  [/\b(he|she|it|they|this|that) (is|are) no (?!longer|such|one|more\b)[a-z]/i, 'is not a'],
  [/\bsaid of\b/i, 'about'],
  [/\blooked for\b/i, 'searched for'],
  [/\bdoes not answer just now\b/i, 'Can’t reach Attest'],
  [/\bnewer state\b/i, 'update from upstream'],
  [/\bthe one before\b/i, 'the previous one'],
  [/\bmay be empty\b/i, 'Optional'],
]

/** "There is no …" is how English says it. */
const plain = (text: string) => text.replace(/\bthere (is|are|was|were) no\b/gi, '')

/** Texts that are words of articles, of pages, or of other languages. */
const DATA =
  /^(lib\/domain\/(text|segment|quote|reconcile|source)\/|lib\/exchange\/(sentences|page)\/|bin\/bench|lib\/platform\/auth\/password\.ts)/

function textsIn(file: string): { text: string; line: number }[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true)
  const found: { text: string; line: number }[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node))
      found.push({ text: node.text, line: lineOf(node) })
    else if (ts.isJsxText(node)) found.push({ text: node.text, line: lineOf(node) })
    node.forEachChild(visit)
  }
  const lineOf = (node: ts.Node) => source.getLineAndCharacterOfPosition(node.getStart()).line + 1
  visit(source)
  return found.map(({ text, line }) => ({ text: text.replace(/\s+/g, ' '), line }))
}

const isSql = (text: string) => /\b(SELECT|FROM|WHERE|JOIN|UPDATE|INSERT)\b/.test(text)

function faultsOf(text: string): string[] {
  return isSql(text) ? [] : REFUSED.flatMap(([words, instead]) => (words.test(plain(text)) ? [instead] : []))
}

const files = globSync('{app,bin,components,lib}/**/*.{ts,tsx}').filter(
  (file) => !/\.test\.tsx?$|\/testing\//.test(file) && !DATA.test(file),
)

test('what people read is in plain words', () => {
  const faults = files.flatMap((file) =>
    textsIn(file).flatMap(({ text, line }) =>
      faultsOf(text).map((instead) => `${file}:${line}: “${text.trim()}” (${instead})`),
    ),
  )
  expect(faults).toEqual([])
})

test.each([
  ['Nobody has assessed it yet.', 1],
  ['This is no e-mail address.', 1],
  ['Its author is told why.', 1],
  ['Open it as it stood then', 1],
  ['There is no article with this name.', 0],
  ['You are no longer on this desk.', 0],
  ['No one has assessed it yet.', 0],
])('%s', (text, faults) => expect(faultsOf(text).length > 0 ? 1 : 0).toBe(faults))
