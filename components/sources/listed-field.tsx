'use client'

import { type ReactNode, useId } from 'react'

type Props = {
  label: string
  name: string
  value: string
  onChange: (value: string) => void
  /** What is offered; anything else may be typed. */
  options: readonly string[]
  placeholder?: string
  hint?: ReactNode
  error?: string | undefined
}

/** A text field with a list of what is often put there. */
export function ListedField({ label, options, onChange, hint, error, ...rest }: Props) {
  const id = useId()
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ')
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="text-[13px] font-medium text-ink2">
        {label}
      </label>
      <input
        {...rest}
        id={id}
        type="text"
        list={`${id}-list`}
        autoComplete="off"
        aria-invalid={error ? true : undefined}
        aria-describedby={described || undefined}
        className="w-full rounded-[7px] border border-line bg-raise px-2.5 py-1.5 text-ink placeholder:text-ink3 aria-[invalid=true]:border-ref"
        onChange={(event) => onChange(event.target.value)}
      />
      <datalist id={`${id}-list`}>
        {options.map((option) => (
          <option key={option} value={option} />
        ))}
      </datalist>
      {hint && (
        <p id={`${id}-hint`} className="text-xs leading-4 text-ink3">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="text-[13px] leading-[18px] text-ref" role="alert">
          {error}
        </p>
      )}
    </div>
  )
}
