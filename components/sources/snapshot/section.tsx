import { memo, type ReactNode } from 'react'
import type { ReadableBlock } from '@/lib/domain/quote/snapshot.ts'
import {
  markedPieces,
  type Passage,
  type ReadableCell,
  type ReadablePart,
  type ReadableSection,
} from '@/lib/domain/quote/snapshot-parts.ts'

/** A passage to be marked: a quote that stands, one being chosen, words that were looked for. */
export type Highlight = Passage & { kind?: 'quote' | 'chosen' | 'found' }

const MARK: Record<'quote' | 'chosen' | 'found', string> = {
  quote: 'bg-pencil-soft text-ink border-b-2 border-pencil',
  chosen: 'bg-con-soft text-ink border-b-2 border-dashed border-con',
  found: 'bg-con-soft text-ink',
}

type Props = { section: ReadableSection; text: string; headingLevel: number; highlight: Highlight[] }

/** Some screenfuls of a snapshot. Out of sight, the browser keeps their room and draws nothing. */
export const SnapshotSection = memo(function SnapshotSection({ section, text, headingLevel, highlight }: Props) {
  const lines = Math.ceil((section.end - section.start) / 70) + section.parts.length
  return (
    <div style={{ contentVisibility: 'auto', containIntrinsicSize: `auto ${lines * 28}px` }}>
      {section.parts.map((part) => (
        <Part key={keyOf(part)} part={part} text={text} headingLevel={headingLevel} highlight={highlight} />
      ))}
    </div>
  )
})

type PartProps = { part: ReadablePart; text: string; headingLevel: number; highlight: Highlight[] }

function Part({ part, text, headingLevel, highlight }: PartProps) {
  const words = (block: ReadableBlock) => <Words block={block} text={text} highlight={highlight} />
  switch (part.kind) {
    case 'page':
      return (
        <p className="my-5 flex select-none items-center gap-3 font-sans text-xs text-ink3 before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
          page {part.page}
        </p>
      )
    case 'list':
      return (
        <ul className="mb-3.5 list-disc space-y-1 pl-6 marker:text-ink3">
          {part.blocks.map((block) => (
            <li key={block.start} data-start={block.start}>
              {words(block)}
            </li>
          ))}
        </ul>
      )
    case 'table':
      return (
        <div className="mb-3.5 overflow-x-auto">
          <table className="border-collapse text-[15px] leading-6">
            <tbody>
              {part.rows.map(({ row, cells }) => (
                <tr key={row}>
                  {cells.map((cell) => (
                    <Cell key={cell.column} cell={cell} words={words} />
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )
    case 'cells':
      return (
        <p className="mb-3.5 flex flex-wrap gap-1 text-[15px] leading-6">
          {part.blocks.map((block) => (
            <span key={block.start} data-start={block.start} className="rounded border border-line px-2 py-0.5">
              {words(block)}
            </span>
          ))}
        </p>
      )
    default:
      return <Block block={part.block} level={headingLevel + part.depth - 1} words={words(part.block)} />
  }
}

function Cell({ cell, words }: { cell: ReadableCell; words: (block: ReadableBlock) => ReactNode }) {
  const Tag = cell.header ? 'th' : 'td'
  return (
    <Tag
      rowSpan={cell.rows}
      colSpan={cell.columns}
      className={`border border-line px-2.5 py-1 text-start align-top [overflow-wrap:break-word] ${cell.header ? 'font-semibold' : ''}`}
    >
      {cell.blocks.map((block) => (
        <span key={block.start} data-start={block.start} className="block">
          {words(block)}
        </span>
      ))}
    </Tag>
  )
}

function Block({ block, level, words }: { block: ReadableBlock; level: number; words: ReactNode }) {
  const place = { 'data-start': block.start }
  switch (block.kind) {
    case 'heading': {
      const Heading = `h${Math.min(6, level)}` as 'h2' | 'h3' | 'h4' | 'h5' | 'h6'
      return (
        <Heading {...place} className={`mt-6 mb-2 font-semibold ${level <= 2 ? 'text-[21px]' : 'text-lg'}`}>
          {words}
        </Heading>
      )
    }
    case 'quote':
      return (
        <blockquote {...place} className="mb-3.5 border-line border-l-2 pl-4 text-ink2">
          {words}
        </blockquote>
      )
    case 'preformatted':
      return (
        <div {...place} className="mb-3.5 whitespace-pre-wrap font-mono text-[13px] leading-5">
          {words}
        </div>
      )
    case 'image':
      return (
        <p className="mb-3.5 font-sans text-[13px] text-ink3">
          [picture{block.end > block.start ? ': ' : ''}
          <span {...place}>{words}</span>]
        </p>
      )
    default:
      return (
        <p {...place} className="mb-3.5 whitespace-pre-line">
          {words}
        </p>
      )
  }
}

function Words({ block, text, highlight }: { block: ReadableBlock; text: string; highlight: Highlight[] }) {
  return markedPieces(block, highlight).map(({ start, end, marks }) => {
    const words = text.slice(start, end)
    const kind = marks.map((at) => highlight[at]?.kind ?? 'quote')[0]
    return kind ? (
      <mark key={start} className={MARK[kind]}>
        {words}
      </mark>
    ) : (
      words
    )
  })
}

function keyOf(part: ReadablePart): string {
  const start = 'start' in part ? part.start : 'block' in part ? part.block.start : part.blocks[0]?.start
  return `${part.kind} ${start}`
}
