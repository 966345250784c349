import Link from 'next/link'
import { type Grade, gradePair, gradeWords, STANCE_LABEL } from '@/lib/domain/check/scale.ts'
import { claimKey } from '@/lib/domain/claim/claim.ts'
import type { SourceDto } from '@/lib/view/shelf.ts'

type Props = { citedIn: SourceDto['citedIn']; reliability: Grade }

/** The claims that rest on the source. */
export function CitedPart({ citedIn, reliability }: Props) {
  if (citedIn.length === 0)
    return <p className="text-ink2">No claim cites it yet. Open a claim in the galley and attach it there.</p>
  return (
    <ul className="space-y-3">
      {citedIn.map((citation) => (
        <li
          key={`${citation.slug} ${citation.claim} ${citation.stance} ${citation.note}`}
          className="border-line border-l-2 pl-3"
        >
          <Link
            prefetch={false}
            className="font-serif text-[15.5px] leading-6 hover:underline [overflow-wrap:anywhere]"
            href={`/articles/${citation.slug}#${claimKey(citation.claim)}`}
          >
            {citation.wording.trim()}
          </Link>
          <p className="text-[13px] text-ink3 [overflow-wrap:anywhere]">
            {claimKey(citation.claim)} · {STANCE_LABEL[citation.stance].toLowerCase()}
            {' · '}
            <abbr className="no-underline" title={gradeWords(reliability, citation.credibility)}>
              {gradePair(reliability, citation.credibility)}
            </abbr>
            {citation.note && ` · ${citation.note}`}
          </p>
        </li>
      ))}
    </ul>
  )
}
