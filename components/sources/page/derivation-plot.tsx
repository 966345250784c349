import Link from 'next/link'
import {
  type DerivationNode,
  derivationGraph,
  ORIGIN_KIND_LABEL,
  type OriginKind,
} from '@/lib/domain/source/derivation.ts'
import { labelLines } from '@/lib/domain/text/label-lines.ts'
import type { SourceDto } from '@/lib/view/shelf.ts'

const BOX = { width: 180, height: 46 }
const STEP = { x: 206, y: 108 }
const EDGE = 6

/** Kinds are told apart by the dashes of the line and by words on it. */
const DASHES: Record<OriginKind, string | undefined> = {
  repeats: undefined,
  translates: '9 4',
  quotes: '2 4',
  owned_by: '12 4 2 4',
}

type Props = { family: SourceDto['family']; sourceId: string }

/** Who derives from whom: origins on top, what derives from them beneath. The list under it says the same. */
export function DerivationPlot({ family, sourceId }: Props) {
  const titles = new Map(family.sources.map(({ id, title }) => [id, title]))
  const titleOf = (id: string) => titles.get(id) ?? 'a source'
  const graph = derivationGraph(
    family.edges,
    family.sources.map(({ id }) => id),
  )
  const columns = Math.max(...graph.nodes.map(({ x }) => x)) + 1
  const width = (columns - 1) * STEP.x + BOX.width + 2 * EDGE
  const height = (graph.layers.length - 1) * STEP.y + BOX.height + 2 * EDGE
  const at = ({ x, y }: { x: number; y: number }) => ({
    x: EDGE + x * STEP.x + BOX.width / 2,
    y: EDGE + y * STEP.y + BOX.height / 2,
  })
  const places = new Map(graph.nodes.map((node) => [node.id, at(node)]))
  return (
    <figure className="flex flex-col gap-2">
      <div className="overflow-x-auto pb-1">
        {/* biome-ignore lint/a11y/useSemanticElements: a drawing has no fieldset */}
        <svg
          width={width}
          height={height}
          viewBox={`0 0 ${width} ${height}`}
          aria-label="What derives from what"
          role="group"
        >
          <defs>
            <marker id="origin-end" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto">
              <path d="M0 0.5 L7 4 L0 7.5 Z" fill="var(--ink3)" />
            </marker>
          </defs>
          {graph.edges.map(({ from, to, kind, points }) => {
            const [start, end] = [places.get(from), places.get(to)]
            if (!start || !end) return null
            const way = [
              { x: start.x, y: start.y - BOX.height / 2 },
              ...points.map(at),
              { x: end.x, y: end.y + BOX.height / 2 + 2 },
            ]
            const middle = between(way)
            return (
              // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus; the list says the same
              <g key={`${from} ${to} ${kind}`} aria-hidden="true">
                <path
                  d={way.map(({ x, y }, nth) => `${nth === 0 ? 'M' : 'L'}${x} ${y}`).join(' ')}
                  fill="none"
                  stroke="var(--ink3)"
                  strokeWidth={1.5}
                  strokeDasharray={DASHES[kind]}
                  markerEnd="url(#origin-end)"
                />
                <text
                  x={middle.x}
                  y={middle.y + 4}
                  textAnchor="middle"
                  fontSize={11.5}
                  fill="var(--ink2)"
                  stroke="var(--paper)"
                  strokeWidth={5}
                  paintOrder="stroke"
                >
                  {ORIGIN_KIND_LABEL[kind]}
                </text>
              </g>
            )
          })}
          {graph.nodes.map((node) => (
            <Node key={node.id} node={node} place={at(node)} title={titleOf(node.id)} own={node.id === sourceId} />
          ))}
        </svg>
      </div>
      {graph.coarse && (
        <p className="text-[13px] text-ink3">
          Too many to draw one by one: these are the origins, with how many stand behind each
          {graph.left > 0 && `; ${graph.left} more origins had no room`}.
        </p>
      )}
      <details className="text-[13px]">
        <summary className="w-fit rounded text-pencil">The same as a list</summary>
        <ul className="mt-1 list-disc space-y-1 pl-5 text-ink2">
          {family.edges.map(({ sourceId: from, originId, kind }) => (
            <li key={`${from} ${originId} ${kind}`} className="[overflow-wrap:anywhere]">
              “{titleOf(from)}” <b className="font-medium text-ink">{ORIGIN_KIND_LABEL[kind]}</b> “{titleOf(originId)}”
            </li>
          ))}
        </ul>
      </details>
    </figure>
  )
}

type NodeProps = { node: DerivationNode; place: { x: number; y: number }; title: string; own: boolean }

function Node({ node, place, title, own }: NodeProps) {
  const lines = labelLines(node.count > 1 ? `${title} (${node.count})` : title, 25, 2)
  const box = (
    <>
      <title>{own ? `${title} (this source)` : title}</title>
      <rect
        x={place.x - BOX.width / 2}
        y={place.y - BOX.height / 2}
        width={BOX.width}
        height={BOX.height}
        rx={7}
        fill={own ? 'var(--pencil-soft)' : 'var(--raise)'}
        stroke={own ? 'var(--pencil)' : 'var(--line)'}
        strokeWidth={own ? 2 : 1}
      />
      {lines.map((line, nth) => (
        <text
          key={line}
          x={place.x}
          y={place.y + 4.5 + (nth - (lines.length - 1) / 2) * 16}
          textAnchor="middle"
          fontSize={12}
          fontWeight={own ? 600 : 450}
          fill="var(--ink)"
        >
          {line}
        </text>
      ))}
    </>
  )
  if (own) return <g>{box}</g>
  return (
    <Link prefetch={false} href={`/sources/${node.id}`}>
      {box}
    </Link>
  )
}

/** Half-way along a line. */
function between(way: { x: number; y: number }[]): { x: number; y: number } {
  const nth = Math.floor((way.length - 1) / 2)
  const [a, b] = [way[nth], way[nth + 1]]
  if (!a || !b) return a ?? { x: 0, y: 0 }
  return way.length % 2 === 1 ? a : { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }
}
