import { newId } from '@/lib/platform/ids'
import { withdraw } from '../annotation'
import { adjudicate, assess } from '../assessment'
import { setCheckable } from '../checkability'
import { attachCitation } from '../citation'
import { change } from '../clock'
import type { Db } from '../db'
import { addSource, gradeSource, setSourceOrigin } from '../source'
import { addComment, openThread, resolveThread } from '../thread'
import { acceptWording, proposeWording, recordWording } from '../wording'
import { as, claimNow, newsItem, openDesk, SUPPORTS, type TestDesk } from './desk'

/**
 * A desk on which at least one row of every noun was recorded, and one of most has ended:
 * C-2 cited, assessed twice and adjudicated; C-3 proposed anew; C-4 recorded anew; C-5 accepted from a proposal.
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
  await adjudicate(db, editor, {
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
  await splitFrom(db, desk, 4, 3)
  return { ...desk, sourceId }
}

/** No action splits claims yet; their ancestry is recorded as it will be. */
async function splitFrom(db: Db, desk: TestDesk, child: number, parent: number): Promise<void> {
  const authority = await as(db, desk, 'editor')
  const [claim, ancestor] = [await claimNow(db, desk, child), await claimNow(db, desk, parent)]
  const what = { clockId: desk.articleId, authority, ability: 'wording.record', kind: 'wording.recorded' } as const
  await change(db, what, async (ledger) => {
    const pair = { claimId: claim.claimId, ancestorId: ancestor.claimId, kind: 'split' as const }
    await ledger.add('ClaimAncestry', [{ id: newId(), articleId: desk.articleId, ...pair }])
    return { value: undefined, details: {} }
  })
}
