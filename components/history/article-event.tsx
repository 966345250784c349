import { RedactedBy } from '@/components/ui/redact-dialog.tsx'
import { When } from '@/components/ui/when.tsx'
import { DETAIL_LABEL } from '@/lib/domain/article/detail.ts'
import type { ArticleEventDto } from '@/lib/view/history.ts'
import { RedactWords } from './redact-words.tsx'

const KIND = { amended: 'Details changed', archived: 'Archived', brought_back: 'Brought back' } as const

type Props = {
  event: ArticleEventDto
  articleId: string
  nameOf: (id: string | null) => string
  mayRedact: boolean
}

/** What happened to the article as a whole, between its revisions. */
export function ArticleEvent({ event, articleId, nameOf, mayRedact }: Props) {
  const { redaction } = event
  return (
    <li className="grid grid-cols-[52px_minmax(0,1fr)] gap-x-3 border-b border-line py-3" data-event={event.kind}>
      <span aria-hidden="true" />
      <div className="min-w-0 [overflow-wrap:anywhere]">
        <h2 className="text-[13px] font-semibold leading-5 text-ink2">{KIND[event.kind]}</h2>
        {event.kind === 'amended' && (
          <ul>
            {event.changes.map(({ detail, before, after }) => (
              <li key={detail} className="leading-6">
                {DETAIL_LABEL[detail]}:{' '}
                <del className="text-ink3">
                  <bdi>{before ?? 'none'}</bdi>
                </del>{' '}
                <span aria-hidden="true">→</span>{' '}
                <ins className="no-underline">
                  <bdi>{after ?? 'none'}</bdi>
                </ins>
              </li>
            ))}
          </ul>
        )}
        {event.reason && (
          <p dir="auto" className="mt-1 font-serif text-[17px] leading-6">
            {event.reason}
          </p>
        )}
        {redaction && <RedactedBy name={nameOf(redaction.memberId)} at={redaction.at} reason={redaction.reason} />}
        <p className="mt-0.5 text-[13px] leading-5 text-ink3">
          <bdi>{nameOf(event.memberId)}</bdi> · <When at={event.at} />
        </p>
        {mayRedact && !redaction && event.reason && (
          <p className="mt-1 -ml-2">
            <RedactWords
              articleId={articleId}
              what={event.kind === 'amended' ? 'details' : 'archiving'}
              id={event.id}
              title="Redact this reason?"
            />
          </p>
        )}
      </div>
    </li>
  )
}
