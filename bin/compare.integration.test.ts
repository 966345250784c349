import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { root } from './root.ts'
import { attest, endChildren } from './testing/child.ts'

/** `attest compare` as it is typed; no database answers, and none is needed. */
let folder: string
const compare = (...args: string[]) =>
  attest(['compare', ...args], { DATABASE_URL: 'postgresql://a:b@127.0.0.1:1/none' })
const written = (name: string, content: string | Uint8Array) => {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}

type Claim = { outcome: string; before: string[]; after: string[]; score: number; moved: boolean; reason: string }

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'attest-compare-'))
})

afterAll(async () => {
  await endChildren()
  rmSync(folder, { recursive: true })
})

const BEFORE = `= The mill =

Infobox
- Date: 3 May 2022
- Fatalities: Unknown

The mill burned on Monday. Nobody was hurt, and the insurance had lapsed.
The owner was abroad. A dog barked.
`
const AFTER = `= The mill =

Infobox
- Date: 3 May 2022
- Fatalities: 1

The mill burned on Monday night. Nobody was hurt. The insurance had lapsed.

The owner was abroad. Police are looking for two men.
`

describe('compare', () => {
  test('as JSON: every claim of either text, as it stands in the file', async () => {
    const { code, stdout, stderr } = await compare(written('1.txt', BEFORE), written('2.txt', AFTER), '--json')
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    const printed = JSON.parse(stdout) as { claims: Claim[] }
    expect(Object.keys(printed)).toEqual(['claims'])
    expect(Object.keys(printed.claims[0] ?? {})).toEqual(['outcome', 'before', 'after', 'score', 'moved', 'reason'])
    expect(printed.claims.map(({ outcome, before, after }) => [outcome, before, after])).toEqual([
      ['kept', ['3 May 2022'], ['3 May 2022']],
      ['reworded', ['Unknown'], ['1']],
      ['reworded', ['The mill burned on Monday. '], ['The mill burned on Monday night. ']],
      [
        'split',
        ['Nobody was hurt, and the insurance had lapsed.\n'],
        ['Nobody was hurt. ', 'The insurance had lapsed.'],
      ],
      ['kept', ['The owner was abroad. '], ['The owner was abroad. ']],
      ['retired', ['A dog barked.'], []],
      ['new', [], ['Police are looking for two men.']],
    ])
    for (const { score, moved, reason } of printed.claims) {
      expect(score >= 0 && score <= 1).toBe(true)
      expect(moved).toBe(false)
      expect(reason).not.toBe('')
    }
  })

  test('for people', async () => {
    const { code, stdout, stderr } = await compare(written('1.txt', BEFORE), written('2.txt', AFTER))
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toContain('\nkept        The owner was abroad.\n')
    expect(stdout).toContain('\nreworded  - The mill burned on Monday.\n          + The mill burned on Monday night.\n')
    expect(stdout).toMatch(/\n\n6 claims before, 7 after: 2 kept, 2 reworded, 1 split, 1 retired, 1 new\.\n$/)
  })

  test('plain prose without a title, sentences in one paragraph or one a line, or in another language', async () => {
    const sentences = ['Pożar wybuchł przy ul. Długiej.', 'Nikt nie ucierpiał.', 'Straż przyjechała po 3 min.']
    const one = written('one.txt', sentences.join(' '))
    const lines = written('lines.txt', sentences.join('\n'))
    const blocks = written('blocks.txt', `\n\n${sentences.join('\r\n\r\n')}\r\n`)
    for (const after of [lines, blocks]) {
      const { stdout } = await compare(one, after, '--json')
      const { claims } = JSON.parse(stdout) as { claims: Claim[] }
      expect(claims.map(({ outcome, after: to }) => [outcome, to[0]?.trim()])).toEqual(
        sentences.map((sentence) => ['kept', sentence]),
      )
    }
    expect((await compare(one, lines, '--language', 'pl')).stdout).toMatch(/3 kept\.\n$/)
  })

  test('of texts without a claim there is nothing to tell', async () => {
    const [empty, blank] = [written('empty.txt', ''), written('blank.txt', ' \n\n')]
    expect(await compare(empty, blank, '--json')).toEqual({ code: 0, stdout: '{"claims":[]}\n', stderr: '' })
    expect((await compare(empty, blank)).stdout).toBe('0 claims before, 0 after: nothing to compare.\n')
    expect((await compare(empty, written('2.txt', AFTER))).stdout).toMatch(/0 claims before, 7 after: 7 new\.\n$/)
  })

  test.each<[string, () => string[], number, RegExp]>([
    ['a file that is not there', () => [join(folder, 'none.txt'), written('2.txt', AFTER)], 1, /There is no file/],
    ['a folder', () => [written('1.txt', BEFORE), folder], 1, /is a folder, not a file/],
    ['no UTF-8', () => [written('bad.txt', Uint8Array.of(65, 0xff, 66)), written('2.txt', AFTER)], 1, /offset 1/],
    ['one file', () => [written('1.txt', BEFORE)], 2, /missing required argument 'after'/],
    ['an unknown option', () => ['a', 'b', '--nonsense'], 2, /unknown option '--nonsense'/],
  ])('%s is told in words', async (_, args, expected, words) => {
    const { code, stdout, stderr } = await compare(...args())
    expect({ code, stdout }).toEqual({ code: expected, stdout: '' })
    expect(stderr).toMatch(words)
    expect(stderr).not.toMatch(/\n\s+at /)
  })

  test('the demo article with itself: nothing changed', async () => {
    const demo = join(root, 'prisma', 'seed', 'data', 'belarusian-partisan-movement.txt')
    const { code, stdout } = await compare(demo, demo)
    expect(code).toBe(0)
    expect(stdout).toMatch(/\n(\d+) claims before, \1 after: \1 kept\.\n$/)
  })
})
