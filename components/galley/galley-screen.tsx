'use client'

import dynamic from 'next/dynamic'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { toast } from 'sonner'
import { DossierPanel } from '@/components/dossier/dossier-panel.tsx'
import { FollowingNote } from '@/components/live/following-note.tsx'
import { PresentPeople } from '@/components/live/present-people.tsx'
import { useDifferences } from '@/components/live/use-differences.ts'
import { useFollowing } from '@/components/live/use-following.ts'
import { useLive } from '@/components/live/use-live.ts'
import { useRecorded } from '@/components/live/use-recorded.ts'
import { TopBar } from '@/components/shell/top-bar.tsx'
import { Button } from '@/components/ui/button.tsx'
import { buttonClass } from '@/components/ui/button-class.ts'
import { framingsIn } from '@/lib/domain/article/framing.ts'
import { claimKey } from '@/lib/domain/claim/claim.ts'
import { oneLine } from '@/lib/domain/claim/wording.ts'
import { ARCHIVED_NOW, mayHere } from '@/lib/domain/desk/archiving.ts'
import { whyNotMay } from '@/lib/domain/desk/permission.ts'
import { claimAttributes } from '@/lib/editor/claim-attributes.ts'
import type { GalleyView } from '@/lib/view/galley.ts'
import { type Draft, type Galley, GalleyContext, PANE_ABILITY, type Pane } from '../article/article-context.ts'
import { chosenWords } from '../article/chosen-words.ts'
import { nextClaim } from '../article/claim-walk.ts'
import { MarginGlyphs } from '../article/margin-glyphs.tsx'
import { Outline } from '../article/outline.tsx'
import { Sheet } from '../article/sheet.tsx'
import { useDossier } from '../article/use-dossier.ts'
import { useFindMarks } from '../article/use-find-marks.ts'
import { useFocusReturn } from '../article/use-focus-return.ts'
import { useKeys } from '../article/use-keys.ts'
import { useNarrowing } from '../article/use-narrowing.ts'
import { useSelection } from '../article/use-selection.ts'
import { CoverageBar, coverageWords } from '../claim/coverage-bar.tsx'
import { FirstSteps } from './first-steps.tsx'
import { GoneNote } from './gone-note.tsx'
import { KeySheet } from './key-sheet.tsx'
import { WorkingLine } from './working-line.tsx'

const SheetEditor = dynamic(() => import('./sheet-editor.tsx'), { ssr: false })

/** The work: outline and filters, the article, the open claim's dossier. */
export function GalleyScreen({ view, firstVisit }: { view: GalleyView; firstVisit: boolean }) {
  const { article, viewer, people, blocks } = view
  const router = useRouter()
  const claims = useMemo(() => new Map(view.claims.map((claim) => [claim.number, claim])), [view.claims])
  const order = useMemo(
    () => blocks.flatMap((block) => block.claims).filter((number) => claims.has(number)),
    [blocks, claims],
  )
  const [selected, select, missing] = useSelection(claims)
  // A pane belongs to the claim it was opened on: whatever else is chosen, by whatever way, has none open.
  const [opened, setOpened] = useState<{ claim: number; pane: Pane; quote: string } | null>(null)
  const { pane, quote } = opened !== null && opened.claim === selected ? opened : { pane: null, quote: '' }
  const wordsOf = useCallback((number: number) => oneLine(claims.get(number)?.text ?? ''), [claims])
  const setPane = useCallback(
    (wanted: Pane | null) => {
      if (wanted === null || selected === null) return setOpened(null)
      const why = whyNotMay(viewer.role, PANE_ABILITY[wanted])
      if (why !== null) return void toast(why)
      if (!mayHere(viewer, PANE_ABILITY[wanted])) return void toast(ARCHIVED_NOW)
      const words = wanted === 'comment' ? chosenWords(wordsOf) : null
      setOpened({ claim: selected, pane: wanted, quote: words?.claim === selected ? words.quote : '' })
    },
    [selected, wordsOf, viewer],
  )
  const [draft, setDraft] = useState<Draft | null>(null)
  const [keysShown, setKeysShown] = useState(false)
  const [editorReady, setEditorReady] = useState(false)
  const [outlineOpen, setOutlineOpen] = useState(false)
  const [mounted, setMounted] = useState(false)
  const sheet = useRef<HTMLDivElement>(null)
  const { dossier, problem, again } = useDossier(article.slug, selected)

  useEffect(() => setMounted(true), [])

  const live = useLive(article.id, viewer.memberId)
  const recorded = useMemo(() => {
    const framings = framingsIn({ blocks })
    return order.map((number) => [number, { ...framings.get(number), text: claims.get(number)?.text ?? '' }] as const)
  }, [blocks, order, claims])
  const differences = useDifferences(live, recorded)
  const differing = useMemo(() => new Set(differences?.claims.map(({ number }) => number)), [differences])
  const refresh = () => {
    again()
    router.refresh()
  }
  useRecorded(live, view.moment, refresh)

  const me = viewer.memberId
  const narrowing = useNarrowing(view.claims, order, me)
  const { bright, hit } = narrowing
  useFindMarks(sheet, narrowing.search, bright, editorReady, view.moment)
  const editing = pane === 'edit' ? selected : null
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
      const differs = differing.has(number)
      return claimAttributes(claim, { ...look, differs, tabStop: number === tabStop, editing: number === editing })
    },
    [claims, selected, bright, hit, tabStop, editing, differing, me],
  )
  const textOf = wordsOf

  const choose = useCallback<Galley['select']>(
    (number, options) => {
      setOpened(null)
      select(number, options?.replace)
    },
    [select],
  )
  const step = (by: 1 | -1, unfinished = false) => {
    // Where a filter or a search jumped to a claim, it is the next one.
    const next =
      selected === null && hit !== null ? hit : nextClaim({ order, claims, from: selected, bright }, by, unfinished)
    if (next !== null) choose(next, { replace: true })
  }
  const open = (wanted: Pane) => () => {
    if (selected !== null) setPane(wanted)
  }
  /** On the words selected in the text, whichever claim they are in; else on the open claim. */
  const commentHere = () => {
    const words = mayHere(viewer, 'comment.write') ? chosenWords(wordsOf) : null
    if (words === null) return open('comment')()
    select(words.claim)
    setOpened({ claim: words.claim, pane: 'comment', quote: words.quote })
  }
  const focusSearch = () => {
    // At once: whatever is typed next belongs to the search.
    flushSync(() => setOutlineOpen(true))
    document.querySelector<HTMLInputElement>('[data-search]')?.focus()
  }
  useKeys([
    ['j', () => step(1)],
    ['k', () => step(-1)],
    ['J', () => step(1, true)],
    ['K', () => step(-1, true)],
    ['s', open('attach')],
    ['l', open('search')],
    ['a', open('assess')],
    ['c', commentHere],
    ['e', open('edit')],
    ['h', open('history')],
    ['/', focusSearch],
    ['?', () => setKeysShown(true)],
    ['Escape', () => (pane ? setPane(null) : choose(null))],
  ])

  const context: Galley = {
    article,
    viewer,
    people,
    blocks,
    claims,
    selected,
    pane,
    quote,
    draft,
    setDraft,
    select: choose,
    openPane: setPane,
    may: (ability) => mayHere(viewer, ability),
    nameOf: (memberId) =>
      people.find((person) => person.id === memberId)?.name ?? (memberId ? 'Former member' : 'Attest'),
    refresh,
    revision: null,
    live,
    differences,
    dossier,
    dossierProblem: problem,
  }
  useFocusReturn(pane, selected)
  const { connection } = live
  useEffect(() => connection?.be({ screen: 'galley', claim: selected, editing }), [connection, selected, editing])
  const { following, follow, target } = useFollowing(live.people, (number) => choose(number, { replace: true }))

  const claimOf = (target: EventTarget) =>
    Number((target as HTMLElement).closest?.('[data-claim]')?.getAttribute('data-claim')) || null

  return (
    <GalleyContext value={context}>
      <TopBar viewer={viewer} crumbs={[{ href: '/', words: 'Desk' }, { words: article.title }]}>
        <PresentPeople people={live.people} following={following} onFollow={follow} />
        <div className="hidden w-[250px] flex-col gap-1 md:flex">
          <small className="text-xs leading-[14px] text-ink2">{coverageWords(view.coverage)}</small>
          <CoverageBar coverage={view.coverage} />
        </div>
        <nav aria-label="This article" className="flex flex-wrap gap-2 max-sm:order-last max-sm:w-full sm:gap-3">
          {mayHere(viewer, 'wording.propose') && (
            <Link prefetch={false} className={buttonClass()} href={`/articles/${article.slug}/edit`}>
              Edit
            </Link>
          )}
          <Link prefetch={false} className={buttonClass()} href={`/articles/${article.slug}/history`}>
            History
          </Link>
          <Link prefetch={false} className={buttonClass()} href={`/articles/${article.slug}/details`}>
            Details
          </Link>
          <Link prefetch={false} className={buttonClass()} href={`/articles/${article.slug}/review`}>
            Review{view.proposals > 0 && <b className="font-semibold text-pencil">{view.proposals}</b>}
          </Link>
          <Link prefetch={false} className={buttonClass('go')} href={`/articles/${article.slug}/report`}>
            Report
          </Link>
        </nav>
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
            <Outline sections={view.outline} claims={view.claims} narrowing={narrowing} />
          </div>
        </aside>
        <main className="min-h-[calc(100dvh-52px)] bg-sheet px-5 pt-8 pb-[45dvh] xl:pr-20">
          <div className="mx-auto max-w-[660px]">
            <h1 dir="auto" className="font-serif text-[32px] font-semibold leading-[38px] tracking-[-.015em]">
              {article.title}
            </h1>
            <p className="mt-1 mb-5 text-ink3">
              Revision {view.revision.number} · {view.claims.length} claims
              {view.proposals > 0 &&
                ` · ${view.proposals} ${view.proposals === 1 ? 'proposal waits' : 'proposals wait'}`}
              {mayHere(viewer, 'article.import') && (
                <>
                  {' · '}
                  <Link prefetch={false} className="underline" href={`/articles/${article.slug}/upstream`}>
                    update from upstream
                  </Link>
                </>
              )}
              <WorkingLine revision={view.revision.number} />
            </p>
            {missing !== null && <GoneNote key={missing} slug={article.slug} number={missing} />}
            {firstVisit && !viewer.archived && <FirstSteps />}
            {/* biome-ignore lint/a11y/noStaticElementInteractions: the claims inside are the buttons; this only hears them */}
            <div
              ref={sheet}
              lang={article.language}
              className="sheet relative"
              onClick={(event) => {
                const number = claimOf(event.target)
                if (number && number !== editing && !window.getSelection()?.toString()) choose(number)
              }}
              onKeyDown={(event) => {
                const number = claimOf(event.target)
                if (number && number !== editing && (event.key === 'Enter' || event.key === ' ')) {
                  event.preventDefault()
                  choose(number)
                }
              }}
            >
              {!editorReady && <Sheet blocks={blocks} textOf={textOf} attributesOf={attributesOf} />}
              {mounted && (
                <div hidden={!editorReady}>
                  <SheetEditor
                    {...{ blocks, textOf, attributesOf }}
                    open={editing !== null && draft?.claim === editing ? { number: editing, text: draft.text } : null}
                    onType={(text) => editing !== null && setDraft({ claim: editing, text })}
                    onReady={() => setEditorReady(true)}
                  />
                </div>
              )}
              <MarginGlyphs claims={view.claims} sheet={sheet} />
            </div>
            {article.attribution && (
              <p className="mt-10 border-t border-line pt-3 text-xs leading-[18px] text-ink3">
                {article.attribution}
                {article.licence && `, ${article.licence}`}
                {article.originUrl && (
                  <>
                    {' · '}
                    <a className="underline" href={article.originUrl} rel="noreferrer noopener" target="_blank">
                      origin
                    </a>
                  </>
                )}
              </p>
            )}
          </div>
        </main>
        <DossierPanel />
      </div>
      <FollowingNote target={target} screen="galley" slug={article.slug} onStop={() => follow(null)} />
      <KeySheet open={keysShown} onClose={() => setKeysShown(false)} />
      <p className="sr-only" aria-live="polite">
        {selected !== null && `${claimKey(selected)} open`}
      </p>
    </GalleyContext>
  )
}
