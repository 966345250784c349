import { When } from '@/components/ui/when.tsx'
import type { SourceDto, VisitDto } from '@/lib/view/shelf.ts'

const OUTCOME: Record<VisitDto['outcome'], { sign: string; words: string; ailing: boolean }> = {
  first: { sign: '✓', words: 'Fetched for the first time', ailing: false },
  same: { sign: '✓', words: 'Said the same', ailing: false },
  changed: { sign: '≠', words: 'Said something else', ailing: true },
  gone: { sign: '✕', words: 'Was gone', ailing: true },
  failed: { sign: '!', words: 'Could not be seen', ailing: true },
}

type Props = { visits: VisitDto[]; archived: SourceDto['archived']; nameOf: (id: string | null) => string }

/** Each time the address was asked and what came of it; and copies that a public archive was asked to keep. */
export function VisitsPart({ visits, archived, nameOf }: Props) {
  return (
    <div className="flex flex-col gap-3 text-[13px]">
      {visits.length > 0 && (
        <details>
          <summary className="w-fit rounded text-pencil">
            {visits.length === 1 ? 'One visit' : `${visits.length} visits`}: what came of{' '}
            {visits.length === 1 ? 'it' : 'each'}
          </summary>
          <ol className="mt-2 space-y-1.5">
            {visits.map((visit) => {
              const { sign, words, ailing } = OUTCOME[visit.outcome]
              return (
                <li key={visit.id} className="grid grid-cols-[16px_minmax(0,1fr)] gap-x-1.5">
                  <span aria-hidden="true" className={ailing ? 'text-sta' : 'text-ink3'}>
                    {sign}
                  </span>
                  <div className="[overflow-wrap:anywhere]">
                    <p>
                      {words}
                      {visit.status !== null && <span className="text-ink3"> (status {visit.status})</span>}
                      <span className="text-ink3">
                        {' · '}
                        <When at={visit.at} /> · {visit.memberId ? nameOf(visit.memberId) : 'by schedule'}
                      </span>
                    </p>
                    {visit.words && <p className="text-ink2">{visit.words}</p>}
                    <p className="text-ink3">{visit.url}</p>
                  </div>
                </li>
              )
            })}
          </ol>
        </details>
      )}
      {archived.length > 0 && (
        <ul aria-label="Copies in a public archive" className="space-y-1.5">
          {archived.map(({ address, problem, at }) => (
            <li key={at.toISOString()} className="[overflow-wrap:anywhere]">
              {address ? (
                <>
                  <span className="text-ink3">Kept by a public archive: </span>
                  <a className="text-pencil underline" href={address} rel="noreferrer noopener" target="_blank">
                    {address}
                    <span className="sr-only"> (opens in a new tab)</span>
                  </a>
                </>
              ) : (
                <span className="text-con">
                  <span aria-hidden="true">! </span>
                  The public archive kept no copy: {problem ?? 'it did not say why.'}
                </span>
              )}{' '}
              <span className="text-ink3">
                · <When at={at} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
