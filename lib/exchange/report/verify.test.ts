import { generateKeyPairSync } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { Checkpoint } from '@/lib/domain/desk/checkpoint.ts'
import { reportHash } from '@/lib/domain/report/report.ts'
import { openSigningKey } from '@/lib/platform/auth/signing-key.ts'
import { sha256 } from '@/lib/platform/ids.ts'
import { readCheckpointFile, signCheckpoint } from './checkpoint-file.ts'
import { embeddedCheckpoint, reportFile } from './report.ts'
import { sampleReport } from './testing/sample.ts'
import { verifyReportFile } from './verify.ts'

const report = sampleReport('The <mill> burned & fell', 'https://example.org/')
const file = reportFile(report)

test('a file as Attest wrote it holds, and its hash is named', () => {
  const hash = reportHash(report, sha256)
  expect(verifyReportFile(file)).toEqual({
    holds: true,
    hash,
    title: report.article.title,
    revision: 2,
    key: null,
  })
})

describe('a tampered file is refused', () => {
  test.each<[string, (text: string) => string, RegExp]>([
    ['a word on the page', (text) => text.replace('burned', 'stood'), /the page around it differs/],
    ['a status on the page', (text) => text.replace('st-supported', 'st-refuted'), /the page around it differs/],
    ['a word of the content', (text) => text.replace('"note":"The', '"note":"A'), /is not the hash it names/],
    ['the hash', (text) => text.replace(/<code>[0-9a-f](?=[0-9a-f]{63})/, '<code>x'), /is not the hash it names/],
    [
      'something more in the content',
      (text) => text.replace('{"article":', '{"a":1,"article":'),
      /content was altered/,
    ],
    ['content that is no JSON', (text) => text.replace('{"article":', '{"article"'), /content was altered/],
    ['white space in the content', (text) => text.replace('{"article":', '{ "article":'), /the page around it differs/],
    ['a script', (text) => text.replace('</main>', '<script>1</script></main>'), /the page around it differs/],
    ['something after the end', (text) => `${text}<p>more</p>`, /not a report file/],
    ['its end', (text) => text.slice(0, -30), /not a report file/],
    ['everything', () => '', /not a report file/],
    ['another format', (text) => text.replace('attest-report/3', 'attest-report/9'), /another version/],
  ])('%s', (_, tamper, why) => {
    const altered = tamper(file)
    expect(altered).not.toBe(file)
    const found = verifyReportFile(altered)
    expect(found).toMatchObject({ holds: false, why: expect.stringMatching(why) })
  })
})

const newKey = () =>
  openSigningKey(generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' }).toString())

describe('a signed file', () => {
  const [key, stranger] = [newKey(), newKey()]
  const desk = '01900000-0000-7000-8000-000000000001'
  const checkpoint: Checkpoint = {
    format: 'attest-checkpoint/1',
    at: report.pin.at,
    clocks: [
      { id: '01900000-0000-7000-8000-000000000002', desk, seq: report.pin.change, hash: 'a'.repeat(64) },
      { id: desk, desk, seq: report.pin.deskChange, hash: 'b'.repeat(64) },
    ],
    report: reportHash(report, sha256),
  }
  const signed = reportFile(report, signCheckpoint(checkpoint, key))

  test('holds, names its key, and is the same each time', () => {
    expect(verifyReportFile(signed)).toMatchObject({ holds: true, key: key.publicKey })
    expect(verifyReportFile(signed, key.publicKey)).toMatchObject({ holds: true, key: key.publicKey })
    expect(reportFile(report, signCheckpoint(checkpoint, key))).toBe(signed)
    expect(signed).toContain(`<code>${key.publicKey}</code>`)
  })

  test('runs nothing: its two elements of script are JSON', () => {
    expect(signed.match(/<script[^>]*>/g)).toEqual([
      '<script type="application/json" id="attest-checkpoint">',
      '<script type="application/json" id="attest-report">',
    ])
  })

  test('is a checkpoint, too', () => {
    const text = embeddedCheckpoint(signed) ?? ''
    expect(readCheckpointFile(text, [key.publicKey]).checkpoint?.clocks).toEqual(checkpoint.clocks)
    expect(embeddedCheckpoint(file)).toBeNull()
  })

  test('of another key than the one that was asked for is refused', () => {
    expect(verifyReportFile(signed, stranger.publicKey)).toMatchObject({
      holds: false,
      why: expect.stringContaining('signed by another key'),
    })
    expect(verifyReportFile(file, key.publicKey)).toMatchObject({
      holds: false,
      why: expect.stringContaining('not signed'),
    })
  })

  const resigned = (patch: Partial<Checkpoint>) => reportFile(report, signCheckpoint({ ...checkpoint, ...patch }, key))
  const forged = { ...signCheckpoint(checkpoint, key), key: stranger.publicKey }
  const { report: _, ...ofNone } = checkpoint
  test.each<[string, () => string, RegExp]>([
    ['another key named', () => reportFile(report, forged), /signature does not fit/],
    ['no signature in its place', () => reportFile(report, { ...forged, signature: 'A'.repeat(86) }), /does not fit/],
    ['a signature of another report', () => resigned({ report: 'c'.repeat(64) }), /belongs to another report/],
    ['a signature of no report', () => reportFile(report, signCheckpoint(ofNone, key)), /belongs to another report/],
    ['a signature of another moment', () => resigned({ clocks: checkpoint.clocks.toReversed() }), /another report/],
    [
      'a change’s hash altered',
      () =>
        reportFile(report, {
          ...signCheckpoint(checkpoint, key),
          clocks: checkpoint.clocks.map((clock) => ({ ...clock, hash: 'd'.repeat(64) })),
        }),
      /does not fit/,
    ],
    ['a hash altered in the file', () => signed.replaceAll('a'.repeat(64), 'e'.repeat(64)), /does not fit/],
    ['the key on the page', () => signed.replace(`<code>${key.publicKey}`, `<code>${stranger.publicKey}`), /the page/],
    ['the signature cut', () => signed.replace(/("signature":"[\w-]{80})[\w-]{6}/, '$1'), /signature was altered/],
    ['the element’s name', () => signed.replace('id="attest-checkpoint"', 'id="attest-checkpoints"'), /differs/],
    ['more in it', () => signed.replace('{"at":', '{"a":1,"at":'), /signature was altered/],
    ['white space in it', () => signed.replace('{"at":', '{ "at":'), /the page around it differs/],
    ['a word of the content', () => signed.replace('"note":"The', '"note":"A'), /is not the hash it names/],
  ])('%s: refused', (_what, altered, why) => {
    const text = altered()
    expect(text).not.toBe(signed)
    expect(verifyReportFile(text)).toMatchObject({ holds: false, why: expect.stringMatching(why) })
  })

  test('whose signature was taken out whole is a file that no one signed', () => {
    const bare = reportFile(report)
    expect(verifyReportFile(bare)).toMatchObject({ holds: true, key: null })
    expect(verifyReportFile(bare, key.publicKey)).toMatchObject({ holds: false })
  })

  describe('a checkpoint in a file of its own', () => {
    const text = JSON.stringify(signCheckpoint(ofNone, key), null, 2)
    test.each<[string, string, RegExp]>([
      ['cut off', text.slice(0, -20), /cut off or altered/],
      ['empty', '', /cut off or altered/],
      ['another document', '{"format":"attest-checkpoint/9"}', /cut off or altered/],
      ['a change’s number altered', text.replace(/"seq": \d+/, '"seq": 1000'), /does not fit what it says/],
      ['a clock left out', JSON.stringify({ ...JSON.parse(text), clocks: [] }), /does not fit what it says/],
      ['the time altered', text.replace(/"at": "\d{4}/, '"at": "1999'), /does not fit what it says/],
      ['signed by a stranger', JSON.stringify(signCheckpoint(ofNone, stranger)), /signed by another key/],
    ])('%s: refused in words', (_what, given, why) => {
      expect(given).not.toBe(text)
      expect(readCheckpointFile(given, [key.publicKey]).why).toMatch(why)
    })

    test('as it was printed, or on one line, is taken', () => {
      for (const given of [text, JSON.stringify(JSON.parse(text)), `${text}\n`])
        expect(readCheckpointFile(given, [key.publicKey]).checkpoint?.clocks).toEqual(checkpoint.clocks)
    })
  })
})
