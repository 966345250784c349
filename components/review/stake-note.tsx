import { sameSubstance } from '@/lib/domain/text/substance.ts'
import type { QueueEntry } from '@/lib/view/review.ts'

/** What accepting a proposal would do to the checks that stand. */
export function StakeNote({ entry }: { entry: QueueEntry }) {
  const { citations, assessments } = entry.atStake
  if (entry.kind === 'wording' && sameSubstance(entry.headText, entry.text))
    return <Quiet>Formatting only (white space, quotation marks, a full stop): checks stay fresh.</Quiet>
  if (entry.kind === 'moved') return <Quiet>Its words stay: checks stay fresh.</Quiet>
  if (citations + assessments === 0) return <Quiet>No check is at stake.</Quiet>
  const parts = [
    assessments > 0 ? `${assessments} ${assessments === 1 ? 'assessment' : 'assessments'}` : '',
    citations > 0 ? `${citations} ${citations === 1 ? 'citation' : 'citations'}` : '',
  ].filter(Boolean)
  return (
    <p className="mt-2 rounded-r-md border-l-[3px] border-sta bg-hover px-3 py-1.5 text-[13px] text-ink2">
      {entry.kind === 'retired' ? 'Would leave the article with it' : 'Would make stale'}: {parts.join(' and ')}.
    </p>
  )
}

function Quiet({ children }: { children: string }) {
  return <p className="mt-2 text-[13px] text-ink3">{children}</p>
}
