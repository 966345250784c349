'use client'

import { toast } from 'sonner'
import { useGalley } from '@/components/article/article-context.ts'
import { Avatar } from '@/components/ui/avatar.tsx'
import { Button } from '@/components/ui/button.tsx'
import { Kbd } from '@/components/ui/kbd.tsx'
import { When } from '@/components/ui/when.tsx'
import { adjudicateClaim, assessClaim, withdrawAdjudication, withdrawAssessment } from '@/lib/actions/annotation.ts'
import { type JudgingRefusal, whyNotAdjudicate, whyNotAssess } from '@/lib/domain/check/judging.ts'
import { CONFIDENCE_LABEL, type Confidence, VERDICT_LABEL, type Verdict } from '@/lib/domain/check/scale.ts'
import type { AssessmentDto, Dossier } from '@/lib/view/dossier.ts'
import { Earlier } from '../frame/earlier.tsx'
import { RedactButton, RedactedNote } from '../frame/redaction.tsx'
import { Section } from '../frame/section.tsx'
import { WithdrawButton } from '../frame/withdraw-button.tsx'
import { VerdictForm } from './verdict-form.tsx'

const TONE: Record<Verdict, string> = {
  supported: 'bg-sup-soft text-sup',
  refuted: 'bg-ref-soft text-ref',
  conflicting_evidence: 'bg-con-soft text-con',
  not_enough_evidence: 'bg-nee-soft text-nee',
}

/** What each editor thinks of the wording, and the desk's answer where they differ. */
export function Assessments({ dossier }: { dossier: Dossier }) {
  const { article, pane, openPane, may, refresh, viewer } = useGalley()
  const { assessments, hiddenAssessments, adjudication, claim, judging } = dossier
  const fresh = assessments.flatMap((row) => (row.fresh ? row.memberId : []))
  const noAssessing = whyNotAssess(judging, viewer.memberId)
  const noSettling = whyNotAdjudicate(judging, viewer.memberId, fresh)
  const mine = assessments.find((row) => row.memberId === viewer.memberId && row.fresh)
  const on = { articleId: article.id, claimId: claim.id }
  const close = (words: string) => () => {
    openPane(null)
    toast(words)
    refresh()
  }
  const common = { claim, onMoved: refresh, onCancel: () => openPane(null) }
  const note =
    hiddenAssessments > 0
      ? `${hiddenAssessments} hidden until ${claim.demands.assessors} have answered`
      : assessments.length || ''
  return (
    <Section
      title="Assessments"
      note={note}
      action={
        may('claim.assess') &&
        noAssessing === null &&
        pane !== 'assess' && (
          <Button small tone="quiet" onClick={() => openPane('assess')}>
            {mine ? 'Assess again' : 'Assess'} <Kbd>a</Kbd>
          </Button>
        )
      }
    >
      {may('claim.assess') && noAssessing !== null && <Refused words={REFUSED[noAssessing]} />}
      {pane === 'assess' && may('claim.assess') && noAssessing === null && (
        <VerdictForm
          {...common}
          name="assess"
          title="Assess the claim"
          wordsLabel="Rationale"
          wordsField="rationale"
          submit={mine ? 'Replace my assessment' : 'Record assessment'}
          start={mine && { verdict: mine.verdict, confidence: mine.confidence, words: mine.rationale }}
          send={({ words, ...rest }) => assessClaim({ ...on, ...rest, rationale: words })}
          onDone={close('Assessment recorded.')}
        />
      )}
      {pane === 'adjudicate' && noSettling !== null && <Refused words={REFUSED[noSettling]} />}
      {pane === 'adjudicate' && may('claim.adjudicate') && noSettling === null && (
        <VerdictForm
          {...common}
          name="adjudicate"
          title="Adjudicate"
          note={
            <p className="text-[13px] text-ink2">The desk’s answer, where assessments differ. They stay as they are.</p>
          }
          wordsLabel="Reason"
          wordsField="reason"
          submit="Adjudicate"
          send={({ words, ...rest }) => adjudicateClaim({ ...on, ...rest, reason: words })}
          onDone={close('Adjudicated.')}
        />
      )}
      {assessments.length === 0 && hiddenAssessments === 0 && pane !== 'assess' && (
        <p className="text-[13px] text-ink3">No assessments yet.</p>
      )}
      <ul>
        {adjudication && (
          <li className="mb-1.5 rounded-md bg-hover px-2.5 py-2">
            <p className="flex flex-wrap items-center gap-1.5 text-[13px]">
              <b className="font-semibold">Adjudicated</b>{' '}
              <Answer verdict={adjudication.verdict} confidence={adjudication.confidence} />
              {!adjudication.fresh && <span className="font-medium text-sta">∿ for an earlier wording</span>}
            </p>
            <p className="mt-1 text-[13px] leading-[18px] text-ink2">{adjudication.reason}</p>
            <Byline memberId={adjudication.memberId} at={adjudication.at}>
              <WithdrawButton
                id={adjudication.id}
                what="adjudication"
                by={adjudication.memberId}
                send={withdrawAdjudication}
              />
              <RedactButton id={adjudication.id} what="adjudication" />
            </Byline>
            <RedactedNote id={adjudication.id} />
          </li>
        )}
        {assessments.map((row) => (
          <Assessment key={row.id} row={row} />
        ))}
      </ul>
      <Earlier count={dossier.earlierAssessments.length} what="earlier assessment" many="earlier assessments">
        {dossier.earlierAssessments.map((row) => (
          <Assessment key={row.id} row={row} />
        ))}
      </Earlier>
    </Section>
  )
}

/** Why the desk's policy keeps a form from this reader. */
const REFUSED: Record<JudgingRefusal, string> = {
  own_wording: 'These words are yours, and the desk’s policy asks for someone else’s eyes on them.',
  own_assessment:
    'Your own assessment is part of this dispute, and the desk’s policy asks for someone else to settle it.',
}

function Refused({ words }: { words: string }) {
  return <p className="mb-2 text-[13px] text-ink3">{words}</p>
}

function Assessment({ row }: { row: AssessmentDto }) {
  const { nameOf } = useGalley()
  return (
    <li className="grid grid-cols-[26px_1fr] gap-x-2.5 py-1.5">
      <Avatar name={nameOf(row.memberId)} />
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-x-1.5 gap-y-0.5">
          <Answer verdict={row.verdict} confidence={row.confidence} />
        </p>
        <p className="mt-0.5 text-[13px] leading-[18px] text-ink2 [overflow-wrap:anywhere]">{row.rationale}</p>
        {!row.fresh && <p className="mt-0.5 text-[12.5px] font-medium text-sta">∿ Made for: “{row.madeFor.trim()}”</p>}
        <Byline memberId={row.memberId} at={row.at}>
          {row.reaffirms && ' · re-affirmed'}
          {row.ended !== null && ` · no longer counts: ${row.ended}`}
          {row.ended === null && (
            <WithdrawButton id={row.id} what="assessment" by={row.memberId} send={withdrawAssessment} />
          )}
          <RedactButton id={row.id} what="assessment" />
        </Byline>
        <RedactedNote id={row.id} />
      </div>
    </li>
  )
}

function Answer({ verdict, confidence }: { verdict: Verdict; confidence: Confidence }) {
  return (
    <>
      <span className={`rounded-[5px] px-1.5 py-px text-xs font-semibold leading-[18px] ${TONE[verdict]}`}>
        {VERDICT_LABEL[verdict]}
      </span>
      <span className="text-xs text-ink3">{CONFIDENCE_LABEL[confidence].toLowerCase()} confidence</span>
    </>
  )
}

function Byline({ memberId, at, children }: { memberId: string; at: string; children?: React.ReactNode }) {
  const { nameOf } = useGalley()
  return (
    <p className="text-[12.5px] leading-[18px] text-ink3">
      {nameOf(memberId)} · <When at={at} />
      {children}
    </p>
  )
}
