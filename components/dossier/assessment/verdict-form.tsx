'use client'

import { type FormEvent, type ReactNode, useState } from 'react'
import { ChoiceField, TextArea } from '@/components/ui/field.tsx'
import { FormFooter } from '@/components/ui/form-footer.tsx'
import { ProblemNote } from '@/components/ui/problem-note.tsx'
import { type Problem, useCommand } from '@/components/ui/use-command.ts'
import { useDraft } from '@/components/ui/use-draft.ts'
import { useOpenedForm } from '@/components/ui/use-opened-form.ts'
import {
  CONFIDENCE_LABEL,
  CONFIDENCES,
  type Confidence,
  VERDICT_LABEL,
  VERDICTS,
  type Verdict,
} from '@/lib/domain/check/scale.ts'
import type { ClaimSummary } from '@/lib/domain/claim/claim.ts'
import { MovedNote, RewordedNote } from '../frame/moved-note.tsx'
import { useSeenWording } from '../frame/use-seen-wording.ts'

type Draft = { verdict: Verdict | ''; confidence: Confidence | ''; words: string }
const EMPTY: Draft = { verdict: '', confidence: '', words: '' }

/** The form stays, with the reason: the claim changed hands while it was open. */
const REFUSALS = new Set(['own_wording', 'own_assessment', 'nothing_to_settle'])

export type VerdictInput = { verdict: string; confidence: string; words: string }
type Outcome = { outcome: string }
type Props = {
  claim: ClaimSummary
  name: 'assess' | 'adjudicate'
  title: string
  wordsLabel: string
  wordsField: string
  submit: string
  note?: ReactNode
  start?: Draft | undefined
  send: (
    input: VerdictInput & { wordingId: string; commandId: string },
  ) => Promise<{ ok: true; value: Outcome | null } | { ok: false; problem: Problem }>
  onDone: () => void
  onMoved: () => void
  onCancel: () => void
}

/** A verdict, how sure one is of it, and why: two scales and a reason, never one sentence. */
export function VerdictForm(props: Props) {
  const { claim, name, start = EMPTY } = props
  const [draft, setDraft, forgetDraft] = useDraft<Draft>(`${name}.${claim.id}`, start)
  const seen = useSeenWording(claim, `${name}.${claim.id}`)
  const [asked, setAsked] = useState(0)
  const change = (patch: Partial<Draft>) => {
    setDraft(patch)
    seen.keep()
  }
  const forget = () => {
    forgetDraft()
    seen.forget()
  }
  const [outcome, setOutcome] = useState<string>()
  const form = useOpenedForm({ focus: true })
  const command = useCommand<VerdictInput & { wordingId: string }, Outcome>(props.send, (value) => {
    setOutcome(value?.outcome)
    if (value?.outcome === 'moved') return props.onMoved()
    if (value && REFUSALS.has(value.outcome)) return
    forget()
    props.onDone()
  })

  function submit(event: FormEvent) {
    event.preventDefault()
    if (seen.was !== null) return setAsked(asked + 1)
    void command.run({ ...draft, wordingId: seen.wordingId })
  }

  return (
    <form
      ref={form}
      onSubmit={submit}
      noValidate
      aria-label={props.title}
      className="mb-3 flex flex-col gap-3 rounded-lg border border-line bg-sheet p-3"
    >
      {props.note}
      <ChoiceField
        label="Verdict"
        name="verdict"
        required
        value={draft.verdict}
        onChange={(verdict) => change({ verdict })}
        options={VERDICTS.map((verdict) => [verdict, VERDICT_LABEL[verdict]] as const)}
        error={command.errors.verdict}
      />
      <ChoiceField
        label="Confidence in it"
        name="confidence"
        required
        value={draft.confidence}
        onChange={(confidence) => change({ confidence })}
        options={CONFIDENCES.map((confidence) => [confidence, CONFIDENCE_LABEL[confidence]] as const)}
        error={command.errors.confidence}
      />
      <TextArea
        label={props.wordsLabel}
        name={props.wordsField}
        required
        value={draft.words}
        onChange={(words) => change({ words })}
        error={command.errors[props.wordsField]}
      />
      <ProblemNote command={command} />
      <RewordedNote {...{ claim, seen, asked }} />
      <MovedNote claim={claim} moved={outcome === 'moved' && seen.was === null} />
      {(outcome === 'own_wording' || outcome === 'own_assessment') && (
        <p role="alert" className="border-l-[3px] border-sta bg-hover px-3 py-2 text-[13px] text-ink2">
          {outcome === 'own_wording' ? 'These words are yours' : 'Your own assessment is part of this dispute'}, and the
          desk’s policy asks for someone else. Nothing was recorded.
        </p>
      )}
      {outcome === 'nothing_to_settle' && (
        <p role="alert" className="border-l-[3px] border-sta bg-hover px-3 py-2 text-[13px] text-ink2">
          No revealed assessments of this wording differ, so there is nothing to settle. Nothing was recorded.
        </p>
      )}
      <FormFooter send={props.submit} busy={command.busy} onCancel={props.onCancel} />
    </form>
  )
}
