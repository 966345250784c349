import { type Coverage, checkedPercent } from '@/lib/domain/claim/coverage.ts'
import { STATUS_LABEL, type Status } from '@/lib/domain/claim/status.ts'

/** Statuses that a bar shows, in its order; what is left of it is unchecked. */
export const STATUS_COLOUR: Partial<Record<Status, string>> = {
  supported: 'var(--sup)',
  refuted: 'var(--ref)',
  conflicting_evidence: 'var(--con)',
  not_enough_evidence: 'var(--nee)',
  disputed: 'var(--dis)',
  stale: 'var(--sta)',
  in_progress: 'var(--pencil)',
}

/** "38 % of 1,294 words checked · 4 stale". */
export function coverageWords(coverage: Coverage): string {
  const words = `${checkedPercent(coverage)} % of ${coverage.checkable.toLocaleString('en')} words checked`
  return coverage.claims.stale > 0 ? `${words} · ${coverage.claims.stale} stale` : words
}

/** Coverage in words, by status. The bar is drawn for the eye; its words say the same. */
export function CoverageBar({ coverage, height = 6, label }: { coverage: Coverage; height?: number; label?: string }) {
  const parts = (Object.keys(STATUS_COLOUR) as Status[]).filter((status) => coverage.byStatus[status] > 0)
  const spoken = parts.map((status) => `${STATUS_LABEL[status]} ${coverage.byStatus[status]}`).join(', ')
  return (
    <span
      role="img"
      aria-label={`${label ? `${label}: ` : ''}${coverageWords(coverage)}${spoken ? `; words by status: ${spoken}` : ''}`}
      className="flex overflow-hidden rounded-full bg-line"
      style={{ height }}
    >
      {parts.map((status) => (
        <span
          key={status}
          style={{
            width: `${(100 * coverage.byStatus[status]) / Math.max(1, coverage.checkable)}%`,
            background: STATUS_COLOUR[status],
          }}
        />
      ))}
    </span>
  )
}
