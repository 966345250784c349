'use client'

import { useId, useRef, useState } from 'react'
import { useGalley } from '@/components/galley/galley-context'

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
  const offered =
    asked === null
      ? []
      : people.filter((p) => !p.ended && p.name.toLowerCase().startsWith(asked.toLowerCase())).slice(0, 6)

  function choose(name: string) {
    const caret = box.current?.selectionStart ?? value.length
    const start = value.lastIndexOf('@', caret - 1)
    onChange(`${value.slice(0, start)}@${name} ${value.slice(caret)}`)
    setAsked(null)
    box.current?.focus()
  }

  return (
    <div className="flex flex-col gap-1">
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
        aria-describedby={error ? `${id}-error` : undefined}
        onChange={(event) => {
          onChange(event.target.value)
          const before = event.target.value.slice(0, event.target.selectionStart)
          setAsked(/@([\p{L}\p{N} ]{0,30})$/u.exec(before)?.[1] ?? null)
        }}
        className="w-full resize-y rounded-[7px] border border-line bg-raise px-2.5 py-1.5 aria-[invalid=true]:border-ref"
      />
      {offered.length > 0 && (
        <ul aria-label="Members to mention" className="flex flex-wrap gap-1">
          {offered.map((person) => (
            <li key={person.id}>
              <button
                type="button"
                onClick={() => choose(person.name)}
                className="rounded-full border border-line bg-raise px-2 py-0.5 text-xs hover:bg-hover"
              >
                @{person.name}
              </button>
            </li>
          ))}
        </ul>
      )}
      {error && (
        <p id={`${id}-error`} role="alert" className="text-[13px] text-ref">
          {error}
        </p>
      )}
    </div>
  )
}
