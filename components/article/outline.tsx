'use client'

import { Button } from '@/components/ui/button.tsx'
import { Kbd } from '@/components/ui/kbd.tsx'
import type { ClaimSummary } from '@/lib/domain/claim/claim.ts'
import { claimKey } from '@/lib/domain/claim/claim.ts'
import type { OutlineSection } from '@/lib/view/galley.ts'
import { CoverageBar } from '../claim/coverage-bar.tsx'
import { useGalley } from './article-context.ts'
import { FILTERS } from './claim-filter.ts'
import type { Narrowing } from './use-narrowing.ts'

type Props = {
  sections: OutlineSection[]
  claims: ClaimSummary[]
  narrowing: Narrowing
  /** Nothing can be done here but look. */
  readOnly?: boolean
}

const HEADING = 'mb-2 text-[11px] font-semibold uppercase leading-4 tracking-[.05em] text-ink3'

/** The article at a glance: where it stands section by section, and what to narrow it to. */
export function Outline({ sections, claims, narrowing, readOnly = false }: Props) {
  const { viewer } = useGalley()
  const { filter, search, bright, matches, place, setFilter, setSearch, jump } = narrowing
  return (
    <div className="flex flex-col gap-6">
      <nav aria-label="Outline">
        <h2 className={HEADING}>Outline</h2>
        <ul>
          {sections.map((section) => (
            <li key={section.id}>
              <a
                href={`#${claimKey(section.first)}`}
                className="grid grid-cols-[1fr_44px] items-center gap-2 rounded-md px-2 py-1 text-ink2 hover:bg-hover hover:text-ink"
                style={{ paddingLeft: 8 + Math.min(Math.max(section.level - 2, 0), 3) * 10 }}
              >
                <span className="truncate">{section.title}</span>
                {section.coverage.checkable > 0 && (
                  <CoverageBar coverage={section.coverage} height={4} label={section.title} />
                )}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <section aria-label="Show">
        <h2 className={HEADING}>Show</h2>
        <ul>
          {FILTERS.map(([name, label, passes]) => (
            <li key={name}>
              <button
                type="button"
                aria-pressed={filter === name}
                onClick={() => setFilter(filter === name ? null : name)}
                className="flex w-full justify-between rounded-md px-2 py-1 text-left text-ink2 hover:bg-hover aria-pressed:bg-pencil-soft aria-pressed:text-pencil"
              >
                <span>{label}</span>
                <b className="font-medium text-ink">
                  {claims.filter((claim) => passes(claim, viewer.memberId)).length}
                </b>
              </button>
            </li>
          ))}
        </ul>
        <label className="mt-3 block px-2">
          <span className="sr-only">Search the article</span>
          <input
            type="search"
            data-search
            value={search}
            onChange={(event) => setSearch(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && !event.nativeEvent.isComposing && matches > 0) {
                event.preventDefault()
                jump(event.shiftKey ? -1 : 1)
              }
              if (event.key !== 'Escape') return
              event.stopPropagation()
              event.nativeEvent.stopImmediatePropagation()
              setSearch('')
              event.currentTarget.blur()
            }}
            placeholder="Search the article"
            className="w-full rounded-[7px] border border-line bg-raise px-2.5 py-1 text-[13px] placeholder:text-ink3"
          />
        </label>
        {filter !== null && search.trim() !== '' && (
          <p className="mt-1 px-2 text-xs leading-4 text-ink3">
            Only among “{FILTERS.find(([name]) => name === filter)?.[1]}”.
            <Button small tone="quiet" className="px-1!" onClick={() => setFilter(null)}>
              Search all claims
            </Button>
          </p>
        )}
        <div className="mt-1 flex min-h-6 items-center gap-1 pl-2 text-xs text-ink3">
          <p aria-live="polite" className="mr-auto">
            {bright === null
              ? ''
              : `${place > 0 ? `${place} of ` : ''}${matches} ${matches === 1 ? 'claim' : 'claims'}`}
          </p>
          {matches > 1 && (
            <>
              <Button small tone="quiet" className="px-2!" aria-label="The match before" onClick={() => jump(-1)}>
                ↑
              </Button>
              <Button small tone="quiet" className="px-2!" aria-label="The next match" onClick={() => jump(1)}>
                ↓
              </Button>
            </>
          )}
        </div>
      </section>
      <p className="hidden text-xs leading-[22px] text-ink3 lg:block">
        <Kbd>j</Kbd> <Kbd>k</Kbd> next, previous claim
        {!readOnly && (
          <>
            <br />
            <Kbd>s</Kbd> source <Kbd>a</Kbd> assess
            <br />
            <Kbd>c</Kbd> comment <Kbd>e</Kbd> edit
            <br />
            <Kbd>?</Kbd> all keys
          </>
        )}
      </p>
    </div>
  )
}
