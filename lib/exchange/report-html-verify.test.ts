import { describe, expect, test } from 'vitest'
import { reportHash } from '@/lib/domain/report'
import { sha256 } from '@/lib/platform/ids'
import { reportFile } from './report-html'
import { sampleReport } from './report-html-sample'
import { verifyReportFile } from './report-html-verify'

const report = sampleReport('The <mill> burned & fell', 'https://example.org/')
const file = reportFile(report)

test('a file as Attest wrote it holds, and its hash is named', () => {
  const hash = reportHash(report, sha256)
  expect(verifyReportFile(file)).toEqual({ holds: true, hash, title: report.article.title, revision: 2 })
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
    ['something after the end', (text) => `${text}<p>more</p>`, /no report file/],
    ['its end', (text) => text.slice(0, -30), /no report file/],
    ['everything', () => '', /no report file/],
    ['another format', (text) => text.replace('attest-report/3', 'attest-report/9'), /another version/],
  ])('%s', (_, tamper, why) => {
    const altered = tamper(file)
    expect(altered).not.toBe(file)
    const found = verifyReportFile(altered)
    expect(found).toMatchObject({ holds: false, why: expect.stringMatching(why) })
  })
})
