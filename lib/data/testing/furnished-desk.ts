import { archiveArticle, bringBackArticle } from '../article/archiving.ts'
import { amendArticle } from '../article/detail.ts'
import { withdraw } from '../claim/annotation.ts'
import { adjudicate, assess } from '../claim/assessment.ts'
import { assignClaim, endAssignment } from '../claim/assignment.ts'
import { setCheckable } from '../claim/checkability.ts'
import { attachCitation } from '../claim/citation.ts'
import { logSearch } from '../claim/search-entry.ts'
import { addComment, openThread, resolveThread } from '../claim/thread.ts'
import type { Db } from '../db.ts'
import { previewRecording, recordWanted } from '../revision/recording.ts'
import { splitClaim } from '../revision/structure.ts'
import { acceptWording, proposeWording, recordWording } from '../revision/wording.ts'
import { recordArchiveCopy } from '../snapshot/archive-copy.ts'
import { currentSnapshot, recordGiven, recordVisit } from '../snapshot/snapshot.ts'
import { setSourceContact } from '../source/contact.ts'
import { mergeSources, partSource, setApart } from '../source/merge.ts'
import { addSource, amendSource, gradeSource, setSourceOrigin } from '../source/source.ts'
import { articleText, as, CLAIMS, claimNow, newsItem, openDesk, SUPPORTS, type TestDesk } from './desk.ts'
import { pageOf } from './page.ts'

/**
 * A desk on which at least one row of every noun was recorded, and one of most has ended:
 * C-2 cited, assessed twice and adjudicated; C-3 proposed again, and the checker's to see to; C-4 recorded again; C-5 accepted from a proposal.
 */
export async function openFurnishedDesk(
  db: Db,
  name?: string,
  given?: Parameters<typeof openDesk>[2],
): Promise<TestDesk & { sourceId: string }> {
  const desk = await openDesk(db, name, given)
  const checker = await as(db, desk, 'checker')
  const editor = await as(db, desk, 'editor')
  const toll = await claimNow(db, desk, 2)
  const { id: sourceId } = await addSource(db, checker, newsItem('Twelve dead', 'https://news.example/twelve'))
  const { id: echo } = await addSource(db, checker, newsItem('Twelve dead, they say', 'https://echo.example/twelve'))
  await gradeSource(db, checker, { sourceId: echo, reliability: 'D', reason: 'It copies.' })
  await setSourceOrigin(db, checker, { sourceId: echo, originId: sourceId })
  await gradeSource(db, checker, { sourceId, reliability: 'C', reason: 'It corrected itself twice.' })
  await attachCitation(db, checker, { ...toll, ...SUPPORTS, source: { id: sourceId } })
  const second = await attachCitation(db, checker, { ...toll, ...SUPPORTS, source: { id: echo } })
  if (second.outcome === 'attached')
    await withdraw(db, checker, 'Citation', { id: second.citationId, reason: 'It only repeats the other.' })
  const answer = { confidence: 'high', rationale: 'Counted by two hospitals.' } as const
  await assess(db, checker, { ...toll, ...answer, verdict: 'refuted' })
  await assess(db, checker, { ...toll, ...answer, verdict: 'supported' })
  await assess(db, editor, { ...toll, ...answer, verdict: 'conflicting_evidence' })
  await adjudicate(db, await as(db, desk, 'owner'), {
    ...toll,
    verdict: 'supported',
    confidence: 'high',
    reason: 'The second count stands.',
  })
  const words = { quote: '', body: 'Whose count?', mentions: [desk.seats.editor.memberId] }
  const threadId = await openThread(db, checker, { ...toll, ...words })
  await resolveThread(db, editor, { threadId })
  await addComment(db, checker, { threadId, body: 'And of when?', mentions: [] })
  await setCheckable(db, editor, {
    claimId: (await claimNow(db, desk, 5)).claimId,
    checkable: false,
    reason: 'Opinion',
  })
  const propose = async (number: number, text: string) =>
    proposeWording(db, checker, { ...(await claimNow(db, desk, number)), text, reason: 'Found in the register.' })
  await propose(3, 'The mill stood by the canal.')
  await recordWording(db, editor, {
    ...(await claimNow(db, desk, 4)),
    text: 'It burned on 4 May 2021.',
    reason: 'Date',
  })
  const proposal = await propose(5, 'The owner had been warned twice.')
  if (proposal.outcome === 'proposed')
    await acceptWording(db, editor, { wordingId: proposal.wordingId, reason: 'Agreed' })
  const assigned = { claimId: (await claimNow(db, desk, 3)).claimId, note: '' }
  await assignClaim(db, editor, { ...assigned, assigneeId: checker.memberId, note: 'Is there a map?' })
  const own = await assignClaim(db, editor, { ...assigned, assigneeId: editor.memberId })
  await endAssignment(db, editor, { id: own.assignmentId, reason: '' })
  await keepEvidence(db, desk, sourceId, echo)
  await takeQuarry(db, desk, given?.title)
  await amendDetails(db, desk)
  return { ...desk, sourceId }
}

/** Its licence and authors were added; it was archived, and brought back. */
async function amendDetails(db: Db, desk: TestDesk): Promise<void> {
  const editor = await as(db, desk, 'editor')
  const changes = { licence: 'CC BY-SA 4.0', attribution: 'The mill’s chronicle' }
  await amendArticle(db, editor, { seq: editor.seq, changes, reason: 'They answered.' })
  await archiveArticle(db, editor, { reason: 'Nothing left to check' })
  await bringBackArticle(db, editor, { reason: 'There is' })
}

/** A quote typed by hand is looked for in a snapshot, and again when the page has changed; what was looked for is logged. */
async function keepEvidence(db: Db, desk: TestDesk, sourceId: string, echo: string): Promise<void> {
  const checker = await as(db, desk, 'checker')
  const editor = await as(db, desk, 'editor')
  const mill = await claimNow(db, desk, 4)
  const { id: third } = await addSource(db, checker, newsItem('The mill burned', 'https://third.example/mill'))
  const { id: double } = await addSource(
    db,
    checker,
    newsItem('Mill burned down', 'https://third.example/mill?print=1'),
  )
  for (const title of ['The mill burned down', 'The mill burned down on 4 May'])
    await amendSource(db, checker, {
      sourceId: third,
      csl: { type: 'article-newspaper', title, URL: 'https://third.example/mill' },
      unconfirmed: ['title'],
    })
  for (const contact of ['A worker of the mill, by telephone', 'A worker of the mill, in the evening'])
    await setSourceContact(db, checker, { sourceId: third, contact })
  await mergeSources(db, editor, { sourceId: double, intoId: third, reason: 'The print view' })
  await partSource(db, editor, { sourceId: double })
  await mergeSources(db, editor, { sourceId: double, intoId: third, reason: 'It is the print view' })
  await setApart(db, checker, { sourceId: third, otherId: echo })
  await attachCitation(db, checker, {
    ...mill,
    ...SUPPORTS,
    quote: 'The old mill burned on 4 May',
    source: { id: third },
  })
  const url = 'https://third.example/mill'
  for (const text of ['The old mill burned on 4 May 2021.', 'An old mill was lost.'])
    await recordVisit(db, checker, { sourceId: third, url, came: { to: 'answer', snapshot: pageOf(url, text) } })
  const { id: snapshotId } = (await currentSnapshot(db, desk.workspaceId, third)) ?? { id: '' }
  await recordArchiveCopy(db, checker, {
    sourceId: third,
    snapshotId,
    address: 'https://archive.example/1',
    problem: null,
  })
  await recordGiven(db, checker, {
    sourceId,
    snapshot: { ...pageOf(url, 'Twelve dead'), fetched: null, fileName: 'a.txt' },
  })
  const search = { place: 'The register of fires', query: 'mill 4 May', searchedOn: '2026-02-01', note: '' } as const
  await logSearch(db, checker, { ...mill, ...search, result: 'nothing' })
  const second = await logSearch(db, checker, { ...mill, ...search, result: 'partly' })
  if (second.outcome === 'logged') await withdraw(db, checker, 'SearchEntry', { id: second.searchId, reason: 'Twice' })
}

/**
 * Upstream adds two claims, C-6 and C-7. C-6 is discussed and split, and the discussion goes with its words to C-8; a
 * split of C-7 is proposed.
 */
async function takeQuarry(db: Db, desk: TestDesk, title = 'The mill fire'): Promise<void> {
  const editor = await as(db, desk, 'editor')
  const checker = await as(db, desk, 'checker')
  const text = articleText(title, CLAIMS)
  const claims = ['A quarry lay near the mill. ', 'It closed in June.']
  text.blocks.push({ kind: 'paragraph', open: '\n', close: '\n', claims })
  const wanted = { from: 'upstream', text, corrections: [], choices: {} } as const
  const { digest } = await previewRecording(db, editor, wanted)
  await recordWanted(db, editor, wanted, { seen: digest, reason: 'Two more sentences' })
  const quarry = await claimNow(db, desk, 6)
  await openThread(db, checker, { ...quarry, quote: 'near the mill', body: 'How near?', mentions: [] })
  await splitClaim(db, editor, { ...quarry, cuts: ['A quarry lay '.length], reason: 'Two things' })
  await splitClaim(db, checker, { ...(await claimNow(db, desk, 7)), cuts: ['It closed '.length], reason: 'Two things' })
}
