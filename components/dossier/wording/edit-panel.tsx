'use client'

import { useEffect, useState } from 'react'
import { toast } from 'sonner'
import { useGalley } from '@/components/article/article-context.ts'
import { Button } from '@/components/ui/button.tsx'
import { readDraft } from '@/components/ui/draft-store.ts'
import { TextArea } from '@/components/ui/field.tsx'
import { ProblemNote } from '@/components/ui/problem-note.tsx'
import { useCommand } from '@/components/ui/use-command.ts'
import { useDraft } from '@/components/ui/use-draft.ts'
import { useOpenedForm } from '@/components/ui/use-opened-form.ts'
import { DiffView } from '@/components/wording/diff-view.tsx'
import { ThreeTexts } from '@/components/wording/three-texts.tsx'
import { propose, record } from '@/lib/actions/wording.ts'
import { withLabel } from '@/lib/domain/article/framing.ts'
import type { ClaimSummary } from '@/lib/domain/claim/claim.ts'
import { oneLine, wordingProblem } from '@/lib/domain/claim/wording.ts'
import { mergedWords } from '@/lib/domain/text/merged-words.ts'
import { sameSubstance } from '@/lib/domain/text/substance.ts'

type Conflict = { base: string; theirs: string; mine: string; headId: string }
type Outcome = { outcome: string } | ({ outcome: 'conflict' } & Conflict)

/** Rewording a claim: typed in the galley or here, shown as a word diff, recorded or proposed with a reason. */
export function EditPanel({ claim }: { claim: ClaimSummary }) {
  const { article, draft: typed, setDraft, openPane, refresh, may } = useGalley()
  const [kept, keep, forget] = useDraft(`wording.${claim.id}`, { text: '', reason: '', baseId: '', baseText: '' })
  const [base, setBase] = useState({ id: claim.wordingId, text: claim.text })
  const [conflict, setConflict] = useState<Conflict | null>(null)
  const [unchanged, setUnchanged] = useState(false)
  const typing = typed?.claim === claim.number ? typed.text : null
  const draft = typing ?? oneLine(base.text)
  const standing = oneLine(base.text).trim()
  const type = (text: string) => setDraft({ claim: claim.number, text })
  const panel = useOpenedForm()

  // What was typed before (a lost session, a closed page) comes back, against the wording it was typed over.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the panel opens; what is recorded meanwhile comes as a conflict
  useEffect(() => {
    const found = readKept(claim.id)
    if (found) setBase({ id: found.baseId, text: found.baseText })
    type(found?.text ?? oneLine(claim.text))
    return () => setDraft(null)
  }, [])

  useEffect(() => {
    if (typing === null) return
    if (typing.trim() !== standing) keep({ text: typing, baseId: base.id, baseText: base.text })
    else keep({ text: '', baseId: '', baseText: '' })
  }, [typing, standing, base, keep])

  const done = (words: string) => (value: Outcome | null) => {
    if (value?.outcome === 'conflict') {
      setConflict(value as Conflict)
      return refresh()
    }
    if (value?.outcome === 'unchanged') return setUnchanged(true)
    forget()
    openPane(null)
    toast(words)
    refresh()
  }
  const proposal = useCommand(propose, done('Proposed. A reviewer decides.'))
  const recording = useCommand(record, done('Recorded as a new revision.'))
  const command = recording.problem ? recording : proposal
  const asked = { articleId: article.id, claimId: claim.id, baseId: base.id, text: draft.trim(), reason: kept.reason }
  const changed = draft.trim() !== standing
  const wrong = changed ? wordingProblem(draft.trim()) : null
  const busy = proposal.busy || recording.busy
  const stale = changed && !wrong && !sameSubstance(base.text, draft)

  return (
    <form
      ref={panel}
      aria-label="Edit the wording"
      className="my-2 flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        void (may('wording.record') ? recording : proposal).run(asked)
      }}
    >
      <TextArea
        label={claim.label === null ? 'Wording' : `Wording of “${claim.label}”`}
        name="text"
        serif
        rows={4}
        value={draft}
        onChange={type}
        error={wrong ?? command.errors.text}
        hint="Type here or in the text itself."
      />
      {changed && !wrong && (
        <div>
          <p className="text-[13px] font-medium text-ink2">What changes</p>
          <p className="font-serif text-[16px] leading-[25px]">
            <DiffView before={withLabel(claim.label, base.text.trim())} after={withLabel(claim.label, draft.trim())} />
          </p>
          <p className="mt-1 text-[13px] text-ink3">
            {stale ? 'Checks of the present wording go stale.' : 'Formatting only: checks stay fresh.'}
          </p>
        </div>
      )}
      <TextArea
        label="Reason"
        name="reason"
        required
        rows={2}
        value={kept.reason}
        onChange={(reason) => keep({ reason })}
        error={command.errors.reason}
      />
      <ProblemNote command={command} />
      {unchanged && !changed && (
        <p className="text-[13px] text-ink3">This is the current wording; there is nothing to record.</p>
      )}
      {conflict && (
        <ThreeTexts
          {...conflict}
          label={claim.label}
          onTakeOver={() => {
            setBase({ id: conflict.headId, text: conflict.theirs })
            type(mergedWords(oneLine(conflict.base).trim(), oneLine(conflict.theirs).trim(), draft.trim()).text)
            setConflict(null)
          }}
        />
      )}
      <div className="flex flex-wrap gap-2">
        {may('wording.record') && (
          <Button type="submit" tone="go" busy={busy} disabled={!changed || wrong !== null}>
            Record
          </Button>
        )}
        <Button
          type={may('wording.record') ? 'button' : 'submit'}
          tone={may('wording.record') ? 'plain' : 'go'}
          busy={busy}
          disabled={!changed || wrong !== null}
          onClick={may('wording.record') ? () => void proposal.run(asked) : undefined}
        >
          Propose
        </Button>
        <Button onClick={() => openPane(null)}>Cancel</Button>
      </div>
    </form>
  )
}

function readKept(claimId: string): { text: string; baseId: string; baseText: string } | null {
  const kept = readDraft(`wording.${claimId}`) as { text?: string; baseId?: string; baseText?: string }
  return kept.text && kept.baseId ? { text: kept.text, baseId: kept.baseId, baseText: kept.baseText ?? '' } : null
}
