'use client'

import Link from 'next/link'
import { useCallback, useMemo, useRef, useState } from 'react'
import { type Galley, GalleyContext } from '@/components/article/article-context.ts'
import { nextClaim } from '@/components/article/claim-walk.ts'
import { MarginGlyphs } from '@/components/article/margin-glyphs.tsx'
import { Outline } from '@/components/article/outline.tsx'
import { Sheet } from '@/components/article/sheet.tsx'
import { useDossier } from '@/components/article/use-dossier.ts'
import { useFindMarks } from '@/components/article/use-find-marks.ts'
import { useFocusReturn } from '@/components/article/use-focus-return.ts'
import { useKeys } from '@/components/article/use-keys.ts'
import { useNarrowing } from '@/components/article/use-narrowing.ts'
import { useSelection } from '@/components/article/use-selection.ts'
import { CoverageBar, coverageWords } from '@/components/claim/coverage-bar.tsx'
import { DossierPanel } from '@/components/dossier/dossier-panel.tsx'
import { TopBar } from '@/components/shell/top-bar.tsx'
import { Button } from '@/components/ui/button.tsx'
import { buttonClass } from '@/components/ui/button-class.ts'
import { claimKey } from '@/lib/domain/claim/claim.ts'
import { oneLine } from '@/lib/domain/claim/wording.ts'
import { mayHere } from '@/lib/domain/desk/archiving.ts'
import { claimAttributes } from '@/lib/editor/claim-attributes.ts'
import type { GalleyView } from '@/lib/view/galley.ts'
import type { Past } from '@/lib/view/history.ts'
import { RevisionBanner, RevisionWays } from './revision-banner.tsx'

/** The galley as one revision left it: its text, statuses and dossiers of that time. Nothing in it can be changed. */
export function RevisionScreen({ view, past }: { view: GalleyView; past: Past }) {
  const { article, viewer, people, blocks } = view
  const claims = useMemo(() => new Map(view.claims.map((claim) => [claim.number, claim])), [view.claims])
  const order = useMemo(
    () => blocks.flatMap((block) => block.claims).filter((number) => claims.has(number)),
    [blocks, claims],
  )
  const [selected, select] = useSelection(claims)
  const [outlineOpen, setOutlineOpen] = useState(false)
  const sheet = useRef<HTMLDivElement>(null)
  const { dossier, problem, again } = useDossier(article.slug, selected, past.number)
  const me = viewer.memberId
  const narrowing = useNarrowing(view.claims, order, me)
  const { bright, hit } = narrowing
  useFindMarks(sheet, narrowing.search, bright)
  const tabStop = selected ?? order[0]
  const attributesOf = useCallback(
    (number: number) => {
      const claim = claims.get(number)
      if (!claim) return null
      const mine = claim.assignees.includes(me)
      const look = {
        mine,
        selected: number === selected,
        dimmed: bright !== null && !bright.has(number),
        hit: number === hit,
      }
      return claimAttributes(claim, { ...look, tabStop: number === tabStop, editing: false })
    },
    [claims, selected, bright, hit, tabStop, me],
  )
  const textOf = useCallback((number: number) => oneLine(claims.get(number)?.text ?? ''), [claims])
  const choose = useCallback<Galley['select']>((number, options) => select(number, options?.replace), [select])
  const step = (by: 1 | -1, unfinished = false) => {
    const next =
      selected === null && hit !== null ? hit : nextClaim({ order, claims, from: selected, bright }, by, unfinished)
    if (next !== null) choose(next, { replace: true })
  }
  useKeys([
    ['j', () => step(1)],
    ['k', () => step(-1)],
    ['J', () => step(1, true)],
    ['K', () => step(-1, true)],
    [
      '/',
      () => {
        setOutlineOpen(true)
        requestAnimationFrame(() => document.querySelector<HTMLInputElement>('[data-search]')?.focus())
      },
    ],
    ['Escape', () => choose(null)],
  ])
  useFocusReturn(null, selected)
  const context: Galley = {
    article,
    viewer,
    people,
    blocks,
    claims,
    selected,
    pane: null,
    quote: '',
    draft: null,
    setDraft: () => {},
    select: choose,
    openPane: () => {},
    // What is past is only looked at.
    may: () => false,
    nameOf: (memberId) =>
      people.find((person) => person.id === memberId)?.name ?? (memberId ? 'Former member' : 'Attest'),
    refresh: again,
    revision: past.number,
    live: null,
    differences: null,
    dossier,
    dossierProblem: problem,
  }
  const claimOf = (target: EventTarget) =>
    Number((target as HTMLElement).closest?.('[data-claim]')?.getAttribute('data-claim')) || null
  return (
    <GalleyContext value={context}>
      <TopBar
        viewer={viewer}
        crumbs={[
          { href: '/', words: 'Desk' },
          { href: `/articles/${article.slug}`, words: article.title },
          { href: `/articles/${article.slug}/history`, words: 'History' },
          { words: `Revision ${past.number}` },
        ]}
      >
        <div className="hidden w-[250px] flex-col gap-1 md:flex">
          <small className="text-xs leading-[14px] text-ink2">{coverageWords(view.coverage)}</small>
          <CoverageBar coverage={view.coverage} />
        </div>
        <Link prefetch={false} className={buttonClass()} href={`/articles/${article.slug}/history`}>
          History
        </Link>
      </TopBar>
      <div className="lg:grid lg:grid-cols-[228px_minmax(0,1fr)_404px]">
        <aside
          aria-label="Outline and filters"
          className="no-print border-line px-3 py-5 lg:sticky lg:top-[52px] lg:h-[calc(100dvh-52px)] lg:overflow-y-auto lg:border-r lg:pl-5"
        >
          <Button
            tone="quiet"
            className="lg:hidden"
            aria-expanded={outlineOpen}
            onClick={() => setOutlineOpen(!outlineOpen)}
          >
            {outlineOpen ? '▾' : '▸'} Outline and filters
          </Button>
          <div className={outlineOpen ? 'max-lg:pt-3' : 'max-lg:hidden'}>
            <Outline sections={view.outline} claims={view.claims} narrowing={narrowing} readOnly />
          </div>
        </aside>
        <main className="min-h-[calc(100dvh-52px)] bg-sheet px-5 pt-8 pb-[45dvh] xl:pr-20">
          <RevisionBanner article={article} past={past} />
          <div className="mx-auto max-w-[660px]">
            <h1 dir="auto" className="font-serif text-[32px] font-semibold leading-[38px] tracking-[-.015em]">
              {article.title}
            </h1>
            <p className="mt-1 text-ink3">
              {view.claims.length} claims
              {past.summary && ` · ${past.summary}`}
            </p>
            <RevisionWays article={article} past={past} mayRestore={mayHere(viewer, 'wording.restore')} />
            {/* biome-ignore lint/a11y/noStaticElementInteractions: the claims inside are the buttons; this only hears them */}
            <div
              ref={sheet}
              lang={article.language}
              className="sheet relative"
              onClick={(event) => {
                const number = claimOf(event.target)
                if (number && !window.getSelection()?.toString()) choose(number)
              }}
              onKeyDown={(event) => {
                const number = claimOf(event.target)
                if (number && (event.key === 'Enter' || event.key === ' ')) {
                  event.preventDefault()
                  choose(number)
                }
              }}
            >
              <Sheet blocks={blocks} textOf={textOf} attributesOf={attributesOf} />
              <MarginGlyphs claims={view.claims} sheet={sheet} />
            </div>
          </div>
        </main>
        <DossierPanel />
      </div>
      <p className="sr-only" aria-live="polite">
        {selected !== null && `${claimKey(selected)} open`}
      </p>
    </GalleyContext>
  )
}
