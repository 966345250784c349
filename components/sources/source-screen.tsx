import Link from 'next/link'
import { TopBar } from '@/components/desk/top-bar'
import { When } from '@/components/ui/when'
import { claimKey } from '@/lib/domain/claim'
import { may } from '@/lib/domain/permission'
import { gradePair, gradeWords, RELIABILITY_LABEL, STANCE_LABEL } from '@/lib/domain/scale'
import { authorWords, partialDateWords, SOURCE_TYPES } from '@/lib/domain/source'
import type { Person, Viewer } from '@/lib/schema/galley'
import type { SourceDto } from '@/lib/schema/shelf'
import { GradeForm, OriginForm } from './source-forms'

type Props = { viewer: Viewer; people: Person[]; source: SourceDto; others: { id: string; title: string }[] }

/** One source: its record, its grade and how it came by it, what it repeats, and where it is cited. */
export function SourceScreen({ viewer, people, source, others }: Props) {
  const { csl, grades, citedIn, origin, echoes } = source
  const nameOf = (id: string | null) => people.find((person) => person.id === id)?.name ?? 'Attest'
  const current = grades.find((grade) => grade.current)
  const issued = csl.issued?.['date-parts'][0]
  const facts: [string, string | undefined][] = [
    ['Kind', SOURCE_TYPES[csl.type]],
    ['Authors', csl.author && authorWords(csl.author)],
    ['Publication', csl['container-title']],
    ['Publisher', csl.publisher],
    ['Date', issued && partialDateWords(issued)],
    ['Language', csl.language],
  ]
  return (
    <>
      <TopBar
        viewer={viewer}
        crumbs={[{ href: '/', words: 'Desk' }, { href: '/sources', words: 'Sources' }, { words: csl.title }]}
      />
      <main className="mx-auto max-w-[760px] space-y-8 px-5 py-8">
        <div>
          <h1 className="font-serif text-[26px] font-semibold leading-9 tracking-tight [overflow-wrap:anywhere]">
            {csl.title}
          </h1>
          <dl className="mt-4 grid grid-cols-[110px_1fr] gap-y-1">
            {facts.map(
              ([label, value]) =>
                value && (
                  <div key={label} className="contents">
                    <dt className="text-ink3">{label}</dt>
                    <dd>{value}</dd>
                  </div>
                ),
            )}
            {csl.URL && (
              <div className="contents">
                <dt className="text-ink3">Address</dt>
                <dd className="min-w-0">
                  <a
                    className="text-pencil underline [overflow-wrap:anywhere]"
                    href={csl.URL}
                    rel="noreferrer noopener"
                    target="_blank"
                  >
                    {csl.URL}
                  </a>
                </dd>
              </div>
            )}
          </dl>
        </div>
        <section aria-label="Reliability">
          <h2 className="mb-2 font-semibold">
            Reliability {current && `${current.reliability} · ${RELIABILITY_LABEL[current.reliability]}`}
          </h2>
          <ol className="space-y-1 text-[13px] text-ink2">
            {grades.map((grade) => (
              <li key={grade.at.toISOString() + grade.reliability}>
                <b className="font-semibold">{grade.reliability}</b> · {grade.reason || 'no reason given'} ·{' '}
                {nameOf(grade.memberId)} · <When at={grade.at} />
              </li>
            ))}
          </ol>
          {may(viewer.role, 'source.grade') && <GradeForm workspaceId={viewer.workspaceId} sourceId={source.id} />}
        </section>
        <section aria-label="Origin">
          <h2 className="mb-2 font-semibold">Origin</h2>
          <p className="text-ink2">
            {origin ? (
              <>
                Repeats{' '}
                <Link prefetch={false} className="underline" href={`/sources/${origin.id}`}>
                  {origin.title}
                </Link>
                : both count as one origin.
              </>
            ) : (
              'Stands on its own: it counts as an origin.'
            )}
          </p>
          {echoes.length > 0 && (
            <ul className="mt-2 list-disc pl-5 text-[13px] text-ink2">
              {echoes.map((echo) => (
                <li key={echo.id}>
                  repeated by{' '}
                  <Link prefetch={false} className="underline" href={`/sources/${echo.id}`}>
                    {echo.title}
                  </Link>
                </li>
              ))}
            </ul>
          )}
          {may(viewer.role, 'source.grade') && (
            <OriginForm
              workspaceId={viewer.workspaceId}
              sourceId={source.id}
              originId={origin?.id ?? ''}
              others={others}
            />
          )}
        </section>
        <section aria-label="Cited">
          <h2 className="mb-2 font-semibold">Cited {citedIn.length}×</h2>
          {citedIn.length === 0 && <p className="text-[13px] text-ink3">No claim cites it.</p>}
          <ul className="space-y-3">
            {citedIn.map((citation) => (
              <li key={`${citation.slug} ${citation.claim} ${citation.note}`} className="border-l-2 border-line pl-3">
                <Link
                  prefetch={false}
                  className="font-serif text-[15.5px] leading-6 hover:underline"
                  href={`/articles/${citation.slug}#${claimKey(citation.claim)}`}
                >
                  {citation.wording.trim()}
                </Link>
                <p className="text-[13px] text-ink3">
                  {claimKey(citation.claim)} · {STANCE_LABEL[citation.stance].toLowerCase()}
                  {current && (
                    <>
                      {' · '}
                      <abbr className="no-underline" title={gradeWords(current.reliability, citation.credibility)}>
                        {gradePair(current.reliability, citation.credibility)}
                      </abbr>
                    </>
                  )}
                  {citation.note && ` · ${citation.note}`}
                </p>
              </li>
            ))}
          </ul>
        </section>
      </main>
    </>
  )
}
