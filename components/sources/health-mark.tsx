import { HEALTH_LABEL, type Health, isAiling } from '@/lib/domain/source/health.ts'

const SIGN: Record<Health, string> = {
  alive: '✓',
  changed: '≠',
  gone: '✕',
  failed: '!',
  kept: '▤',
  unvisited: '○',
  offline: '–',
}

/** How a source's address is, as a sign and words. What is well recedes. */
export function HealthMark({ health }: { health: Health }) {
  const tone = isAiling(health) ? 'rounded-[5px] border border-current px-1.5 font-medium text-sta' : 'text-ink3'
  return (
    <span className={`inline-flex items-center gap-1 whitespace-nowrap ${tone}`}>
      <span aria-hidden="true">{SIGN[health]}</span>
      {HEALTH_LABEL[health]}
    </span>
  )
}
