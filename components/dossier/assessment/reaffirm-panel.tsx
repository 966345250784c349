'use client'

import { useState } from 'react'
import { toast } from 'sonner'
import { useGalley } from '@/components/article/article-context.ts'
import { Button } from '@/components/ui/button.tsx'
import { TextArea } from '@/components/ui/field.tsx'
import { ProblemNote } from '@/components/ui/problem-note.tsx'
import { useCommand } from '@/components/ui/use-command.ts'
import { useDraft } from '@/components/ui/use-draft.ts'
import { useOpenedForm } from '@/components/ui/use-opened-form.ts'
import { DiffView } from '@/components/wording/diff-view.tsx'
import { reaffirmCheck } from '@/lib/actions/annotation.ts'
import { withLabel } from '@/lib/domain/article/framing.ts'
import { VERDICT_LABEL } from '@/lib/domain/check/scale.ts'
import type { Dossier } from '@/lib/view/dossier.ts'
import { RewordedNote } from '../frame/moved-note.tsx'
import { useSeenWording } from '../frame/use-seen-wording.ts'

/** Looking again: what the check was made for, what the claim says now, and what of it still stands. */
export function ReaffirmPanel({ dossier }: { dossier: Dossier }) {
  const { article, viewer, openPane, refresh } = useGalley()
  const { claim, citations, assessments } = dossier
  const mine = assessments.find((row) => !row.fresh && row.memberId === viewer.memberId)
  const stale = citations.filter((citation) => !citation.fresh)
  const [kept, setKept] = useState<ReadonlySet<string>>(() => new Set(stale.map(({ id }) => id)))
  const [{ rationale }, change, forget] = useDraft(`reaffirm.${claim.id}`, { rationale: '' })
  const seen = useSeenWording(claim, `reaffirm.${claim.id}`)
  const [asked, setAsked] = useState(0)
  const form = useOpenedForm({ focus: true })
  const [outcome, setOutcome] = useState('')
  const command = useCommand(reaffirmCheck, (value) => {
    setOutcome(value?.outcome ?? '')
    // Refused: the form stays, with what to do. Only where the claim says something else by now is it read again.
    if (value?.outcome === 'moved') {
      toast('The claim was reworded again meanwhile. Look at the difference and re-affirm once more.')
      return refresh()
    }
    if (value && value.outcome !== 'reaffirmed') return
    forget()
    seen.forget()
    openPane(null)
    toast('Re-affirmed for the present wording.')
    refresh()
  })
  const said = withLabel(claim.label, claim.text.trim())
  const section = dossier.wordings.find(({ state }) => state === 'accepted')?.section ?? null
  const madeFor = mine?.madeFor ?? stale[0]?.madeFor ?? said
  return (
    <form
      ref={form}
      aria-label="Re-affirm"
      className="mb-3 flex flex-col gap-3 rounded-lg border border-line bg-sheet p-3"
      onSubmit={(event) => {
        event.preventDefault()
        if (seen.was !== null) return setAsked(asked + 1)
        const on = { articleId: article.id, claimId: claim.id, wordingId: seen.wordingId }
        void command.run({ ...on, citationIds: [...kept], rationale })
      }}
    >
      <div>
        <p className="text-[13px] font-medium text-ink2">From the checked wording to the current one</p>
        <p className="font-serif text-[16px] leading-[25px]">
          <DiffView before={madeFor} after={said} />
        </p>
        {madeFor.trim() === said && (
          <p className="text-[13px] text-ink2">
            The words are the same.{' '}
            {section === null ? 'They were recorded again since' : `The claim is under “${section}” now`}.
          </p>
        )}
      </div>
      {mine && (
        <>
          <p className="text-[13px] text-ink2">
            Your verdict was <b className="font-semibold">{VERDICT_LABEL[mine.verdict].toLowerCase()}</b>. Does it hold
            for the present wording? If not, assess it again instead.
          </p>
          <TextArea
            label="Rationale"
            name="rationale"
            rows={2}
            value={rationale}
            onChange={(typed) => {
              change({ rationale: typed })
              seen.keep()
            }}
            placeholder={mine.rationale}
            hint="Empty: the rationale stays as it was."
            error={command.errors.rationale}
          />
        </>
      )}
      {stale.length > 0 && (
        <fieldset className="flex flex-col gap-1">
          <legend className="mb-1 text-[13px] font-medium text-ink2">
            Citations that hold for the present wording too
          </legend>
          {stale.map((citation) => (
            <label key={citation.id} className="flex gap-2 text-[13px]">
              <input
                type="checkbox"
                checked={kept.has(citation.id)}
                onChange={(event) => {
                  const next = new Set(kept)
                  if (event.target.checked) next.add(citation.id)
                  else next.delete(citation.id)
                  setKept(next)
                }}
              />
              {citation.source.title}
            </label>
          ))}
        </fieldset>
      )}
      <ProblemNote command={command} />
      <RewordedNote {...{ claim, seen, asked }} />
      {outcome === 'own_wording' && (
        <p role="alert" className="text-[13px] text-sta">
          These words are yours: the policy asks for someone else to check them. Nothing was recorded.
        </p>
      )}
      <div className="flex gap-2">
        <Button type="submit" tone="go" busy={command.busy} disabled={!mine && kept.size === 0}>
          Re-affirm
        </Button>
        <Button onClick={() => openPane('assess')}>Assess again</Button>
        <Button tone="quiet" onClick={() => openPane(null)}>
          Close
        </Button>
      </div>
    </form>
  )
}
