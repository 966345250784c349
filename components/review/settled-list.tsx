import Link from 'next/link'
import { OutcomeTag } from '@/components/claim/outcome-tag.tsx'
import { When } from '@/components/ui/when.tsx'
import { withLabel } from '@/lib/domain/article/framing.ts'
import { claimKey } from '@/lib/domain/claim/claim.ts'
import type { SettledDto } from '@/lib/view/review.ts'
import { DiffView } from '../wording/diff-view.tsx'
import { StructureView } from './structure-view.tsx'

const OUTCOME: Record<SettledDto['state'], string> = {
  accepted: 'Accepted',
  superseded: 'Accepted',
  rejected: 'Rejected',
  withdrawn: 'Withdrawn',
}

type Props = { slug: string; settled: SettledDto[]; nameOf: (id: string | null) => string }

/** The proposals decided on last, each with its answer. */
export function SettledList({ slug, settled, nameOf }: Props) {
  return (
    <section className="mt-12" aria-label="Settled">
      <h2 className="mb-3 font-semibold">Settled last</h2>
      <ul className="space-y-4">
        {settled.map((row) => (
          <li key={row.id} className="border-l-2 border-line pl-3">
            {'change' in row ? (
              <>
                <OutcomeTag outcome={row.change.kind} />
                <StructureView change={row.change} />
              </>
            ) : (
              <p className="font-serif text-[15.5px] leading-6">
                <DiffView
                  before={withLabel(row.label, row.baseText.trim())}
                  after={withLabel(row.label, row.text.trim())}
                />
              </p>
            )}
            <p className="text-[13px] text-ink3">
              {row.claim !== null && (
                <>
                  <Link prefetch={false} className="hover:underline" href={`/articles/${slug}#${claimKey(row.claim)}`}>
                    {claimKey(row.claim)}
                  </Link>{' '}
                  ·{' '}
                </>
              )}
              proposed by {nameOf(row.authorId)} · {OUTCOME[row.state]}
              {row.reviewerId && ` by ${nameOf(row.reviewerId)}`} · <When at={row.at} />
            </p>
            {row.reviewReason && <p className="text-[13px] text-ink2">{row.reviewReason}</p>}
          </li>
        ))}
      </ul>
    </section>
  )
}
