import { beforeEach, describe, expect, test } from 'vitest'
import { formatReferences } from '@/lib/exchange/bibliography/bibliography.ts'
import { reportFile } from '@/lib/exchange/report/report.ts'
import { verifyReportFile } from '@/lib/exchange/report/verify.ts'
import { newId } from '@/lib/platform/ids.ts'
import { houseArticle, houseAuthority } from '../access.ts'
import { importArticle } from '../article/article.ts'
import { withdraw } from '../claim/annotation.ts'
import { adjudicate, assess } from '../claim/assessment.ts'
import { attachCitation } from '../claim/citation.ts'
import { addComment, openThread, resolveThread } from '../claim/thread.ts'
import { addMember } from '../desk/member.ts'
import { createUser } from '../desk/user.ts'
import { recordWording } from '../revision/wording.ts'
import { addSource, gradeSource, setSourceOrigin } from '../source/source.ts'
import { as, claimNow, newsItem, openDesk, SUPPORTS, type TestDesk } from '../testing/desk.ts'
import { ownDatabase } from '../testing/fresh-database.ts'
import type { Pin } from './pin.ts'
import { listRevisions, readReport } from './report.ts'

const at = ownDatabase()
let desk: TestDesk
let desks = 0

beforeEach(async () => {
  desks += 1
  desk = await openDesk(at.db, `Mill${desks}`)
})

const report = async (pin: Pin = {}, role: 'viewer' | 'editor' | 'checker' = 'viewer') => {
  const article = await as(at.db, desk, role)
  return readReport(at.db, article, { moment: article, ...pin }, formatReferences)
}
const bytes = async (pin: Pin = {}, role: 'viewer' | 'editor' | 'checker' = 'viewer') =>
  reportFile(await report(pin, role))
const now = (number = 2) => claimNow(at.db, desk, number)
const by = (role: 'checker' | 'editor' | 'owner') => as(at.db, desk, role)
const rate = async (role: 'checker' | 'editor' | 'owner', rationale: string, verdict: 'supported' | 'refuted') =>
  assess(at.db, await by(role), { ...(await now()), verdict, confidence: 'high', rationale })
const reword = async (text: string, number = 2) =>
  recordWording(at.db, await by('editor'), { ...(await now(number)), text, reason: 'The register' })
const entry = async (number = 2) => {
  const claim = (await report()).claims.find((row) => row.number === number)
  if (!claim) throw new Error('no such claim')
  return claim
}

/** One change of every kind that a report shows. */
async function goOn() {
  const checker = await by('checker')
  const { id: sourceId } = await addSource(at.db, checker, newsItem('Later', 'https://later.example/'))
  const { id: echo } = await addSource(at.db, checker, newsItem('Echo', 'https://echo.example/'))
  await attachCitation(at.db, checker, { ...(await now()), ...SUPPORTS, source: { id: sourceId }, note: 'Later note' })
  await setSourceOrigin(at.db, checker, { sourceId, originId: echo })
  await gradeSource(at.db, checker, { sourceId, reliability: 'E', reason: 'Later doubts' })
  await rate('checker', 'Later rationale', 'refuted')
  await rate('editor', 'Later answer', 'supported')
  const words = { quote: '', body: 'Later question', mentions: [] }
  const threadId = await openThread(at.db, checker, { ...(await now()), ...words })
  await addComment(at.db, checker, { threadId, body: 'Later reply', mentions: [] })
  const ruling = { verdict: 'supported', confidence: 'low', reason: 'Later ruling' } as const
  await adjudicate(at.db, await by('owner'), { ...(await now()), ...ruling })
  const userId = await createUser(at.db, { email: `later-${newId()}@mill.example`, passwordHash: 'none' })
  await addMember(at.db, houseAuthority(desk.workspaceId), { userId, name: `Mill${desks} editor`, role: 'editor' })
}

describe('the same pin', () => {
  test('gives the same bytes, whoever asks, wherever', async () => {
    await goOn()
    const first = await bytes()
    expect(await bytes({}, 'checker')).toBe(first)
    const house = houseArticle(desk.workspaceId, desk.articleId, desk.slug)
    expect(reportFile(await readReport(at.db, house, {}, formatReferences))).toBe(first)
    const zone = process.env.TZ
    process.env.TZ = 'America/New_York'
    try {
      expect(await bytes({ revision: 1 }, 'editor')).toBe(first)
    } finally {
      process.env.TZ = zone
    }
    expect(verifyReportFile(first)).toMatchObject({ holds: true, revision: 1 })
  })

  test('of an older revision never changes any more', async () => {
    await goOn()
    await reword('At least 13 people were killed in the mill.')
    const older = await bytes({ revision: 1 })
    await goOn()
    await reword('At least 14 people were killed in the mill.')
    await reword('The mill stood by a canal.', 3)
    expect(await bytes({ revision: 1 })).toBe(older)
    expect(older).toContain('Later ruling')
    expect(older).not.toContain('At least 13')
    expect(await bytes({ revision: 2 })).not.toBe(await bytes())
  })

  test('is kept by a moment: what was recorded after it is not there', async () => {
    const { seq, deskSeq } = await as(at.db, desk, 'viewer')
    const moment = { seq, deskSeq }
    const before = await bytes({ moment })
    await goOn()
    await reword('At least 13 people were killed in the mill.')
    expect(await bytes({ moment })).toBe(before)
  })
})

describe('a file handed over', () => {
  const pinned = async () => (await report()).pin

  test('can be made again from the pin it states, whatever came after', async () => {
    await goOn()
    const pin = await pinned()
    const first = await bytes()
    expect(first).toContain(`--revision 1 --pin ${pin.change}.${pin.deskChange}`)
    const words = { quote: '', body: 'And then?', mentions: [] }
    await openThread(at.db, await by('checker'), { ...(await now()), ...words })
    const { id } = await at.db.source.findFirstOrThrow({ where: { workspaceId: desk.workspaceId } })
    await gradeSource(at.db, await by('checker'), { sourceId: id, reliability: 'A', reason: 'Better now' })
    await reword('At least 13 people were killed in the mill.')
    expect(await bytes({ revision: 1, exact: pin })).toBe(first)
    expect(await bytes({ exact: pin })).toBe(first)
    expect(await bytes({ revision: 1 })).not.toBe(first)
  })

  test('has a pin within its revision’s time; others are refused in words', async () => {
    await goOn()
    const { change, deskChange } = await pinned()
    await reword('At least 13 people were killed in the mill.')
    const wrong = [
      { revision: 2, exact: { change, deskChange } },
      { revision: 1, exact: { change: change + 1, deskChange } },
      { revision: 2, exact: { change: change + 2, deskChange } },
      { revision: 1, exact: { change, deskChange: deskChange + 1 } },
      { revision: 1, exact: { change, deskChange: 0 } },
    ]
    for (const pin of wrong) await expect(report(pin)).rejects.toMatchObject({ code: 'invalid' })
    await expect(report({ revision: 3, exact: { change, deskChange } })).rejects.toMatchObject({ code: 'not_found' })
  })
})

test.each([0, -1, 2, 99, 2_147_483_647, 2_147_483_648, 1e300, Number.NaN])(
  'revision %d is not there',
  async (revision) => {
    await expect(report({ revision })).rejects.toMatchObject({ code: 'not_found' })
  },
)

test('an article without a licence or authors to name says nothing of them', async () => {
  const house = houseAuthority(desk.workspaceId)
  const text = { title: 'Bare', open: '= Bare =\n', blocks: [], close: '' }
  const empty = { licence: '', attribution: '', originUrl: '' }
  const { articleId } = await importArticle(at.db, house, { text, language: 'en', summary: '', ...empty })
  const row = await at.db.article.findUniqueOrThrow({ where: { id: articleId } })
  expect(row).toMatchObject({ licence: null, attribution: null, originUrl: null })
})

test('revisions are listed newest first', async () => {
  await reword('At least 13 people were killed in the mill.')
  const viewer = await as(at.db, desk, 'viewer')
  expect((await listRevisions(at.db, viewer, viewer)).map(({ number }) => number)).toEqual([2, 1])
})

describe('what a report does not tell', () => {
  test('answers that the next assessor may not see yet', async () => {
    await rate('checker', 'CANARY of the first', 'refuted')
    const file = await bytes()
    expect(file).not.toContain('CANARY')
    expect(await entry()).toMatchObject({ heldBack: 1, assessments: [], answer: null, status: 'in_progress' })
    expect(file).not.toContain('Refuted')
    expect((await report()).signOff.checkers).toEqual([])
    await rate('editor', 'The second', 'refuted')
    expect(await entry()).toMatchObject({ heldBack: 0, answer: { verdict: 'refuted', confidences: ['high'] } })
    expect(await bytes()).toContain('CANARY of the first')
  })

  test('what was withdrawn', async () => {
    const checker = await by('checker')
    const claim = await now()
    const attached = await attachCitation(at.db, checker, {
      ...claim,
      ...SUPPORTS,
      source: { add: newsItem('CANARY source') },
      note: 'CANARY note',
    })
    const threadId = await openThread(at.db, checker, { ...claim, quote: '', body: 'Stays', mentions: [] })
    const commentId = await addComment(at.db, checker, { threadId, body: 'CANARY comment', mentions: [] })
    const alone = await openThread(at.db, checker, { ...claim, quote: 'CANARY quote', body: 'Gone', mentions: [] })
    const { id } = await at.db.comment.findFirstOrThrow({ where: { threadId: alone } })
    expect((await bytes()).match(/CANARY/g)?.length).toBeGreaterThan(3)
    if (attached.outcome === 'attached')
      await withdraw(at.db, checker, 'Citation', { id: attached.citationId, reason: '' })
    await withdraw(at.db, checker, 'Comment', { id: commentId, reason: '' })
    await withdraw(at.db, checker, 'Comment', { id, reason: '' })
    expect(await bytes()).not.toContain('CANARY')
    expect((await entry()).questions).toHaveLength(1)
    await resolveThread(at.db, checker, { threadId })
    expect((await entry()).questions).toEqual([])
  })

  test('who the people are elsewhere, and any id of the record', async () => {
    await goOn()
    const file = await bytes()
    expect(file).not.toMatch(/@mill/)
    expect(file).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-7/)
  })
})

describe('evidence that a verdict rested on, and that is there no longer', () => {
  const cite = async (title: string, reliability: 'B' | null = 'B') => {
    const checker = await by('checker')
    const { id } = await addSource(at.db, checker, { ...newsItem(title), reliability })
    const attached = await attachCitation(at.db, checker, { ...(await now(3)), ...SUPPORTS, source: { id } })
    if (attached.outcome !== 'attached') throw new Error(attached.outcome)
    return attached.citationId
  }
  const assessNow = async () =>
    assess(at.db, await by('checker'), {
      ...(await now(3)),
      verdict: 'supported',
      confidence: 'high',
      rationale: 'So.',
    })
  const takeBack = async (id: string) => withdraw(at.db, await by('checker'), 'Citation', { id, reason: 'Misread' })

  test('a citation withdrawn after the assessment is named, whatever the verdict, until someone looks again', async () => {
    const id = await cite('The register')
    await cite('A paper')
    await assessNow()
    expect((await entry(3)).missing).toEqual([])
    await takeBack(id)
    const lost = { quotes: 0, unfound: 0, links: 0, withdrawn: 1 }
    expect(await entry(3)).toMatchObject({ status: 'supported', lost, missing: [{ what: 'evidence', lost }] })
    expect((await report()).signOff.missing[0]).toMatchObject({ key: 'C-3' })
    expect(await bytes()).toContain('id="lost"')
    await assessNow()
    expect((await entry(3)).missing).toEqual([])
  })

  test('one withdrawn before the assessment is none; nor is one amended', async () => {
    await takeBack(await cite('The register'))
    await cite('A paper')
    await assessNow()
    expect((await entry(3)).lost.withdrawn).toBe(0)
  })

  test('a source that no one graded has no grade', async () => {
    await cite('An address', null)
    expect((await report()).bibliography[0]).toMatchObject({ reliability: null, accessed: null, unconfirmed: [] })
    expect((await entry(3)).citations[0]).toMatchObject({ reliability: null })
    expect(await bytes()).toContain('not graded')
  })
})
