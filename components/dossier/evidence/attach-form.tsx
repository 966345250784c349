'use client'

import dynamic from 'next/dynamic'
import { type FormEvent, useState } from 'react'
import { toast } from 'sonner'
import { useGalley } from '@/components/article/article-context.ts'
import { EMPTY_SOURCE } from '@/components/sources/source-fields.tsx'
import { FormFooter } from '@/components/ui/form-footer.tsx'
import { ProblemNote } from '@/components/ui/problem-note.tsx'
import { useCommand } from '@/components/ui/use-command.ts'
import { useDraft } from '@/components/ui/use-draft.ts'
import { attachSource } from '@/lib/actions/annotation.ts'
import { type Cover, carryCovers } from '@/lib/domain/claim/cover.ts'
import { pageLocator } from '@/lib/domain/source/locator.ts'
import type { Dossier } from '@/lib/view/dossier.ts'
import { unreachable } from '../../ui/unreachable.tsx'
import { MovedNote, RewordedNote } from '../frame/moved-note.tsx'
import { useSeenWording } from '../frame/use-seen-wording.ts'
import { CoverEditor } from '../reader/cover-editor.tsx'
import type { ReaderPaneProps } from '../reader/pane.tsx'
import type { Passage } from '../reader/passage.ts'
import { type CitationDraft, CitationFields } from './citation-form.tsx'
import { QuoteField } from './quote-field.tsx'
import { SourceChoice, type SourceDraft } from './source-choice.tsx'

/** Read on demand: who does not open it does not load it. */
const ReaderPane = dynamic(() => import('../reader/pane.tsx').catch(unreachable<ReaderPaneProps>), { ssr: false })

type Draft = SourceDraft &
  CitationDraft & {
    quote: string
    passage: Passage | null
    /** The marked words, and the wording they were marked on. */
    covers: { on: string; runs: readonly Cover[] } | null
  }

const EMPTY: Draft = {
  mode: 'shelf',
  chosen: null,
  captureId: null,
  source: EMPTY_SOURCE,
  stance: '',
  quote: '',
  passage: null,
  note: '',
  locator: '',
  credibility: '',
  covers: null,
}

/** Attaches a source to the claim's present wording: from the shelf, pasted, or written down; with the quote and what it covers. */
export function AttachForm({ dossier }: { dossier: Dossier }) {
  const { article, claims, openPane, refresh } = useGalley()
  // As it stands now: the dossier may be a moment behind.
  const claim = claims.get(dossier.claim.number) ?? dossier.claim
  const [draft, setDraft, forgetDraft] = useDraft<Draft>(`attach.${claim.id}`, EMPTY)
  const seen = useSeenWording(claim, `attach.${claim.id}`)
  const [asked, setAsked] = useState(0)
  const change = (patch: Partial<Draft>) => {
    setDraft(patch)
    seen.keep()
  }
  const forget = () => {
    forgetDraft()
    seen.forget()
  }
  const [moved, setMoved] = useState(false)
  const [snapshotId, setSnapshotId] = useState<string | null>(null)
  const [reading, setReading] = useState(false)
  const [taken, setTaken] = useState(false)
  const { mode, chosen, quote, passage } = draft
  const covers = draft.covers && coversOn(draft.covers, claim.text)
  const command = useCommand(attachSource, (value) => {
    setMoved(value?.outcome === 'moved')
    if (value?.outcome === 'moved') return refresh()
    forget()
    openPane(null)
    toast(
      value?.existing ? 'This source was on the shelf already; it was attached as it is there.' : 'Source attached.',
    )
    refresh()
  })

  const cover = (runs: readonly Cover[] | null) => change({ covers: runs && { on: claim.text, runs } })
  /** A passage belongs to the source it was selected in. */
  const choose = (patch: Partial<SourceDraft>) => {
    const other = 'chosen' in patch && patch.chosen?.id !== chosen?.id
    change(other && passage ? { ...patch, passage: null, quote: '' } : patch)
  }

  function submit(event: FormEvent) {
    event.preventDefault()
    if (seen.was !== null) return setAsked(asked + 1)
    const { source, stance, note, locator, credibility } = draft
    const from = chosen
      ? { id: chosen.id }
      : mode === 'hand'
        ? { add: { ...source, originId: source.originId || undefined } }
        : null
    void command.run({
      ...{ stance, note, locator, quote },
      ...(passage && { passage }),
      covers: covers?.map(({ start, end }) => ({ start, end })) ?? null,
      source: from,
      credibility: credibility ? Number(credibility) : null,
      articleId: article.id,
      claimId: claim.id,
      wordingId: seen.wordingId,
    })
  }

  return (
    <form
      onSubmit={submit}
      noValidate
      aria-label="Attach a source"
      className="mb-3 flex flex-col gap-3 rounded-lg border border-line bg-sheet p-3"
    >
      <SourceChoice value={draft} onChange={choose} onSnapshot={setSnapshotId} errors={command.errors} />
      <CitationFields
        value={draft}
        onChange={change}
        errors={command.errors}
        type={chosen ? chosen.type : mode === 'hand' ? draft.source.type || null : null}
      >
        <QuoteField
          quote={quote}
          taken={passage !== null}
          onRead={
            snapshotId
              ? () => {
                  setTaken(false)
                  setReading(true)
                }
              : undefined
          }
          onType={(typed) => change({ quote: typed })}
          focus={taken && !reading}
          onTakeBack={() => change({ passage: null, quote: '' })}
          error={command.errors.quote}
        />
      </CitationFields>
      <CoverEditor
        text={claim.text}
        frame={claim.label}
        language={article.language}
        label="Words it covers (optional)"
        value={covers}
        onChange={cover}
      />
      <ProblemNote command={command} />
      <RewordedNote {...{ claim, seen, asked }} />
      <MovedNote claim={claim} moved={moved && seen.was === null} />
      <FormFooter send="Attach" busy={command.busy} onCancel={() => openPane(null)} />
      {reading && snapshotId && (
        <ReaderPane
          snapshotId={passage?.snapshotId ?? snapshotId}
          claim={claim}
          quote={{ quote, passage, said: null }}
          others={dossier.citations
            .filter((other) => other.quote !== '' && other.source.id === chosen?.id)
            .map((other) => ({
              quote: other.quote,
              passage: other.passage && other.snapshotId ? { snapshotId: other.snapshotId, ...other.passage } : null,
              said: null,
            }))}
          covers={covers}
          onClose={() => setReading(false)}
          onQuote={(quoted) => {
            change({ passage: quoted.passage, quote: quoted.exact })
            if (quoted.page !== null) change({ locator: pageLocator(quoted.page) })
            cover(quoted.covers)
            setTaken(true)
            setReading(false)
          }}
        />
      )}
    </form>
  )
}

/** The words marked, on the wording as it stands now: what stayed stays marked. */
function coversOn({ on, runs }: NonNullable<Draft['covers']>, text: string): readonly Cover[] {
  return on === text ? runs : carryCovers(on, text, runs)
}
