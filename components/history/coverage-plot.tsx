import { STATUS_COLOUR } from '@/components/claim/coverage-bar.tsx'
import { checkedPercent } from '@/lib/domain/claim/coverage.ts'
import { STATUS_LABEL, type Status } from '@/lib/domain/claim/status.ts'
import type { RevisionDto } from '@/lib/view/history.ts'

const HEIGHT = 100
const SLOT = 10
const BAR = 8
/** The widest a revision is drawn, so that few of them do not look like a wall. */
const WIDEST = 36

/** How much of the article was checked as revision followed revision. The list beneath says the same in figures. */
export function CoveragePlot({ revisions }: { revisions: RevisionDto[] }) {
  const ordered = revisions.toReversed()
  const [first, last] = [ordered[0], ordered.at(-1)]
  if (!first || !last) return null
  const percent = ({ coverage }: RevisionDto) => checkedPercent(coverage)
  const statuses = Object.keys(STATUS_COLOUR) as Status[]
  return (
    <figure className="mb-8">
      <figcaption className="mb-2 text-[13px] font-medium text-ink2">Coverage over time, in words</figcaption>
      <div className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-2">
        <div aria-hidden="true" className="flex flex-col justify-between text-right text-[11px] leading-none text-ink3">
          <span>100 %</span>
          <span>0</span>
        </div>
        <svg
          role="img"
          aria-labelledby="coverage-plot-title coverage-plot-words"
          viewBox={`0 0 ${ordered.length * SLOT} ${HEIGHT}`}
          preserveAspectRatio="none"
          className="h-[112px] border-b border-line"
          style={{ width: `min(100%, ${ordered.length * WIDEST}px)` }}
        >
          <title id="coverage-plot-title">Coverage over time</title>
          <desc id="coverage-plot-words">
            {`${percent(first)} % of the words were checked at the end of revision ${first.number}; ${percent(last)} % at revision ${last.number}.`}
          </desc>
          {ordered.map(({ number, coverage }, at) => {
            let top = HEIGHT
            const all = Math.max(1, coverage.checkable)
            return (
              <g key={number}>
                <title>{`Revision ${number}: ${checkedPercent(coverage)} % checked`}</title>
                <rect x={at * SLOT + (SLOT - BAR) / 2} y={0} width={BAR} height={HEIGHT} fill="var(--line)" />
                {statuses.map((status) => {
                  const height = (HEIGHT * coverage.byStatus[status]) / all
                  top -= height
                  return (
                    height > 0 && (
                      <rect
                        key={status}
                        x={at * SLOT + (SLOT - BAR) / 2}
                        y={top}
                        width={BAR}
                        height={height}
                        fill={STATUS_COLOUR[status]}
                      />
                    )
                  )
                })}
              </g>
            )
          })}
        </svg>
        <span />
        <div
          aria-hidden="true"
          className="mt-1.5 flex justify-between text-[11px] leading-none text-ink3"
          style={{ width: `min(100%, ${ordered.length * WIDEST}px)` }}
        >
          <span>{first.number}</span>
          {last !== first && <span>{last.number}</span>}
        </div>
      </div>
      <ul aria-hidden="true" className="mt-3 flex flex-wrap gap-x-3 gap-y-1 text-xs text-ink3">
        {statuses
          .filter((status) => ordered.some(({ coverage }) => coverage.byStatus[status] > 0))
          .map((status) => (
            <li key={status} className="flex items-center gap-1.5">
              <span className="size-2.5 rounded-[3px]" style={{ background: STATUS_COLOUR[status] }} />
              {STATUS_LABEL[status]}
            </li>
          ))}
        <li className="flex items-center gap-1.5">
          <span className="size-2.5 rounded-[3px] bg-line" />
          {STATUS_LABEL.unchecked}
        </li>
      </ul>
    </figure>
  )
}
