'use client'

import { type KeyboardEvent, useId, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useGalley } from '@/components/article/article-context.ts'
import { nameAsked, namesLike, unknownMentions, withMention } from '@/lib/domain/text/mention.ts'

type Props = {
  label: string
  value: string
  onChange: (text: string) => void
  error?: string | undefined
  autoFocus?: boolean
}

/** Where a comment is typed. "@" offers the members of the desk. */
export function CommentBox({ label, value, onChange, error, autoFocus }: Props) {
  const { people } = useGalley()
  const id = useId()
  const box = useRef<HTMLTextAreaElement>(null)
  const [asked, setAsked] = useState<string | null>(null)
  const [active, setActive] = useState(0)
  const present = people.filter(({ ended }) => !ended)
  const offered = asked === null ? [] : namesLike(present, asked).slice(0, 6)
  const at = Math.min(active, offered.length - 1)
  const unknown = offered.length > 0 ? [] : unknownMentions(value, present)

  function choose(name: string) {
    const chosen = withMention(value, box.current?.selectionStart ?? value.length, name)
    // Drawn at once, so that the caret can be put behind the name.
    flushSync(() => {
      onChange(chosen.text)
      setAsked(null)
    })
    box.current?.focus()
    box.current?.setSelectionRange(chosen.caret, chosen.caret)
  }

  /** Arrows and Enter choose among the names; Escape puts them away, and nothing else. */
  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    if (offered.length === 0 || event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (by) setActive((at + by + offered.length) % offered.length)
    else if (event.key === 'Escape') setAsked(null)
    else if (event.key === 'Enter' || event.key === 'Tab') choose(offered[at]?.name ?? '')
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <div className="relative flex flex-col gap-1">
      <label htmlFor={id} className="text-[13px] font-medium text-ink2">
        {label}
      </label>
      <textarea
        ref={box}
        id={id}
        name="body"
        rows={3}
        // biome-ignore lint/a11y/noAutofocus: the box was asked for by the person who now wants to type
        autoFocus={autoFocus}
        value={value}
        aria-invalid={error ? true : undefined}
        aria-describedby={
          [unknown.length > 0 && `${id}-unknown`, error && `${id}-error`].filter(Boolean).join(' ') || undefined
        }
        aria-autocomplete="list"
        aria-controls={offered.length > 0 ? `${id}-names` : undefined}
        aria-activedescendant={offered[at] ? `${id}-${offered[at].id}` : undefined}
        onKeyDown={onKeyDown}
        onBlur={() => setAsked(null)}
        onChange={(event) => {
          onChange(event.target.value)
          const before = event.target.value.slice(0, event.target.selectionStart)
          setAsked(nameAsked(before))
          setActive(0)
        }}
        className="w-full resize-y rounded-[7px] border border-line bg-raise px-2.5 py-1.5 aria-[invalid=true]:border-ref"
      />
      {offered.length > 0 && (
        <div
          id={`${id}-names`}
          role="listbox"
          aria-label="Members to mention"
          // Above the field: nothing below it moves, or is covered, while one types.
          className="absolute inset-x-0 bottom-full z-10 flex flex-wrap gap-1 rounded-lg border border-line bg-raise p-1.5 shadow-lg"
        >
          {offered.map((person, index) => (
            <button
              key={person.id}
              id={`${id}-${person.id}`}
              type="button"
              role="option"
              aria-selected={index === at}
              tabIndex={-1}
              // The field keeps the focus, and with it the list.
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => choose(person.name)}
              className="rounded-full border border-line bg-raise px-2 py-0.5 text-xs hover:bg-hover aria-selected:border-pencil aria-selected:bg-pencil-soft"
            >
              @{person.name}
            </button>
          ))}
        </div>
      )}
      {/* Its line is kept free: nothing below moves while one types. */}
      <p id={`${id}-unknown`} aria-live="polite" className="min-h-4 text-xs leading-4 text-sta">
        {unknown.length > 0 && `No one on this desk is called ${unknown.map((name) => `@${name}`).join(' or ')}.`}
      </p>
      {error && (
        <p id={`${id}-error`} role="alert" className="text-[13px] text-ref">
          {error}
        </p>
      )}
    </div>
  )
}
