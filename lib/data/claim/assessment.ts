import { maySee } from '@/lib/domain/check/blind.ts'
import { type JudgingRefusal, whyNotAdjudicate, whyNotAssess } from '@/lib/domain/check/judging.ts'
import type { Confidence, Verdict } from '@/lib/domain/check/scale.ts'
import { carryCovers } from '@/lib/domain/claim/cover.ts'
import { AppError } from '@/lib/platform/errors.ts'
import { newId } from '@/lib/platform/ids.ts'
import { parseCovers } from '@/lib/schema/anchor.ts'
import type { AuthorizedArticle } from '../access.ts'
import { hiddenNow } from '../article/blindness.ts'
import { claimHead } from '../article/head.ts'
import { change, ownerOf, scopeOf } from '../clock.ts'
import type { Db } from '../db.ts'
import { type Moved, type OnClaim, stillSays } from './annotation.ts'
import { judgingOf } from './judging.ts'

export type NewAssessment = OnClaim & { verdict: Verdict; confidence: Confidence; rationale: string }
export type Assessed = { outcome: 'assessed'; assessmentId: string } | { outcome: 'own_wording' } | Moved

/** Records a member's answer for a claim's present wording; their earlier answer is kept, superseded. */
export async function assess(db: Db, article: AuthorizedArticle, given: NewAssessment): Promise<Assessed> {
  const memberId = requireMember(article)
  const what = { ...scopeOf(article, given), ability: 'claim.assess', kind: 'assessment.made' } as const
  return change<Assessed>(db, what, async (ledger) => {
    const claim = await claimHead(ledger.tx, article, given.claimId)
    const moved = await stillSays(ledger.tx, claim, given.wordingId)
    if (moved) return { value: moved }
    const own = whyNotAssess(await judgingOf(ledger.tx, article, claim), memberId)
    if (own) return { value: { outcome: own } }
    const { verdict, confidence, rationale } = given
    const current = await ledger.tx.assessment.findMany({
      where: { claimId: claim.claimId, memberId, endedSeq: null },
      select: { id: true },
      orderBy: { createdSeq: 'desc' },
    })
    const earlier = current.map(({ id }) => id)
    await ledger.end('Assessment', earlier, { endReason: 'superseded' })
    const assessmentId = newId()
    await ledger.add('Assessment', [
      {
        ...ownerOf(article),
        id: assessmentId,
        claimId: claim.claimId,
        wordingId: claim.head.id,
        substance: claim.head.substance,
        verdict,
        confidence,
        rationale,
        memberId,
        createdAt: ledger.at,
      },
    ])
    return {
      value: { outcome: 'assessed', assessmentId },
      details: { claim: claim.key, assessment: assessmentId, verdict, confidence, supersedes: earlier[0] ?? null },
    }
  })
}

export type Reaffirmed =
  | { outcome: 'reaffirmed'; citations: number }
  | { outcome: 'nothing_stale' }
  | { outcome: 'own_wording' }
  | Moved

/**
 * Re-affirms a member's own stale assessment, and the citations they looked at again, for the claim's present wording,
 * against the word diff they were shown. New rows stand for the present wording; the old ones are kept, superseded.
 */
export async function reaffirm(
  db: Db,
  article: AuthorizedArticle,
  given: OnClaim & { citationIds: string[]; rationale: string },
): Promise<Reaffirmed> {
  const memberId = requireMember(article)
  const what = { ...scopeOf(article, given), ability: 'claim.assess', kind: 'check.reaffirmed' } as const
  return change<Reaffirmed>(db, what, async (ledger) => {
    const claim = await claimHead(ledger.tx, article, given.claimId)
    const moved = await stillSays(ledger.tx, claim, given.wordingId)
    if (moved) return { value: moved }
    const own = whyNotAssess(await judgingOf(ledger.tx, article, claim), memberId)
    if (own) return { value: { outcome: own } }
    const { substance } = claim.head
    const stale = { claimId: claim.claimId, endedSeq: null, substance: { not: substance } }
    // The last of their own; what came from an ancestor of the claim stands behind it.
    const [mine, ...others] = await ledger.tx.assessment.findMany({
      where: { ...stale, memberId },
      orderBy: [{ carriedFromId: { sort: 'desc', nulls: 'first' } }, { createdSeq: 'desc' }, { id: 'desc' }],
    })
    const citations = await ledger.tx.citation.findMany({
      where: { ...stale, id: { in: given.citationIds } },
      take: 500,
      orderBy: { id: 'asc' },
      include: { wording: { select: { text: true } } },
    })
    if (!mine && citations.length === 0) return { value: { outcome: 'nothing_stale' } }
    const anew = { wordingId: claim.head.id, substance, memberId, createdAt: ledger.at }
    if (mine) {
      await ledger.end('Assessment', [mine.id], { endReason: 'reaffirmed' })
      await ledger.end(
        'Assessment',
        others.map(({ id }) => id),
        { endReason: 'superseded' },
      )
      const { verdict, confidence } = mine
      const rationale = given.rationale || mine.rationale
      await ledger.add('Assessment', [
        {
          ...ownerOf(article),
          id: newId(),
          claimId: claim.claimId,
          verdict,
          confidence,
          rationale,
          ...anew,
          reaffirmsId: mine.id,
        },
      ])
    }
    await ledger.end(
      'Citation',
      citations.map((row) => row.id),
      { endReason: 'reaffirmed' },
    )
    await ledger.add(
      'Citation',
      // Words that were redacted are not there any more to be said again: the new row has the fixed ones in their place.
      citations.map(({ id, createdSeq: _c, redactedSeq: _d, endedSeq: _e, endReason: _r, wording, covers, ...row }) => {
        const covered = parseCovers(covers)
        // What was covered stays covered where the words stayed.
        return {
          ...row,
          id: newId(),
          ...anew,
          covers: covered && carryCovers(wording.text, claim.head.text, covered),
          reaffirmsId: id,
          amendsId: null,
        }
      }),
    )
    return {
      value: { outcome: 'reaffirmed', citations: citations.length },
      details: { claim: claim.key, assessment: mine?.id ?? null, citations: citations.map((row) => row.id) },
    }
  })
}

export type Adjudicated =
  | { outcome: 'adjudicated' }
  | { outcome: JudgingRefusal }
  | { outcome: 'nothing_to_settle' }
  | Moved

/**
 * The desk's answer where assessments differ and are revealed, with its reason; one a claim, the earlier kept. It settles a dispute about
 * what the claim says now: without one there is nothing to settle. Whoever is a party to it does not settle it, unless
 * the policy allows that.
 */
export async function adjudicate(
  db: Db,
  article: AuthorizedArticle,
  given: OnClaim & { verdict: Verdict; confidence: Confidence; reason: string },
): Promise<Adjudicated> {
  const memberId = requireMember(article)
  const what = { ...scopeOf(article, given), ability: 'claim.adjudicate', kind: 'claim.adjudicated' } as const
  return change<Adjudicated>(db, what, async (ledger) => {
    const claim = await claimHead(ledger.tx, article, given.claimId)
    const moved = await stillSays(ledger.tx, claim, given.wordingId)
    if (moved) return { value: moved }
    const judging = await judgingOf(ledger.tx, article, claim)
    const own = whyNotAssess(judging, memberId)
    if (own) return { value: { outcome: own } }
    const where = { claimId: claim.claimId, endedSeq: null }
    const answers = await ledger.tx.assessment.findMany({
      where: { ...where, substance: claim.head.substance },
      select: { id: true, memberId: true, verdict: true },
      take: 1_000,
    })
    // Whether hidden answers differ must not be found out by trying to settle them.
    const hidden = await hiddenNow(ledger.tx, article, [claim.claimId])
    const open = answers.every((row) => maySee(row, null, hidden))
    if (!open || new Set(answers.map(({ verdict }) => verdict)).size < 2)
      return { value: { outcome: 'nothing_to_settle' } }
    const assessors = answers.map((row) => row.memberId)
    const refused = whyNotAdjudicate(judging, memberId, assessors)
    if (refused) return { value: { outcome: refused } }
    const current = await ledger.tx.adjudication.findMany({ where, select: { id: true } })
    await ledger.end(
      'Adjudication',
      current.map(({ id }) => id),
      { endReason: 'superseded' },
    )
    const { verdict, confidence, reason } = given
    await ledger.add('Adjudication', [
      {
        ...ownerOf(article),
        id: newId(),
        claimId: claim.claimId,
        wordingId: claim.head.id,
        substance: claim.head.substance,
        verdict,
        confidence,
        reason,
        memberId,
        createdAt: ledger.at,
      },
    ])
    return { value: { outcome: 'adjudicated' }, details: { claim: claim.key, verdict, confidence, reason } }
  })
}

/** An assessment is a person's answer; the house has none. */
function requireMember(article: AuthorizedArticle): string {
  if (article.memberId === null) throw new AppError('forbidden', 'Only a member of the desk can assess.')
  return article.memberId
}
