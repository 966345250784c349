import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { articleSource } from '@/lib/domain/article/block.ts'
import { textOf } from '@/lib/domain/article/layout.ts'
import { DEFAULT_POLICY } from '@/lib/domain/check/policy.ts'
import { newId } from '@/lib/platform/ids.ts'
import { houseAuthority } from '../access.ts'
import { assess } from '../claim/assessment.ts'
import { attachCitation } from '../claim/citation.ts'
import { addComment, openThread, resolveThread } from '../claim/thread.ts'
import { change } from '../clock.ts'
import { acceptWording } from '../revision/wording.ts'
import { setSourceOrigin } from '../source/source.ts'
import { asDemo, type DemoSeat, demoClaim, openDemo } from '../testing/demo.ts'
import { as, claimNow, newsItem, openDesk, SUPPORTS } from '../testing/desk.ts'
import { ownDatabase } from '../testing/fresh-database.ts'
import { readDossier } from './dossier.ts'
import { readClaim, readGalley } from './galley.ts'

const at = ownDatabase()

beforeAll(() => openDemo(at.url))

/** The stories that the demo tells: a claim by its words, and what a newcomer sees of it. */
// biome-ignore format: one claim a line.
const STORY: [words: string, expected: Record<string, unknown>][] = [
  ['Fatalities', { text: 'Unknown, at least 1', status: 'stale', humanToll: true, assessors: 0 }],
  ['BYPOL claimed that Belarusian partisans were responsible', { status: 'disputed', assessors: 2, openThreads: 1 }],
  ['by late April there were at least 11 partisans detained', { status: 'disputed', humanToll: true, proposals: 1 }],
  ['In September 2023 a Belarusian law forbade the renewal', { status: 'disputed', proposals: 1 }],
  ['In mid-January, the Cyber Partisans launched a cyberattack', { status: 'refuted', assessors: 2, proposals: 1 }],
  ['between 200,000 and 500,000 Belarusians left Belarus', { status: 'supported', assessors: 1 }],
  ['was reportedly damaged as two explosions were heard', { status: 'supported' }],
  ['the Coordination Council led by Sviatlana Tsikhanouskaya was formed', { status: 'not_enough_evidence' }],
  ['Arrests', { status: 'unchecked', humanToll: true, openThreads: 1, demands: { origins: 2, assessors: 2 } }],
  ['Injuries', { status: 'unchecked', humanToll: true }],
  ['Title', { status: 'not_checkable' }],
]

describe('the demo', () => {
  test.each(STORY)('%s', async (words, expected) => {
    const claim = await demoClaim(at.db, words)
    expect(claim).toMatchObject(expected)
    const reader = await asDemo(at.db, 'owner')
    expect(await readClaim(at.db, reader, reader, claim.number)).toEqual(claim)
  })

  test('eighteen citations, three proposals, and every word inside one claim', async () => {
    const reader = await asDemo(at.db, 'owner')
    const { claims, revision, layout } = await readGalley(at.db, reader, reader)
    expect(claims.reduce((sum, claim) => sum + claim.sources + claim.staleSources, 0)).toBe(18)
    expect(claims.reduce((sum, claim) => sum + claim.proposals, 0)).toBe(3)
    expect(revision.number).toBe(2)
    const laidOut = layout.blocks.flatMap((block) => block.claims)
    expect(laidOut.toSorted((a, b) => a - b)).toEqual(claims.map(({ number }) => number))
    const words = new Map(claims.map(({ number, text }) => [number, text]))
    const text = textOf('', layout, (number) => words.get(number))
    expect(articleSource(text)).toBe(readFileSync('prisma/seed/data/belarusian-partisan-movement.txt', 'utf8'))
  })
})

describe('blind', () => {
  test('a second assessor of a toll sees the first answer only after their own', async () => {
    const desk = await openDesk(at.db, 'Blind')
    const dossier = async (role: 'checker' | 'editor' | 'viewer', number = 2) => {
      const reader = await as(at.db, desk, role)
      return readDossier(at.db, reader, reader, await readClaim(at.db, reader, reader, number))
    }
    const answer = async (role: 'checker' | 'editor' | 'owner', number = 2) =>
      assess(at.db, await as(at.db, desk, role), {
        ...(await claimNow(at.db, desk, number)),
        verdict: 'refuted',
        confidence: 'low',
        rationale: `The ${role} counted eleven.`,
      })
    await answer('checker')
    expect(await dossier('checker')).toMatchObject({ assessments: [{ verdict: 'refuted' }], hiddenAssessments: 0 })
    for (const role of ['editor', 'viewer'] as const) {
      const seen = await dossier(role)
      expect(seen).toMatchObject({ assessments: [], hiddenAssessments: 1 })
      expect(JSON.stringify(seen)).not.toMatch(/counted eleven|refuted/)
    }
    await answer('editor')
    expect((await dossier('viewer')).assessments).toHaveLength(2)
    // Where one answer is enough there is no one to be blind to.
    await answer('checker', 3)
    expect(await dossier('editor', 3)).toMatchObject({ assessments: [{}], hiddenAssessments: 0 })
  })
})

test('a dossier that is too long keeps the newest, oldest first', async () => {
  const desk = await openDesk(at.db, 'Long')
  const checker = await as(at.db, desk, 'checker')
  const claim = await claimNow(at.db, desk, 3)
  const threadId = await openThread(at.db, checker, { ...claim, quote: '', body: 'The first', mentions: [] })
  const cited = await attachCitation(at.db, checker, { ...claim, ...SUPPORTS, source: { add: newsItem('An atlas') } })
  if (cited.outcome !== 'attached') throw new Error(cited.outcome)
  const { createdSeq: _c, ...citation } = await at.db.citation.findUniqueOrThrow({ where: { id: cited.citationId } })
  const { createdSeq: _s, ...comment } = await at.db.comment.findFirstOrThrow({ where: { threadId } })
  const what = { clockId: desk.articleId, authority: checker, ability: 'comment.write', kind: 'comment.added' } as const
  await change(at.db, what, async (ledger) => {
    const many = Array.from({ length: 500 }, (_, number) => ({ id: newId(), number }))
    await ledger.add(
      'Comment',
      many.map(({ id }) => ({ ...comment, id, body: 'More' })),
    )
    await ledger.add(
      'Citation',
      many.map(({ id }) => ({ ...citation, id, note: 'More' })),
    )
    return { value: undefined, details: {} }
  })
  await addComment(at.db, checker, { threadId, body: 'The last', mentions: [] })
  await attachCitation(at.db, checker, { ...claim, ...SUPPORTS, note: 'The last', source: { id: cited.sourceId } })
  const reader = await as(at.db, desk, 'viewer')
  const { threads, citations } = await readDossier(at.db, reader, reader, await readClaim(at.db, reader, reader, 3))
  const bodies = threads[0]?.comments.map(({ body }) => body) ?? []
  expect([bodies.length, bodies[0], bodies.at(-1)]).toEqual([500, 'More', 'The last'])
  expect([citations.length, citations[0]?.note, citations.at(-1)?.note]).toEqual([500, 'More', 'The last'])
})

describe('as of a moment', () => {
  test('the galley is what it was then, whatever came after', async () => {
    const reader = await asDemo(at.db, 'owner')
    const then = { seq: reader.seq, deskSeq: reader.deskSeq }
    const before = await readGalley(at.db, reader, then)

    await changeEverything()
    const now = await asDemo(at.db, 'owner')
    expect(now.seq).toBeGreaterThan(then.seq)
    expect(now.deskSeq).toBeGreaterThan(then.deskSeq)
    expect(await readGalley(at.db, now, then)).toEqual(before)
    const after = await readGalley(at.db, now, now)
    expect(after.claims).not.toEqual(before.claims)
    expect(after.revision.number).toBe(before.revision.number + 1)
  })

  test('the beginning: every claim of the import, headings marked, nothing checked', async () => {
    const reader = await asDemo(at.db, 'owner')
    const { claims, revision } = await readGalley(at.db, reader, { seq: 1, deskSeq: 1 })
    expect(revision.number).toBe(1)
    expect(new Set(claims.map(({ status }) => status))).toEqual(new Set(['unchecked', 'not_checkable']))
    expect(claims.find(({ text }) => text === 'Unknown')).toBeTruthy()
    expect(claims.every(({ sources, proposals, openThreads }) => sources + proposals + openThreads === 0)).toBe(true)
  })

  /** Everything that a galley shows, changed once. */
  async function changeEverything(): Promise<void> {
    const editor = await asDemo(at.db, 'editor')
    const one = async (seat: DemoSeat, words: string) => {
      const claim = await demoClaim(at.db, words)
      return { article: await asDemo(at.db, seat), asked: { claimId: claim.id, wordingId: claim.wordingId } }
    }
    const range = await one('editor', 'between 200,000 and 500,000')
    await attachCitation(at.db, range.article, { ...range.asked, ...SUPPORTS, source: { add: newsItem('New') } })
    const injuries = await one('checker', 'Injuries')
    const answer = { verdict: 'not_enough_evidence', confidence: 'low', rationale: 'None' } as const
    await assess(at.db, injuries.article, { ...injuries.asked, ...answer })
    const waiting = await at.db.claimRevision.findFirstOrThrow({ where: { state: 'proposed' } })
    await acceptWording(at.db, editor, { wordingId: waiting.id, reason: '' })
    const thread = await at.db.thread.findFirstOrThrow({ where: { articleId: editor.articleId } })
    await resolveThread(at.db, editor, { threadId: thread.id })
    const [one_, two] = await at.db.citation.findMany({
      where: {
        articleId: editor.articleId,
        stance: 'refutes',
        claim: { number: (await demoClaim(at.db, 'January')).number },
      },
    })
    await tightenPolicy(editor.workspaceId)
    if (one_ && two) await setSourceOrigin(at.db, editor, { sourceId: one_.sourceId, originId: two.sourceId })
  }

  /** As a later action will: the old version ends where the new one begins. */
  async function tightenPolicy(workspaceId: string): Promise<void> {
    const authority = houseAuthority(workspaceId)
    const what = { clockId: workspaceId, authority, ability: 'member.manage', kind: 'policy.set' } as const
    await change(at.db, what, async (ledger) => {
      const old = await ledger.tx.policyVersion.findFirstOrThrow({ where: { workspaceId, endedSeq: null } })
      await ledger.end('PolicyVersion', [old.id])
      const policy = { ...DEFAULT_POLICY, minOrigins: 5, minAssessors: 5 }
      await ledger.add('PolicyVersion', [{ id: newId(), workspaceId, number: 2, memberId: null, ...policy }])
      return { value: undefined, details: {} }
    })
  }
})
