import { beforeEach, describe, expect, test } from 'vitest'
import type { Role } from '@/lib/domain/desk/permission.ts'
import { withoutWords } from '@/lib/exchange/working-text.ts'
import { houseArticle } from '../access.ts'
import { readDossier } from '../article/dossier.ts'
import { readClaim } from '../article/galley.ts'
import { assess, reaffirm } from '../claim/assessment.ts'
import { amendCitation, attachCitation } from '../claim/citation.ts'
import { openThread } from '../claim/thread.ts'
import { mergeClaims, splitClaim } from '../revision/structure.ts'
import { proposeWording, recordWording, rejectWording } from '../revision/wording.ts'
import { addSource } from '../source/source.ts'
import { as, claimNow, newsItem, openDesk, SUPPORTS, type TestDesk } from '../testing/desk.ts'
import { breaksOf, ownDatabase } from '../testing/fresh-database.ts'
import { redactEntry } from './redact.ts'

const at = ownDatabase()
let desk: TestDesk
let count = 0

beforeEach(async () => {
  count += 1
  desk = await openDesk(at.db, `Copy${count}`)
})

const TOLL = 2
const who = (role: Role) => as(at.db, desk, role)
const house = () => houseArticle(desk.workspaceId, desk.articleId, desk.slug)
type What = Parameters<typeof redactEntry>[2]['what']
const redact = async (what: What, id: string, as: 'owner' | 'house' = 'owner') =>
  redactEntry(
    at.db,
    as === 'house' ? house() : await who('owner'),
    { what, id, reason: 'A person asked for it.' },
    withoutWords,
  )
const say = async (body: string, number = 3, role: Role = 'checker') => {
  const claim = await claimNow(at.db, desk, number)
  const threadId = await openThread(at.db, await who(role), { ...claim, quote: '', body, mentions: [] })
  return at.db.comment.findFirstOrThrow({ where: { threadId } })
}
const answer = async (role: Role, number: number, rationale: string) => {
  const given = { verdict: 'refuted', confidence: 'low', rationale } as const
  const found = await assess(at.db, await who(role), { ...(await claimNow(at.db, desk, number)), ...given })
  if (found.outcome !== 'assessed') throw new Error(found.outcome)
  return found.assessmentId
}
const reword = async (number: number, text: string, reason = 'Other words') =>
  recordWording(at.db, house(), { ...(await claimNow(at.db, desk, number)), text, reason })
const dossierOf = async (role: Role, number: number) => {
  const reader = await who(role)
  return readDossier(at.db, reader, reader, await readClaim(at.db, reader, reader, number))
}

describe('the same words of others', () => {
  test('are left as they are, and counted', async () => {
    const [mine, theirs] = [await say('Confirmed by two sources.'), await say('Confirmed by two sources.', 4, 'editor')]
    const quoting = await say('“Confirmed by two sources.” Which two?')
    const rationale = await answer('checker', 4, 'It was confirmed: Confirmed by two sources.')
    expect(await redact('comment', mine.id)).toEqual({ outcome: 'redacted', elsewhere: 3 })
    for (const { id, body } of [theirs, quoting])
      expect(await at.db.comment.findUniqueOrThrow({ where: { id } })).toMatchObject({ body, redactedSeq: null })
    const event = { clockId: desk.articleId, seq: theirs.createdSeq }
    expect((await at.db.auditEvent.findFirstOrThrow({ where: event })).payload).not.toBeNull()
    expect(await at.db.assessment.findUniqueOrThrow({ where: { id: rationale } })).toMatchObject({ redactedSeq: null })
    expect(await breaksOf(at.url)).toEqual([])
  })

  test('are not even counted where they are too short to tell', async () => {
    const [mine] = [await say('Yes.'), await say('Yes.')]
    expect(await redact('comment', mine.id)).toEqual({ outcome: 'redacted', elsewhere: 0 })
  })

  test('are not counted where they are in an answer that is hidden, and neither is its author', async () => {
    const hidden = await answer('checker', TOLL, 'The morgue counted eleven bodies')
    const guesses = ['The morgue counted eleven bodies', 'eleven bodies', 'counted eleven']
    for (const guess of guesses) {
      const { id } = await say(guess)
      expect(await redact('comment', id), guess).toEqual({ outcome: 'redacted', elsewhere: 0 })
    }
    expect(await at.db.assessment.findUniqueOrThrow({ where: { id: hidden } })).toMatchObject({
      rationale: guesses[0],
      redactedSeq: null,
    })
    // Once it is revealed it counts as any other.
    await answer('editor', TOLL, 'My own')
    const { id } = await say('eleven bodies')
    expect(await redact('comment', id)).toEqual({ outcome: 'redacted', elsewhere: 1 })
  })

  test('of a hidden answer cannot be guessed at by redacting it; whoever runs the installation can redact it', async () => {
    const id = await answer('checker', TOLL, 'The morgue counted eleven bodies')
    const owner = await who('owner')
    for (const reason of ['It says eleven bodies', 'The morgue counted eleven bodies'])
      await expect(redactEntry(at.db, owner, { what: 'assessment', id, reason }, withoutWords), reason).rejects.toThrow(
        'no such entry',
      )
    expect(await redact('assessment', id, 'house')).toEqual({ outcome: 'redacted', elsewhere: 0 })
    expect((await dossierOf('owner', TOLL)).redactions).toEqual({})
    expect(Object.keys((await dossierOf('checker', TOLL)).redactions)).toEqual([id])
  })

  test('stay in what another claim says, in its upstream text and in the summary that a whole recording has', async () => {
    const text = 'It burned on 3 May 2021. '
    const before = await claimNow(at.db, desk, 3)
    await reword(3, text)
    const { wordingId } = await claimNow(at.db, desk, 3)
    await reword(3, before.text)
    expect(await redact('wording', wordingId)).toMatchObject({ outcome: 'redacted' })
    expect((await claimNow(at.db, desk, 4)).text).toBe(text)
    const imported = await at.db.claimRevision.findFirstOrThrow({ where: { id: before.wordingId } })
    expect(await redact('wording', imported.id).catch(String)).toMatch(/Reword the claim first/)
    const first = await at.db.revision.findFirstOrThrow({ where: { articleId: desk.articleId, number: 1 } })
    expect(first).toMatchObject({ summary: 'Imported', redactedSeq: null })
    expect(await breaksOf(at.url)).toEqual([])
  })

  test('in a proposal about another claim stay; one that said them of this claim goes with them', async () => {
    const propose = async (number: number, text: string) => {
      const made = await proposeWording(at.db, await who('checker'), {
        ...(await claimNow(at.db, desk, number)),
        text,
        reason: `So it says in volume ${number}`,
      })
      if (made.outcome !== 'proposed') throw new Error(made.outcome)
      await rejectWording(at.db, await who('editor'), { wordingId: made.wordingId, reason: 'Not here' })
      return made.wordingId
    }
    const text = 'Erna Pohl set it alight. '
    const [one, again, other] = [await propose(3, text), await propose(3, text), await propose(4, text)]
    expect(await redact('wording', one)).toEqual({ outcome: 'redacted', elsewhere: 1 })
    const saying = async (id: string) => (await at.db.claimRevision.findUniqueOrThrow({ where: { id } })).text
    expect(await Promise.all([one, again, other].map(saying))).toEqual(['[redacted]', '[redacted]', text])
    expect(await at.db.notification.count({ where: { subjectId: other, words: { contains: 'Erna Pohl' } } })).toBe(1)
  })
})

test('a summary that several wordings have in common goes as the revision’s, and then from all of them', async () => {
  const summary = 'As Erna Pohl asked us to'
  const claim = await claimNow(at.db, desk, 3)
  await splitClaim(at.db, await who('editor'), { ...claim, cuts: ['The mill '.length], reason: summary })
  const { wordingId } = await claimNow(at.db, desk, 3)
  await reword(3, 'Some words ')
  const saying = async () => ({
    revisions: await at.db.revision.count({ where: { articleId: desk.articleId, summary } }),
    wordings: await at.db.claimRevision.count({ where: { articleId: desk.articleId, reason: summary } }),
  })
  const before = await saying()
  expect(before).toEqual({ revisions: 1, wordings: 2 })
  expect(await redact('wording', wordingId)).toMatchObject({ outcome: 'redacted' })
  expect(await saying()).toEqual(before)
  const { id } = await at.db.revision.findFirstOrThrow({ where: { articleId: desk.articleId, summary } })
  expect(await redact('revision', id)).toEqual({ outcome: 'redacted', elsewhere: 0 })
  expect(await saying()).toEqual({ revisions: 0, wordings: 0 })
  expect(await breaksOf(at.url)).toEqual([])
})

describe('an entry that was redacted', () => {
  test('is re-affirmed without its words, and says so: a rationale', async () => {
    const id = await answer('checker', 3, 'Erna Pohl told me')
    await redact('assessment', id)
    await reword(3, 'The mill stood by a lake. ')
    const again = { ...(await claimNow(at.db, desk, 3)), citationIds: [], rationale: '' }
    await reaffirm(at.db, await who('checker'), again)
    const { assessments, redactions } = await dossierOf('viewer', 3)
    expect(assessments).toMatchObject([{ rationale: '[redacted]', verdict: 'refuted' }])
    expect(redactions[assessments[0]?.id ?? '']).toMatchObject({ reason: 'A person asked for it.' })
    expect(await breaksOf(at.url)).toEqual([])
  })

  test('is re-affirmed, amended, split and merged without its words: a citation', async () => {
    const source = { id: (await addSource(at.db, await who('checker'), newsItem('Letters'))).id }
    const cited = { ...SUPPORTS, quote: 'Erna Pohl lit the lamp', note: 'By Erna Pohl', source }
    const made = await attachCitation(at.db, await who('checker'), { ...(await claimNow(at.db, desk, 3)), ...cited })
    if (made.outcome !== 'attached') throw new Error(made.outcome)
    await redact('citation', made.citationId)
    await reword(3, 'The mill stood by a lake. ')
    const claim = await claimNow(at.db, desk, 3)
    const asked = { ...claim, citationIds: [made.citationId], rationale: '' }
    expect(await reaffirm(at.db, await who('checker'), asked)).toMatchObject({ citations: 1 })
    const [row] = (await dossierOf('checker', 3)).citations
    const anew = { ...claim, ...SUPPORTS, quote: row?.quote ?? '', note: row?.note ?? '', citationId: row?.id ?? '' }
    await amendCitation(at.db, await who('checker'), { ...anew, credibility: 4 })
    await splitClaim(at.db, await who('editor'), { ...claim, cuts: ['The mill '.length], reason: 'Two things' })
    const parts = (
      await at.db.claimRevision.findMany({
        where: { articleId: desk.articleId, state: 'accepted', text: { in: ['The mill ', 'stood by a lake. '] } },
        select: { id: true, claimId: true, claim: { select: { number: true } } },
        orderBy: { number: 'asc' },
      })
    ).map(({ id, claimId, claim: { number } }) => ({ wordingId: id, claimId, number }))
    for (const { number } of parts) {
      const { citations, redactions } = await dossierOf('viewer', number)
      expect(citations.map(({ quote, note }) => `${quote} ${note}`)).toEqual(['[redacted] [redacted]'])
      for (const one of citations) expect(redactions[one.id]).toMatchObject({ reason: 'A person asked for it.' })
    }
    await mergeClaims(at.db, await who('editor'), { claims: parts, reason: 'One again' })
    expect(await at.db.citation.count({ where: { quote: { contains: 'Erna' } } })).toBe(0)
    expect(await breaksOf(at.url)).toEqual([])
  })

  test('loses them in every copy there is: re-affirmed, split off and merged back', async () => {
    const id = await answer('checker', 3, 'Erna Pohl told me')
    await reword(3, 'The mill stood by a lake. ')
    const claim = await claimNow(at.db, desk, 3)
    await reaffirm(at.db, await who('checker'), { ...claim, citationIds: [], rationale: '' })
    await splitClaim(at.db, await who('editor'), { ...claim, cuts: ['The mill '.length], reason: 'Two things' })
    const own = { articleId: desk.articleId, rationale: 'Erna Pohl told me' }
    expect(await at.db.assessment.count({ where: own })).toBeGreaterThan(2)
    expect(await redact('assessment', id)).toEqual({ outcome: 'redacted', elsewhere: 0 })
    expect(await at.db.assessment.count({ where: own })).toBe(0)
    expect(await breaksOf(at.url)).toEqual([])
  })
})
