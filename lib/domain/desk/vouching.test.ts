import { describe, expect, test } from 'vitest'
import { applyRedactions, type Vouching, vouchingOf } from './vouching.ts'

const vouching = (recorded: Record<string, string>): Vouching => ({
  spelling: 2,
  recorded,
  accepted: {},
  ended: {},
  vouched: {},
})

describe('what an event vouches for', () => {
  test.each([
    ['comment.added', { claim: 3, recorded: { Comment: 'a' }, ended: {} }, { spelling: 1, recorded: { Comment: 'a' } }],
    ['comment.added', { spelling: 2, recorded: {}, ended: {} }, { spelling: 2, recorded: {} }],
    ['comment.added', null, { spelling: 1, recorded: {}, vouched: {} }],
    ['member.added', { member: 'm', role: 'editor' }, { role: { member: 'm', role: 'editor' } }],
    ['member.role_changed', { member: 'm', from: 'editor', to: 'viewer' }, { role: { member: 'm', role: 'viewer' } }],
    ['article.imported', { title: 'Ferry' }, { title: 'Ferry' }],
    ['upstream.taken', { title: 'Ferries' }, { title: 'Ferries' }],
    ['article.amended', { title: 'The ferry of Lindau', given: {} }, { title: 'The ferry of Lindau' }],
    ['workspace.created', { name: 'Harbour' }, { name: 'Harbour' }],
  ] as const)('%s %j', (kind, payload, expected) => {
    expect(vouchingOf(kind, payload)).toMatchObject(expected)
  })

  test('takes no role, title or name from an event that gives none', () => {
    const found = vouchingOf('comment.added', { member: 'm', role: 'owner', title: 'x', name: 'y' })
    expect(found).not.toHaveProperty('role')
    expect(found).not.toHaveProperty('title')
    expect(found).not.toHaveProperty('name')
    expect(vouchingOf('upstream.taken', { claims: 2 })).not.toHaveProperty('title')
  })
})

describe('redactions', () => {
  const events = (gone: readonly number[]) =>
    [1, 2, 3, 4, 5].map((seq) => ({ seq, vouching: gone.includes(seq) ? null : vouching({ Comment: `c${seq}` }) }))
  const redaction = (seq: number, ...targets: number[]) => ({
    seq,
    redaction: {
      redacted: targets,
      reissued: Object.fromEntries(targets.map((target) => [target, vouching({ Comment: `r${seq}` })])),
    },
  })

  test.each([
    ['nothing is gone', [], [], []],
    ['one is gone and authorised', [2], [redaction(5, 2)], []],
    ['two are, by one redaction each', [1, 2], [redaction(4, 1), redaction(5, 2)], []],
    ['one is gone', [2], [], ['2: its content is missing, and no redaction took it away']],
    ['another one is authorised', [2], [redaction(5, 3)], ['2: its content is missing', '3: its content was redacted']],
    ['a later one is authorised', [5], [redaction(4, 5)], ['4: it redacts change 5', '5: its content is missing']],
    ['a redaction redacts itself', [4], [redaction(4, 4)], ['4: it redacts change 4', '4: its content is missing']],
    ['it is authorised, and there', [], [redaction(5, 1)], ['1: its content was redacted, and is there all the same']],
  ])('%s', (_, gone, redactions, expected) => {
    const { breaks } = applyRedactions(events(gone), redactions)
    expect(breaks).toHaveLength(expected.length)
    expected.forEach((words, at) => {
      expect(`${breaks[at]?.seq}: ${breaks[at]?.what}`).toContain(words)
    })
  })

  test('a redacted change vouches for what the newest redaction says, the others for what they did', () => {
    const { vouchers, redacted } = applyRedactions(events([2]), [redaction(4, 2), redaction(5, 2)])
    expect(vouchers.map((event) => event.vouching?.recorded.Comment)).toEqual(['c1', 'r5', 'c3', 'c4', 'c5'])
    expect(redacted).toBe(1)
  })

  test('a redaction that reissues nothing authorises nothing', () => {
    const empty = { seq: 5, redaction: { redacted: [2], reissued: {} } }
    expect(applyRedactions(events([2]), [empty]).breaks.map(({ seq }) => seq)).toEqual([5, 2])
  })
})
