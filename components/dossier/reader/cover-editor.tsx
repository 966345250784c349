'use client'

import { type KeyboardEvent, type PointerEvent, useEffect, useId, useMemo, useRef, useState } from 'react'
import { Button } from '@/components/ui/button.tsx'
import { type Cover, coversOf } from '@/lib/domain/claim/cover.ts'
import { words } from '@/lib/domain/text/word.ts'

type Props = {
  /** The wording, as it is recorded: covers are places in it. */
  text: string
  /** What frames the words and cannot be marked: the label of their field. */
  frame: string | null
  language: string
  label: string
  value: readonly Cover[] | null
  /** Null: it is not said which words are covered. */
  onChange: (covers: Cover[] | null) => void
  autoFocus?: boolean
}

/**
 * The words of a claim, to be marked: by clicking or dragging over them, or with the keyboard (arrows move, Space
 * marks, Shift with an arrow marks a run). One stop of the tab order; whoever listens hears each word and its state.
 */
export function CoverEditor({ text, frame, language, label, value, onChange, autoFocus = false }: Props) {
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (autoFocus) list.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus({ preventScroll: true })
  }, [autoFocus])
  const found = useMemo(() => words(text), [text])
  const [at, setAt] = useState(0)
  // A run that is being marked or unmarked: what was marked before it began, from where, and which of the two.
  const run = useRef<{ from: number; on: boolean; before: Set<number>; dragging: boolean } | null>(null)
  const marked = new Set(found.flatMap((word, index) => (value?.some((cover) => covers(cover, word)) ? [index] : [])))

  const put = (chosen: ReadonlySet<number>) => {
    const ranges = found.filter((_, index) => chosen.has(index))
    onChange(ranges.length === 0 ? null : coversOf(text, ranges))
  }
  const begin = (from: number, on: boolean, dragging: boolean) => {
    run.current = { from, on, before: marked, dragging }
  }
  const reach = (to: number) => {
    if (!run.current) return
    const { from, on, before } = run.current
    const next = new Set(before)
    for (let index = Math.min(from, to); index <= Math.max(from, to); index++) on ? next.add(index) : next.delete(index)
    put(next)
  }
  const move = (to: number) => {
    setAt(to)
    list.current?.querySelector<HTMLElement>(`[data-word="${to}"]`)?.focus()
  }
  const toggle = (index: number) => {
    begin(index, !marked.has(index), false)
    reach(index)
    run.current = null
  }

  const onKeyDown = (event: KeyboardEvent) => {
    const to = event.key === ' ' || event.key === 'Enter' ? at : target(event.key, at, found.length, list.current)
    if (event.key === 'a' && (event.ctrlKey || event.metaKey)) put(new Set(found.keys()))
    else if (to === null || event.ctrlKey || event.metaKey || event.altKey) return
    else if (to === at && (event.key === ' ' || event.key === 'Enter')) toggle(at)
    else if (event.shiftKey) {
      if (!run.current) begin(at, true, false)
      reach(to)
      move(to)
    } else {
      run.current = null
      move(to)
    }
    event.preventDefault()
  }
  const press = (index: number) => (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return
    // A finger holds on to what it touched first; let go, so that the words it passes hear of it.
    if (event.currentTarget.hasPointerCapture(event.pointerId))
      event.currentTarget.releasePointerCapture(event.pointerId)
    begin(index, !marked.has(index), true)
    reach(index)
    setAt(index)
    const end = () => {
      run.current = null
      window.removeEventListener('pointerup', end)
      window.removeEventListener('pointercancel', end)
    }
    window.addEventListener('pointerup', end)
    window.addEventListener('pointercancel', end)
  }

  return (
    <div className="flex flex-col gap-1.5">
      <div className="flex flex-wrap items-baseline gap-x-2">
        <span id={id} className="text-[13px] font-medium text-ink2">
          {label}
        </span>
        <span className="ml-auto flex">
          <Button small tone="quiet" onClick={() => put(new Set(found.keys()))}>
            Whole claim
          </Button>
          <Button small tone="quiet" onClick={() => onChange(null)}>
            None
          </Button>
        </span>
      </div>
      <div
        ref={list}
        role="listbox"
        aria-multiselectable="true"
        aria-orientation="horizontal"
        aria-labelledby={id}
        aria-describedby={`${id}-how`}
        dir="auto"
        lang={language}
        onKeyDown={onKeyDown}
        className="touch-pan-y select-none rounded-[7px] border border-line bg-raise px-2.5 py-1.5 font-serif text-[16px] leading-[28px] [overflow-wrap:anywhere]"
      >
        {frame !== null && (
          <span aria-hidden="true" className="text-ink3">
            {frame}:{' '}
          </span>
        )}
        {found.map((word, index) => {
          const gap = text.slice(index === 0 ? 0 : (found[index - 1]?.end ?? 0), word.start)
          const joined = marked.has(index) && marked.has(index - 1)
          return (
            <span key={word.start} role="presentation">
              <span role="presentation" className={joined ? MARKED : ''}>
                {index === 0 ? gap.trimStart() : gap}
              </span>
              {/* biome-ignore lint/a11y/useKeyWithClickEvents: the list hears the keys */}
              <span
                role="option"
                data-word={index}
                aria-selected={marked.has(index)}
                tabIndex={index === Math.min(at, found.length - 1) ? 0 : -1}
                onPointerDown={press(index)}
                onPointerEnter={() => run.current?.dragging && reach(index)}
                // A screen reader's click has no pointer before it.
                onClick={(event) => event.detail === 0 && toggle(index)}
                onFocus={() => setAt(index)}
                className={`cursor-pointer rounded-[3px] py-0.5 hover:bg-hover ${marked.has(index) ? MARKED : ''}`}
              >
                {word.text}
              </span>
            </span>
          )
        })}
        {text.slice(found.at(-1)?.end ?? 0).trimEnd()}
      </div>
      <p id={`${id}-how`} className="text-xs leading-4 text-ink3">
        {marked.size === 0 ? 'Not said yet. ' : `${marked.size} of ${found.length} words. `}
        <span className="pointer-coarse:hidden">
          Click or drag over the words. Keys: arrows, Space, Shift with an arrow.
        </span>
        <span className="pointer-fine:hidden">Tap or drag over the words.</span>
      </p>
    </div>
  )
}

const MARKED =
  'bg-pencil-soft text-pencil underline decoration-pencil decoration-2 underline-offset-4 hover:bg-pencil-soft'

const covers = (cover: Cover, word: { start: number; end: number }) =>
  cover.start <= word.start && cover.end >= word.end

/** Where a key leads from a word; null for one that leads nowhere. */
function target(key: string, at: number, count: number, list: HTMLElement | null): number | null {
  switch (key) {
    case 'ArrowRight':
      return Math.min(at + 1, count - 1)
    case 'ArrowLeft':
      return Math.max(at - 1, 0)
    case 'Home':
      return 0
    case 'End':
      return count - 1
    case 'ArrowDown':
      return onNextLine(at, 1, list)
    case 'ArrowUp':
      return onNextLine(at, -1, list)
    default:
      return null
  }
}

/** The word of the next line, or of the one before, that stands nearest above or below; the same word where there is none. */
function onNextLine(at: number, by: 1 | -1, list: HTMLElement | null): number {
  const boxes = [...(list?.querySelectorAll('[data-word]') ?? [])].map((word) => word.getBoundingClientRect())
  const own = boxes[at]
  if (!own) return at
  const beyond = boxes.map((box, index) => ({ box, index })).filter(({ box }) => by * (box.top - own.top) > 4)
  const line = by === 1 ? beyond[0] : beyond.at(-1)
  const onLine = beyond.filter(({ box }) => line && Math.abs(box.top - line.box.top) < 4)
  const nearest = onLine.sort((a, b) => Math.abs(a.box.left - own.left) - Math.abs(b.box.left - own.left))[0]
  return nearest?.index ?? at
}
