'use client'

import { type FormEvent, useState } from 'react'
import { toast } from 'sonner'
import { useGalley } from '@/components/galley/galley-context'
import { EMPTY_SOURCE, SourceFields, type SourceForm } from '@/components/sources/source-fields'
import { Button } from '@/components/ui/button'
import { ChoiceField, SelectField, TextArea, TextField } from '@/components/ui/field'
import { ProblemNote } from '@/components/ui/problem-note'
import { useCommand } from '@/components/ui/use-command'
import { useDraft } from '@/components/ui/use-draft'
import { attachSource } from '@/lib/actions/annotation'
import type { ClaimSummary } from '@/lib/domain/claim'
import { CREDIBILITIES, CREDIBILITY_LABEL, STANCE_LABEL, STANCES, type Stance } from '@/lib/domain/scale'
import { MovedNote } from './moved-note'
import { type Chosen, SourcePicker } from './source-picker'

type Draft = {
  chosen: Chosen | null
  adding: boolean
  source: SourceForm
  stance: Stance | ''
  quote: string
  note: string
  locator: string
  credibility: string
}

const EMPTY: Draft = {
  chosen: null,
  adding: false,
  source: EMPTY_SOURCE,
  stance: '',
  quote: '',
  note: '',
  locator: '',
  credibility: '',
}

const CREDIBILITY = CREDIBILITIES.map((grade) => [String(grade), `${grade} · ${CREDIBILITY_LABEL[grade]}`] as const)

/** Attaches a source to the claim's present wording: from the shelf, or a new one. */
export function AttachForm({ claim }: { claim: ClaimSummary }) {
  const { article, openPane, refresh } = useGalley()
  const [draft, change, forget] = useDraft<Draft>(`attach.${claim.id}`, EMPTY)
  const [moved, setMoved] = useState(false)
  const command = useCommand(attachSource, (value) => {
    setMoved(value?.outcome === 'moved')
    if (value?.outcome === 'moved') return refresh()
    forget()
    openPane(null)
    toast(
      value?.existing
        ? 'This source was on the shelf already; it was attached as it stands there.'
        : 'Source attached.',
    )
    refresh()
  })

  function submit(event: FormEvent) {
    event.preventDefault()
    const { source, chosen, adding, credibility, ...rest } = draft
    const from = adding
      ? { add: { ...source, originId: source.originId || undefined } }
      : chosen
        ? { id: chosen.id }
        : null
    void command.run({
      ...rest,
      source: from,
      credibility: credibility ? Number(credibility) : null,
      articleId: article.id,
      claimId: claim.id,
      wordingId: claim.wordingId,
    })
  }

  return (
    <form
      onSubmit={submit}
      noValidate
      aria-label="Attach a source"
      className="mb-3 flex flex-col gap-3 rounded-lg border border-line bg-sheet p-3"
    >
      {draft.adding ? (
        <>
          <SourceFields
            value={draft.source}
            onChange={(patch) => change({ source: { ...draft.source, ...patch } })}
            errors={command.errors}
          />
          <Button small tone="quiet" className="self-start" onClick={() => change({ adding: false })}>
            ← Choose from the shelf instead
          </Button>
        </>
      ) : (
        <SourcePicker
          articleId={article.id}
          chosen={draft.chosen}
          onChoose={(chosen) => change({ chosen })}
          onNew={(title) => change({ adding: true, source: { ...draft.source, title: draft.source.title || title } })}
          error={draft.chosen ? undefined : command.errors.source}
        />
      )}
      <ChoiceField
        label="This source"
        name="stance"
        required
        value={draft.stance}
        onChange={(stance) => change({ stance })}
        options={STANCES.map(
          (stance) => [stance, stance === 'context' ? 'Gives context' : `${STANCE_LABEL[stance]} the claim`] as const,
        )}
        error={command.errors.stance}
      />
      <TextArea
        label="Quote"
        name="quote"
        serif
        rows={2}
        value={draft.quote}
        onChange={(quote) => change({ quote })}
        hint="The source’s own words."
        error={command.errors.quote}
      />
      <TextArea
        label="What it says"
        name="note"
        rows={2}
        value={draft.note}
        onChange={(note) => change({ note })}
        hint="In your words."
        error={command.errors.note}
      />
      <div className="grid gap-3 sm:grid-cols-2">
        <TextField
          label="Place in the source"
          name="locator"
          value={draft.locator}
          onChange={(locator) => change({ locator })}
          placeholder="p. 4, paragraph 2, 03:20"
          error={command.errors.locator}
        />
        <SelectField
          label="Credibility"
          name="credibility"
          required
          value={draft.credibility}
          onChange={(credibility) => change({ credibility })}
          options={CREDIBILITY}
          empty="Choose…"
          error={command.errors.credibility}
        />
      </div>
      <ProblemNote command={command} />
      <MovedNote claim={claim} moved={moved} />
      <div className="flex gap-2">
        <Button type="submit" tone="go" busy={command.busy}>
          Attach
        </Button>
        <Button
          onClick={() => {
            forget()
            openPane(null)
          }}
        >
          Cancel
        </Button>
      </div>
    </form>
  )
}
