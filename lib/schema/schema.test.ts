import { describe, expect, test } from 'vitest'
import { newCitation } from './annotation.ts'
import { parseCsl } from './csl.ts'
import { workingPreview, workingRecording } from './recording.ts'
import { sourceForm } from './source.ts'
import { optionalText, requiredText } from './text.ts'
import { typedWording } from './wording.ts'

const said = (result: {
  success: boolean
  error?: { issues: { path: PropertyKey[]; message: string }[] } | undefined
}) => Object.fromEntries(result.error?.issues.map((issue) => [String(issue.path.at(-1)), issue.message]) ?? [])

describe('text', () => {
  test('is kept as typed, but for its edges and what a database cannot hold', () => {
    expect(optionalText(99, 'It').parse('  <b>ŭ</b>\u202e ')).toBe('<b>ŭ</b>\u202e')
    expect(optionalText(99, 'It').parse('a\ud800b')).toBe('a\ufffdb')
  })
  test.each([
    ['', 'It cannot be empty.'],
    [' \n ', 'It cannot be empty.'],
    ['a\u0000b', 'It holds a zero byte, which cannot be kept. Take it out.'],
    ['x'.repeat(1_001), 'It has 1001 characters; the limit is 1,000.'],
    [7, 'It is missing.'],
  ])('%#', (value, message) => {
    expect(said(requiredText(1_000, 'It').safeParse(value))).toEqual({ undefined: message })
  })
})

describe('a source', () => {
  const form = { type: 'report', title: 'T', reliability: 'B' }
  test('becomes CSL-JSON, with what is known', () => {
    expect(sourceForm.parse({ ...form, date: '2022-03', url: 'https://example.org', authors: 'Lee, Ann' }).csl).toEqual(
      {
        type: 'report',
        title: 'T',
        author: [{ family: 'Lee', given: 'Ann' }],
        issued: { 'date-parts': [[2022, 3]] },
        URL: 'https://example.org/',
      },
    )
  })
  test.each([
    [{ title: ' ' }, 'title', /cannot be empty/],
    [{ date: '31.02.2022' }, 'date', /Write the date as/],
    [{ date: 'yesterday' }, 'date', /Write the date as/],
    [{ url: 'javascript:alert(1)' }, 'url', /not a web address/],
    [{ url: 'not a url' }, 'url', /not a web address/],
    [{ language: 'Belarusian' }, 'language', /as a code/],
    [{ type: 'gossip' }, 'type', /what kind/],
    [{ reliability: 'G' }, 'reliability', /A to F/],
  ])('%j is refused in words', (patch, field, message) => {
    expect(said(sourceForm.safeParse({ ...form, ...patch }))[field]).toMatch(message)
  })
  test('says all that is wrong at once', () => {
    expect(Object.keys(said(sourceForm.safeParse({ ...form, date: 'x', url: 'y', language: '!' })))).toEqual([
      'date',
      'url',
      'language',
    ])
  })
})

test('a citation names one source, not none and not two', () => {
  const id = '01a206d9-0398-77ca-8f42-a3ff3a78a152'
  const citation = { articleId: id, claimId: id, wordingId: id, stance: 'supports', credibility: 2 }
  expect(newCitation.safeParse({ ...citation, source: { id } }).success).toBe(true)
  const add = { type: 'report', title: 'T', reliability: 'B' }
  expect(newCitation.safeParse({ ...citation, source: { add } }).success).toBe(true)
  for (const source of [null, {}, { id, add }])
    expect(said(newCitation.safeParse({ ...citation, source })).source).toBe('Choose a source, or describe a new one.')
  expect(said(newCitation.safeParse({ ...citation, source: { add: { ...add, title: '' } } })).title).toMatch(
    /cannot be empty/,
  )
})

test('a wording is judged by the domain, in its words', () => {
  const id = '01a206d9-0398-77ca-8f42-a3ff3a78a152'
  const typed = { articleId: id, claimId: id, baseId: id, reason: 'r' }
  expect(said(typedWording.safeParse({ ...typed, text: 'x'.repeat(100_000) })).text).toMatch(
    /100,000 characters; the limit is 10,000/,
  )
  expect(said(typedWording.safeParse({ ...typed, text: 'a\nb' })).text).toMatch(/one line/)
  expect(said(typedWording.safeParse({ ...typed, text: 'a', reason: '' })).reason).toMatch(/cannot be empty/)
  expect(typedWording.parse({ ...typed, text: ' <script> ' }).text).toBe(' <script> ')
})

test('reads CSL back, dropping what Attest does not keep and never failing on a type it does not know', () => {
  expect(parseCsl({ id: 'x', type: 'hologram', title: 'T', note: 'n', issued: { 'date-parts': [[2022]] } })).toEqual({
    type: 'document',
    title: 'T',
    issued: { 'date-parts': [[2022]] },
  })
  expect(() => parseCsl({ type: 'book' })).toThrow()
})

describe('what is asked of the working text', () => {
  const id = '00000000-0000-4000-8000-000000000000'
  const first = (input: unknown) => workingRecording.safeParse(input).error?.issues[0]?.message
  const signed = { articleId: id, seen: '0'.repeat(64), reason: 'Read again' }

  test('says what is wanted of it, and brings no text of its own', () => {
    const read = workingRecording.parse({ ...signed, blocks: [{ kind: 'paragraph', runs: [] }], baseRevision: 1 })
    expect(read).toEqual({ ...signed, corrections: [], choices: {}, recheck: [], contested: [] })
    expect(workingPreview.parse({ articleId: id, chosen: ['C-5'] }).chosen).toEqual(['C-5'])
  })

  test.each([
    ['too many changes', { ...signed, chosen: Array.from({ length: 60_001 }, () => 'C-5') }, /./],
    ['a change that is no name', { ...signed, chosen: [5] }, /./],
    ['a forged number', { ...signed, contested: [{ number: -4, now: 'x' }] }, /./],
    ['no summary', { ...signed, reason: ' ' }, /cannot be empty/],
    ['nothing at all', 'working', /./],
  ])('%s is refused', (_name, input, words) => {
    expect(first(input)).toMatch(words)
  })
})
