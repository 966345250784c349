'use client'

import { useState } from 'react'
import { toast } from 'sonner'
import { useGalley } from '@/components/article/article-context.ts'
import { Button } from '@/components/ui/button.tsx'
import { ChoiceField, TextArea, TextField } from '@/components/ui/field.tsx'
import { FormFooter } from '@/components/ui/form-footer.tsx'
import { Kbd } from '@/components/ui/kbd.tsx'
import { ProblemNote } from '@/components/ui/problem-note.tsx'
import { useCommand } from '@/components/ui/use-command.ts'
import { useDraft } from '@/components/ui/use-draft.ts'
import { useOpenedForm } from '@/components/ui/use-opened-form.ts'
import { When } from '@/components/ui/when.tsx'
import { logSearch, withdrawSearch } from '@/lib/actions/annotation.ts'
import type { ClaimSummary } from '@/lib/domain/claim/claim.ts'
import { SEARCH_RESULT_LABEL, SEARCH_RESULTS, type SearchResult } from '@/lib/domain/source/search-entry.ts'
import { parsePartialDate, partialDateWords } from '@/lib/domain/source/source.ts'
import type { Dossier, SearchDto } from '@/lib/view/dossier.ts'
import { Earlier } from '../frame/earlier.tsx'
import { MovedNote } from '../frame/moved-note.tsx'
import { RedactButton, RedactedNote } from '../frame/redaction.tsx'
import { Section } from '../frame/section.tsx'
import { WithdrawButton } from '../frame/withdraw-button.tsx'

/** What was looked for, and where: so that no one looks in vain twice, and a reader sees that someone looked. */
export function Searches({ dossier }: { dossier: Dossier }) {
  const { pane, openPane, may } = useGalley()
  const standing = dossier.searches.filter(({ ended }) => ended === null)
  const withdrawn = dossier.searches.filter(({ ended }) => ended !== null)
  return (
    <Section
      title="Search log"
      note={standing.length || ''}
      action={
        may('citation.attach') &&
        pane !== 'search' && (
          <Button small tone="quiet" onClick={() => openPane('search')}>
            Log a search <Kbd>l</Kbd>
          </Button>
        )
      }
    >
      {pane === 'search' && <SearchForm claim={dossier.claim} />}
      {standing.length === 0 && pane !== 'search' && (
        <p className="text-[13px] text-ink3">No searches yet. Record searches that found nothing, too.</p>
      )}
      <ul>
        {standing.map((search) => (
          <Search key={search.id} search={search} />
        ))}
      </ul>
      <Earlier count={withdrawn.length} what="withdrawn" many="withdrawn">
        {withdrawn.map((search) => (
          <Search key={search.id} search={search} />
        ))}
      </Earlier>
    </Section>
  )
}

const SIGN: Record<SearchResult, string> = { nothing: '∅', partly: '◐', found: '●' }

function Search({ search }: { search: SearchDto }) {
  const { nameOf } = useGalley()
  const { place, query, searchedOn, result, note, ended } = search
  const day = parsePartialDate(searchedOn)
  return (
    <li className="grid grid-cols-[20px_1fr] gap-x-2 py-1.5 [overflow-wrap:anywhere]">
      <span aria-hidden="true" className="text-[15px] leading-5 text-ink2">
        {SIGN[result]}
      </span>
      <div className="min-w-0 space-y-0.5">
        <p>
          <span className="font-medium">{place}</span>: “{query}”
        </p>
        <p className="text-[13px] leading-[18px] text-ink2">
          {SEARCH_RESULT_LABEL[result]}
          {day && `, ${partialDateWords(day)}`}
          {note && <span className="block">{note}</span>}
        </p>
        {ended !== null && <p className="text-[12.5px] font-medium text-ink2">No longer counts: {ended}</p>}
        <p className="text-[12.5px] leading-[17px] text-ink3">
          {nameOf(search.memberId)} · <When at={search.at} />
          {ended === null && <WithdrawButton id={search.id} what="search" by={search.memberId} send={withdrawSearch} />}
          <RedactButton id={search.id} what="search" />
        </p>
        <RedactedNote id={search.id} />
      </div>
    </li>
  )
}

type Draft = { place: string; query: string; searchedOn: string; result: SearchResult | ''; note: string }
const EMPTY: Draft = { place: '', query: '', searchedOn: '', result: '', note: '' }

/** Today where the reader is, as the field for it has it. */
function today(): string {
  const now = new Date()
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10)
}

function SearchForm({ claim }: { claim: ClaimSummary }) {
  const { article, openPane, refresh } = useGalley()
  const [draft, change, forget] = useDraft<Draft>(`search.${claim.id}`, EMPTY)
  const form = useOpenedForm({ focus: true })
  const [moved, setMoved] = useState(false)
  const command = useCommand(logSearch, (value) => {
    setMoved(value?.outcome === 'moved')
    if (value?.outcome === 'moved') return refresh()
    forget()
    openPane(null)
    toast('Search logged.')
    refresh()
  })
  const text = (name: 'place' | 'query' | 'searchedOn' | 'note') => ({
    name,
    value: draft[name],
    onChange: (typed: string) => change({ [name]: typed }),
    error: command.errors[name],
  })
  return (
    <form
      ref={form}
      noValidate
      aria-label="Log a search"
      className="mb-3 flex flex-col gap-3 rounded-lg border border-line bg-sheet p-3"
      onSubmit={(event) => {
        event.preventDefault()
        const on = { articleId: article.id, claimId: claim.id, wordingId: claim.wordingId }
        void command.run({ ...draft, ...on, searchedOn: draft.searchedOn || today() })
      }}
    >
      <TextField label="Where you looked" required {...text('place')} placeholder="An archive, a register, a site" />
      <TextField label="What you searched for" required {...text('query')} />
      <ChoiceField
        label="What came of it"
        name="result"
        required
        value={draft.result}
        onChange={(result) => change({ result })}
        options={SEARCH_RESULTS.map((result) => [result, SEARCH_RESULT_LABEL[result]] as const)}
        error={command.errors.result}
      />
      <TextField
        label="Day"
        {...text('searchedOn')}
        value={draft.searchedOn || today()}
        hint="Year first, as 2026-11-24."
      />
      <TextArea label="Note" rows={2} {...text('note')} />
      <ProblemNote command={command} />
      <MovedNote claim={claim} moved={moved} />
      <FormFooter send="Log it" busy={command.busy} onCancel={() => openPane(null)} />
    </form>
  )
}
