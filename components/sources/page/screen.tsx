import Link from 'next/link'
import { TopBar } from '@/components/shell/top-bar.tsx'
import { RedactedBy } from '@/components/ui/redact-dialog.tsx'
import { gradeOf } from '@/lib/domain/check/scale.ts'
import { may } from '@/lib/domain/desk/permission.ts'
import { SOURCE_FIELDS, type SourceField } from '@/lib/domain/desk/redaction.ts'
import { isPersonal } from '@/lib/domain/source/form.ts'
import { isAiling } from '@/lib/domain/source/health.ts'
import type { Person, Viewer } from '@/lib/view/galley.ts'
import type { SourceDto, SourceName } from '@/lib/view/shelf.ts'
import { CopyCitation } from '../copy-citation.tsx'
import { HealthMark } from '../health-mark.tsx'
import { CitedPart } from './cited-part.tsx'
import { ContactPart } from './contact-part.tsx'
import { DerivationPlot } from './derivation-plot.tsx'
import { GradePart } from './grade-part.tsx'
import { PartButton } from './merge-form.tsx'
import { OriginPart } from './origin-part.tsx'
import { SourcePart } from './part.tsx'
import { RecordPart } from './record-part.tsx'
import { RedactField } from './redaction.tsx'
import { SnapshotsPart } from './snapshots-part.tsx'
import { TwinsPart } from './twins-part.tsx'
import { VisitsPart } from './visits-part.tsx'

type Props = { viewer: Viewer; people: Person[]; source: SourceDto }

/** One source: its record and grade, what is kept of it, what it derives from, and where it is cited. */
export function SourceScreen({ viewer, people, source }: Props) {
  const { csl, grades, citedIn, family } = source
  const nameOf = (id: string | null) => people.find((person) => person.id === id)?.name ?? 'Attest'
  const on = { workspaceId: viewer.workspaceId, sourceId: source.id }
  const mayAdd = may(viewer.role, 'source.add')
  const mayGrade = may(viewer.role, 'source.grade')
  const redacted = Object.fromEntries(
    source.redactions
      .filter(({ field }) => field === null)
      .map(({ id, memberId, at, reason }) => [id, <RedactedBy key={id} {...{ at, reason }} name={nameOf(memberId)} />]),
  )
  const mayRedact = may(viewer.role, 'record.redact')
  const mayMerge = may(viewer.role, 'source.merge') && source.survivor === null
  const reliability = gradeOf(grades.find((grade) => grade.current))
  return (
    <>
      <TopBar
        viewer={viewer}
        crumbs={[{ href: '/', words: 'Desk' }, { href: '/sources', words: 'Sources' }, { words: csl.title }]}
      />
      <main className="mx-auto max-w-[1080px] px-5 py-8">
        {source.survivor && <MergedNote {...{ viewer, source, survivor: source.survivor }} />}
        <h1 className="max-w-[760px] font-serif text-[26px] font-semibold leading-9 tracking-tight [overflow-wrap:anywhere]">
          {csl.title}
        </h1>
        <p className="mt-1 mb-5 flex flex-wrap items-center gap-x-3 gap-y-1 text-[13px] text-ink3">
          <HealthMark health={source.health} />
          {isAiling(source.health) && source.visits[0]?.words && (
            <span className="text-ink2">{source.visits[0].words}</span>
          )}
          <span aria-hidden="true">·</span>
          <span>{citedIn.length === 0 ? 'not cited yet' : `cited ${citedIn.length}×`}</span>
          <CopyCitation {...on} />
        </p>
        <div className="grid gap-x-10 gap-y-7 lg:grid-cols-[minmax(0,1fr)_300px]">
          <div className="flex min-w-0 flex-col gap-7">
            <SourcePart id="record" title="Record">
              <RecordPart
                {...on}
                {...{ csl, unconfirmed: source.unconfirmed, found: source.found, mayAmend: mayAdd, mayMerge }}
              />
              {source.redactions.map(
                ({ field, memberId, at, reason }) =>
                  field !== null && (
                    <RedactedBy
                      key={`${field} ${at}`}
                      {...{ at, reason }}
                      name={nameOf(memberId)}
                      what={SOURCE_FIELDS[field as SourceField]}
                    />
                  ),
              )}
              {mayRedact && <RedactField {...on} fields={source.redactable} />}
            </SourcePart>
            <SourcePart id="snapshots" title="Snapshots">
              <SnapshotsPart
                {...on}
                snapshots={source.snapshots}
                redacted={redacted}
                mayRedact={mayRedact}
                captures={source.captures}
                fetchable={Boolean(csl.URL ?? csl.DOI ?? csl.ISBN)}
                mayCapture={may(viewer.role, 'source.capture')}
              />
              <div className="mt-3">
                <VisitsPart visits={source.visits} archived={source.archived} nameOf={nameOf} />
              </div>
            </SourcePart>
            <SourcePart id="origin" title="Origin">
              <OriginPart {...on} {...source} mayGrade={mayGrade} />
              {family.sources.length > 1 && (
                <div className="mt-4">
                  <DerivationPlot family={family} sourceId={source.id} />
                </div>
              )}
            </SourcePart>
            <SourcePart id="cited" title={citedIn.length === 0 ? 'Cited' : `Cited ${citedIn.length}×`}>
              <CitedPart citedIn={citedIn} reliability={reliability} />
            </SourcePart>
          </div>
          <div className="flex min-w-0 flex-col gap-7">
            <SourcePart id="reliability" title="Reliability">
              <GradePart {...on} {...{ grades, nameOf, mayGrade, mayRedact, redacted }} />
            </SourcePart>
            {(isPersonal(csl.type) || source.contact.state !== 'none') && (
              <SourcePart id="contact" title="Contact">
                <ContactPart {...on} contact={source.contact} maySet={mayAdd} />
              </SourcePart>
            )}
            {(mayMerge || source.duplicates.length > 0 || source.merged.length > 0) && (
              <SourcePart id="twins" title="The same source">
                <TwinsPart {...on} duplicates={source.duplicates} merged={source.merged} mayMerge={mayMerge} />
              </SourcePart>
            )}
          </div>
        </div>
      </main>
    </>
  )
}

type MergedProps = { viewer: Viewer; source: SourceDto; survivor: SourceName }

function MergedNote({ viewer, source, survivor }: MergedProps) {
  return (
    <div className="mb-5 flex flex-wrap items-center gap-3 rounded-r-md border-pencil border-l-[3px] bg-pencil-soft px-3 py-2">
      <p className="min-w-0 flex-1 basis-64 [overflow-wrap:anywhere]">
        This entry was merged into{' '}
        <Link prefetch={false} className="font-medium underline" href={`/sources/${survivor.id}`}>
          {survivor.title}
        </Link>
        ; its citations are shown and counted there.
      </p>
      {may(viewer.role, 'source.merge') && (
        <PartButton workspaceId={viewer.workspaceId} sourceId={source.id} title={source.csl.title} />
      )}
    </div>
  )
}
