import Link from 'next/link'
import { TopBar } from '@/components/shell/top-bar.tsx'
import { buttonClass } from '@/components/ui/button-class.ts'
import { When } from '@/components/ui/when.tsx'
import { COUNTED, countsInWords } from '@/lib/domain/revision/count.ts'
import type { Person, Viewer } from '@/lib/view/galley.ts'
import type { ComparedRevision, RevisionsCompared } from '@/lib/view/history.ts'
import { ComparisonCard } from './comparison-card.tsx'
import { PairPicker } from './pair-picker.tsx'
import { KIND_WORDS } from './revision-words.ts'
import { RunningText } from './running-text.tsx'

export type ComparedAs = 'claims' | 'text'

type Props = RevisionsCompared & {
  article: { id: string; slug: string; title: string }
  language: string
  viewer: Viewer
  people: Person[]
  revisions: { number: number; at: string; summary: string }[]
  shownAs: ComparedAs
}

/** Two revisions of an article: claim by claim, or the whole text with what went out and what came in. */
export function CompareScreen({ article, viewer, people, shownAs, ...compared }: Props) {
  const { from, to, counts, changes, running, settingOnly, revisions, language } = compared
  const base = `/articles/${article.slug}`
  const nameOf = (id: string | null) =>
    people.find((person) => person.id === id)?.name ?? (id ? 'Former member' : 'Attest')
  const all = COUNTED.reduce((sum, what) => sum + (what === 'kept' ? 0 : counts[what]), 0)
  const address = (as: ComparedAs) => `${base}/history/compare?from=${from.number}&to=${to.number}&as=${as}`
  return (
    <>
      <TopBar
        viewer={viewer}
        crumbs={[
          { href: '/', words: 'Desk' },
          { href: base, words: article.title },
          { href: `${base}/history`, words: 'History' },
          { words: 'Compare' },
        ]}
      >
        <Link prefetch={false} className={buttonClass()} href={`${base}/history`}>
          History
        </Link>
      </TopBar>
      <main className="mx-auto max-w-[820px] px-5 py-8">
        <h1 tabIndex={-1} className="font-serif text-[28px] font-semibold leading-9 tracking-tight">
          Revision {from.number} and revision {to.number}
        </h1>
        <PairPicker {...{ revisions, shownAs }} from={from.number} to={to.number} action={`${base}/history/compare`} />
        <dl className="mb-6 grid gap-3 sm:grid-cols-2">
          <Side title="Before" revision={from} base={base} nameOf={nameOf} />
          <Side title="After" revision={to} base={base} nameOf={nameOf} />
        </dl>
        <nav aria-label="How to compare" className="mb-4 flex gap-5 border-b border-line">
          <Tab href={address('claims')} current={shownAs === 'claims'}>
            Claim by claim
          </Tab>
          <Tab href={address('text')} current={shownAs === 'text'}>
            Running text
          </Tab>
        </nav>
        <p className="mb-5 text-[13px] text-ink2">
          {countsInWords(counts, true)}
          {settingOnly && ' · formatting only'}
        </p>
        {shownAs === 'text' ? (
          <RunningText stretches={running} language={language} />
        ) : changes.length === 0 ? (
          <p className="rounded-lg border border-line bg-sheet p-5 text-ink2">
            Every claim says the same in both, in the same place.
          </p>
        ) : (
          <>
            <ol aria-label="What changed" className="space-y-3">
              {changes.map((change) => (
                <ComparisonCard
                  key={`${change.before.map(({ number }) => number)}>${change.after.map(({ number }) => number)}`}
                  {...{ change, language }}
                  before={`${base}/history/${from.number}`}
                  after={`${base}/history/${to.number}`}
                />
              ))}
            </ol>
            {all > changes.length && (
              <p className="mt-4 text-[13px] text-ink3">
                {(all - changes.length).toLocaleString('en')} more changed and are not listed here. Compare revisions
                that lie closer together to see them.
              </p>
            )}
          </>
        )}
      </main>
    </>
  )
}

function Tab({ href, current, children }: { href: string; current: boolean; children: string }) {
  return (
    <Link
      prefetch={false}
      href={href}
      scroll={false}
      aria-current={current ? 'true' : undefined}
      className={`-mb-px border-b-2 py-2 font-medium ${current ? 'border-pencil text-ink' : 'border-transparent text-ink3 hover:text-ink'}`}
    >
      {children}
    </Link>
  )
}

type SideProps = { title: string; revision: ComparedRevision; base: string; nameOf: (id: string | null) => string }

function Side({ title, revision, base, nameOf }: SideProps) {
  const { number, kind, summary, memberId, at } = revision
  return (
    <div className="min-w-0 rounded-lg border border-line bg-sheet px-3.5 py-2.5">
      <dt className="text-xs text-ink3">{title}</dt>
      <dd>
        <p className="text-[13px] font-semibold">
          <Link prefetch={false} className="hover:underline" href={`${base}/history/${number}`}>
            Revision {number}
          </Link>
          <span className="font-normal text-ink3"> · {KIND_WORDS[kind]}</span>
        </p>
        <p dir="auto" className="line-clamp-3 [overflow-wrap:anywhere]">
          {summary || 'No summary.'}
        </p>
        <p className="text-[12.5px] text-ink3">
          {nameOf(memberId)} · <When at={at} />
        </p>
      </dd>
    </div>
  )
}
