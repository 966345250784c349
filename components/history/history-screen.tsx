import Link from 'next/link'
import { Fragment } from 'react'
import { CoverageBar, coverageWords } from '@/components/claim/coverage-bar.tsx'
import { TopBar } from '@/components/shell/top-bar.tsx'
import { buttonClass } from '@/components/ui/button-class.ts'
import { RedactedBy } from '@/components/ui/redact-dialog.tsx'
import { When } from '@/components/ui/when.tsx'
import { mayHere } from '@/lib/domain/desk/archiving.ts'
import { countsInWords } from '@/lib/domain/revision/count.ts'
import type { Person, Viewer } from '@/lib/view/galley.ts'
import type { HistoryPage, RevisionDto } from '@/lib/view/history.ts'
import { ArticleEvent } from './article-event.tsx'
import { CoveragePlot } from './coverage-plot.tsx'
import { RedactWords } from './redact-words.tsx'
import { RestoreButton } from './restore-button.tsx'
import { KIND_WORDS } from './revision-words.ts'

type Props = HistoryPage & {
  article: { id: string; slug: string; title: string }
  viewer: Viewer
  people: Person[]
}

/** The revisions of an article, newest first: who made them, what they made of it, how much of it was checked. */
export function HistoryScreen({ article, viewer, people, revisions, events, moreEvents, head, older }: Props) {
  const nameOf = (id: string | null) =>
    people.find((person) => person.id === id)?.name ?? (id ? 'Former member' : 'Attest')
  const base = `/articles/${article.slug}`
  const several = head > 1
  return (
    <>
      <TopBar
        viewer={viewer}
        crumbs={[{ href: '/', words: 'Desk' }, { href: base, words: article.title }, { words: 'History' }]}
      >
        <Link prefetch={false} className={buttonClass()} href={base}>
          Galley
        </Link>
      </TopBar>
      <main className="mx-auto max-w-[820px] px-5 py-8">
        <h1 tabIndex={-1} className="font-serif text-[28px] font-semibold leading-9 tracking-tight">
          History
        </h1>
        <p className="mt-1 mb-6 text-ink3">
          {head === 1 ? 'One revision so far.' : `${head.toLocaleString('en')} revisions, newest first.`} You can view
          each of them, compare it with any other, and restore it.
        </p>
        <CoveragePlot revisions={revisions} />
        <form method="get" action={`${base}/history/compare`} aria-label="Compare two revisions">
          {several && revisions.length > 1 && (
            <p className="mb-2 flex flex-wrap items-center gap-x-3 gap-y-1 text-[13px] text-ink3">
              <button type="submit" className={buttonClass()}>
                Compare the two chosen
              </button>
              Choose any two, on the left.
            </p>
          )}
          <ol aria-label="Revisions" className="border-t border-line">
            {revisions.map((revision, at) => (
              <Fragment key={revision.number}>
                {events
                  .filter((event) => event.revision === revision.number)
                  .map((event) => (
                    <ArticleEvent
                      key={event.seq}
                      event={event}
                      articleId={article.id}
                      nameOf={nameOf}
                      mayRedact={mayHere(viewer, 'record.redact')}
                    />
                  ))}
                <Row
                  {...{ article, revision, head }}
                  who={
                    revision.kind === 'imported'
                      ? `brought in by ${nameOf(revision.memberId)}`
                      : nameOf(revision.memberId)
                  }
                  chosen={revisions.length > 1 ? { from: at === 1, to: at === 0 } : null}
                  mayRestore={mayHere(viewer, 'wording.restore') && revision.number < head}
                  mayRedact={mayHere(viewer, 'record.redact')}
                  nameOf={nameOf}
                />
              </Fragment>
            ))}
          </ol>
          {moreEvents > 0 && (
            <p className="mt-2 text-[13px] text-ink3">
              {moreEvents.toLocaleString('en')} earlier changes of the details are not listed here.
            </p>
          )}
        </form>
        {(older !== null || (revisions[0]?.number ?? head) < head) && (
          <nav aria-label="More revisions" className="mt-5 flex gap-2">
            {(revisions[0]?.number ?? head) < head && (
              <Link prefetch={false} className={buttonClass()} href={`${base}/history`}>
                Newest
              </Link>
            )}
            {older !== null && (
              <Link prefetch={false} className={buttonClass()} href={`${base}/history?to=${older}`}>
                Older than revision {older + 1}
              </Link>
            )}
          </nav>
        )}
      </main>
    </>
  )
}

type RowProps = {
  article: { id: string; slug: string }
  revision: RevisionDto
  head: number
  who: string
  /** Which of the two it is at first; null where there is nothing to choose. */
  chosen: { from: boolean; to: boolean } | null
  mayRestore: boolean
  mayRedact: boolean
  nameOf: (id: string | null) => string
}

function Row({ article, revision, head, who, chosen, mayRestore, mayRedact, nameOf }: RowProps) {
  const { number, kind, summary, redaction, counts, coverage, at } = revision
  const base = `/articles/${article.slug}`
  return (
    <li className="grid grid-cols-[52px_minmax(0,1fr)] gap-x-3 border-b border-line py-4" data-revision={number}>
      <div className="-mt-0.5 flex flex-col">
        {chosen &&
          (['from', 'to'] as const).map((side) => (
            <label key={side} className="flex min-h-7 cursor-pointer items-center gap-1.5 text-xs text-ink3">
              <input
                type="radio"
                name={side}
                value={number}
                defaultChecked={chosen[side]}
                aria-label={`Compare ${side} revision ${number}`}
                className="accent-pencil"
              />
              {side}
            </label>
          ))}
      </div>
      <div className="min-w-0">
        <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-1">
          <h2 className="text-[13px] font-semibold leading-5 text-ink2">
            Revision {number}
            <span className="font-normal text-ink3">
              {' · '}
              {KIND_WORDS[kind]}
              {number === head && ' · the newest'}
            </span>
          </h2>
          <div className="flex w-[230px] max-w-full flex-col gap-1">
            <small className="text-xs leading-4 text-ink2">{coverageWords(coverage)}</small>
            <CoverageBar coverage={coverage} height={4} label={`Revision ${number}`} />
          </div>
        </div>
        <p dir="auto" className="mt-1.5 font-serif text-[17px] leading-6 [overflow-wrap:anywhere]">
          {summary || 'No summary.'}
        </p>
        {redaction && <RedactedBy name={nameOf(redaction.memberId)} at={redaction.at} reason={redaction.reason} />}
        <p className="mt-0.5 text-[13px] leading-5 text-ink3">
          {who} · <When at={at} /> · {countsInWords(counts)}
        </p>
        <p className="mt-1 -ml-2 flex flex-wrap items-center gap-x-1 gap-y-1">
          <Link prefetch={false} className={buttonClass('quiet', true)} href={`${base}/history/${number}`}>
            View this revision
            <span className="sr-only"> in revision {number}</span>
          </Link>
          {number > 1 && (
            <Link
              prefetch={false}
              className={buttonClass('quiet', true)}
              href={`${base}/history/compare?from=${number - 1}&to=${number}`}
            >
              Compare with the previous one
              <span className="sr-only">, revision {number}</span>
            </Link>
          )}
          {mayRestore && <RestoreButton article={article} revision={number} head={head} small />}
          {mayRedact && !redaction && summary && (
            <RedactWords
              articleId={article.id}
              what="revision"
              id={revision.id}
              title={`Redact the summary of revision ${number}?`}
            />
          )}
        </p>
      </div>
    </li>
  )
}
