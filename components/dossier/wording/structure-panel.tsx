'use client'

import { type FormEvent, useEffect, useState } from 'react'
import { toast } from 'sonner'
import { useGalley } from '@/components/article/article-context.ts'
import { Button } from '@/components/ui/button.tsx'
import { TextField } from '@/components/ui/field.tsx'
import { FormFooter } from '@/components/ui/form-footer.tsx'
import { ProblemNote } from '@/components/ui/problem-note.tsx'
import { useCommand } from '@/components/ui/use-command.ts'
import { useOpenedForm } from '@/components/ui/use-opened-form.ts'
import { merge, split } from '@/lib/actions/structure.ts'
import { type ClaimSummary, claimKey } from '@/lib/domain/claim/claim.ts'
import { WORDING_LIMIT } from '@/lib/domain/claim/wording.ts'
import { mergedText, splitAt } from '@/lib/domain/revision/structure.ts'
import { words } from '@/lib/domain/text/word.ts'

type Answer = { outcome: 'recorded' | 'proposed' } | { outcome: 'misfit'; why: string }

/** Cutting a claim between two words, or joining it with its neighbour. What was checked goes along, to be looked at again. */
export function StructurePanel({ claim }: { claim: ClaimSummary }) {
  const { article, blocks, claims, openPane, refresh, may } = useGalley()
  const [cuts, setCuts] = useState<number[]>([])
  const [joined, setJoined] = useState<number | null>(null)
  const [reason, setReason] = useState('')
  const [misfit, setMisfit] = useState<string | null>(null)
  const form = useOpenedForm()
  // The words first: they are what is decided here.
  useEffect(() => form.current?.querySelector('button')?.focus({ preventScroll: true }), [form])
  const done = (value: Answer | null) => {
    if (value?.outcome === 'misfit') {
      setMisfit(value.why)
      return refresh()
    }
    openPane(null)
    toast(value?.outcome === 'proposed' ? 'Proposed. A reviewer decides.' : 'Recorded as a new revision.')
    refresh()
  }
  const splitting = useCommand(split, done)
  const merging = useCommand(merge, done)
  const command = splitting.problem ? splitting : merging
  const records = may('wording.record')
  const run = blocks.find((block) => block.claims.includes(claim.number))?.claims ?? []
  const at = run.indexOf(claim.number)
  const neighbours = [
    ['Merge with the previous claim', run[at - 1]],
    ['Merge with the one after', run[at + 1]],
  ].flatMap(([label, number]) => {
    const other = claims.get(Number(number))
    return other ? [{ label: String(label), other }] : []
  })
  const parts = splitAt(claim.text, cuts)
  const other = joined === null ? undefined : claims.get(joined)
  const pair = other ? (run.indexOf(other.number) < at ? [other, claim] : [claim, other]) : []
  const together = other ? mergedText(pair.map((one) => one.text)) : null
  const waiting = (other ? pair : [claim]).reduce((sum, one) => sum + one.proposals, 0)

  function submit(event: FormEvent) {
    event.preventDefault()
    setMisfit(null)
    if (other) {
      const both = pair.map((one) => ({ claimId: one.id, wordingId: one.wordingId }))
      void merging.run({ articleId: article.id, claims: both, reason })
    } else void splitting.run({ articleId: article.id, claimId: claim.id, wordingId: claim.wordingId, cuts, reason })
  }
  const toggle = (cut: number) => {
    setJoined(null)
    setCuts(cuts.includes(cut) ? cuts.filter((one) => one !== cut) : [...cuts, cut])
  }
  if (neighbours.length === 0 && words(claim.text).length < 2)
    return (
      <div className="my-2 flex flex-col items-start gap-2">
        <p className="text-[13px] text-ink2">
          This claim is one word, and no other claim is beside it: it can be neither split nor merged.
        </p>
        <Button onClick={() => openPane(null)}>Close</Button>
      </div>
    )
  return (
    <form ref={form} aria-label="Split or merge" onSubmit={submit} noValidate className="my-2 flex flex-col gap-3">
      <fieldset>
        <legend className="text-[13px] font-medium text-ink2">Choose where to split</legend>
        <p
          dir="auto"
          lang={article.language}
          className="font-serif text-[17px] leading-[32px] [overflow-wrap:anywhere]"
        >
          <SplittableText text={claim.text} cuts={cuts} onToggle={toggle} />
        </p>
      </fieldset>
      {neighbours.length > 0 && (
        <div className="flex flex-wrap gap-2">
          {neighbours.map(({ label, other: one }) => (
            <Button
              key={one.number}
              small
              aria-pressed={joined === one.number}
              onClick={() => {
                setCuts([])
                setJoined(joined === one.number ? null : one.number)
              }}
            >
              {label} ({claimKey(one.number)})
            </Button>
          ))}
        </div>
      )}
      {other && together === null && (
        <p role="alert" className="border-l-[3px] border-sta px-3 py-1 text-[13px]">
          Together these claims would be longer than a claim may be ({WORDING_LIMIT.toLocaleString('en')} characters).
        </p>
      )}
      {(parts || together !== null) && (
        <div aria-live="polite">
          <p className="text-[13px] font-medium text-ink2">{other ? 'One claim' : `${parts?.length} claims`}</p>
          {(together !== null ? [together] : (parts ?? [])).map((text, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two parts may say the same, and their order is all they are
            <p key={place} dir="auto" className="mt-1 border-l-2 border-pencil pl-2 font-serif text-[16px] leading-6">
              {text.trim()}
            </p>
          ))}
          <p className="mt-1 text-[13px] text-ink3">
            Sources, assessments and threads go where their words go. Checks need another look.
          </p>
          {waiting > 0 && (
            <p className="mt-1 text-[13px] text-sta">
              {waiting === 1
                ? `A proposal waits for ${other ? 'these claims' : 'this claim'}. It was`
                : `${waiting} proposals wait for ${other ? 'these claims' : 'this claim'}. They were`}{' '}
              written against the present words and can’t be accepted after this.
            </p>
          )}
        </div>
      )}
      <TextField
        label="Reason"
        name="reason"
        required
        value={reason}
        onChange={setReason}
        error={command.errors.reason}
      />
      <ProblemNote command={command} />
      {misfit && (
        <p role="alert" className="border-l-[3px] border-sta px-3 py-1 text-[13px]">
          {misfit} Nothing was recorded. Choose again in the current text.
        </p>
      )}
      <FormFooter
        send={records ? (other ? 'Merge' : 'Split') : 'Propose'}
        busy={splitting.busy || merging.busy}
        disabled={!parts && together === null}
        onCancel={() => openPane(null)}
      />
    </form>
  )
}

/** A text with a place to cut before each of its words but the first. */
function SplittableText({ text, cuts, onToggle }: { text: string; cuts: number[]; onToggle: (cut: number) => void }) {
  const found = words(text)
  return found.map((word, at) => {
    const tail = text.slice(word.end, found[at + 1]?.start ?? text.length)
    const next = found[at + 1]
    // Marks that open the next word stay with it.
    const space = tail.search(/\s\S*$/u)
    const cut = next ? word.end + (space < 0 ? 0 : space + 1) : null
    return (
      <span key={word.start}>
        {at === 0 && text.slice(0, word.start).trimStart()}
        {word.text}
        {cut === null || space < 0 ? tail : tail.slice(0, space)}
        {cut !== null && next && space >= 0 && (
          <button
            type="button"
            aria-pressed={cuts.includes(cut)}
            aria-label={`Split before “${next.text}”`}
            onClick={() => onToggle(cut)}
            className="mx-px inline-block min-h-6 min-w-[10px] rounded-sm align-middle leading-6 text-ink3 hover:bg-pencil hover:text-sheet aria-pressed:bg-pencil aria-pressed:text-sheet"
          >
            <span aria-hidden="true">{cuts.includes(cut) ? '÷' : '·'}</span>
          </button>
        )}
        {cut !== null && space >= 0 && tail.slice(space + 1)}
      </span>
    )
  })
}
