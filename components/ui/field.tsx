'use client'

import { type ReactNode, useId } from 'react'

type Common = { label: string; error?: string | undefined; hint?: ReactNode; required?: boolean }

const BOX =
  'w-full rounded-[7px] border border-line bg-raise px-2.5 py-1.5 text-ink placeholder:text-ink3 aria-[invalid=true]:border-ref'

function useParts(error: string | undefined, hint: ReactNode) {
  const id = useId()
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ')
  return {
    id,
    props: { id, 'aria-invalid': error ? true : undefined, 'aria-describedby': described || undefined } as const,
  }
}

function Frame({ id, label, error, hint, required, children }: Common & { id: string; children: ReactNode }) {
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="text-[13px] font-medium text-ink2">
        {label}
        {required && <span className="text-ink3"> (required)</span>}
      </label>
      {children}
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

type TextProps = Common & {
  name: string
  value: string
  onChange: (value: string) => void
  type?: 'text' | 'email' | 'password' | 'url'
  placeholder?: string
  autoComplete?: string
  autoFocus?: boolean
  /** What is often put there; anything else may be typed. */
  options?: readonly string[]
}

export function TextField({
  label,
  error,
  hint,
  required = false,
  onChange,
  type = 'text',
  options,
  ...rest
}: TextProps) {
  const { id, props } = useParts(error, hint)
  const listed = options && { list: `${id}-list`, autoComplete: 'off' }
  return (
    <Frame id={id} label={label} error={error} hint={hint} required={required}>
      <input
        {...rest}
        {...listed}
        {...props}
        type={type}
        className={BOX}
        onChange={(event) => onChange(event.target.value)}
      />
      {options && (
        <datalist id={`${id}-list`}>
          {options.map((option) => (
            <option key={option} value={option} />
          ))}
        </datalist>
      )}
    </Frame>
  )
}

type AreaProps = Common & {
  name: string
  value: string
  onChange: (value: string) => void
  rows?: number
  serif?: boolean
  placeholder?: string
  autoFocus?: boolean
}

export function TextArea({
  label,
  error,
  hint,
  required = false,
  onChange,
  serif = false,
  rows = 3,
  ...rest
}: AreaProps) {
  const { id, props } = useParts(error, hint)
  return (
    <Frame id={id} label={label} error={error} hint={hint} required={required}>
      <textarea
        {...rest}
        {...props}
        rows={rows}
        style={{ minHeight: rows * (serif ? 26 : 20) + 14 }}
        className={`${BOX} max-h-[50dvh] resize-y [field-sizing:content] ${serif ? 'font-serif text-[17px] leading-[26px]' : ''}`}
        onChange={(event) => onChange(event.target.value)}
      />
    </Frame>
  )
}

type SelectProps<V extends string> = Common & {
  name: string
  value: V | ''
  onChange: (value: V) => void
  options: readonly (readonly [V, string])[]
  empty?: string
}

export function SelectField<V extends string>({
  label,
  error,
  hint,
  required = false,
  value,
  onChange,
  options,
  empty,
  name,
}: SelectProps<V>) {
  const { id, props } = useParts(error, hint)
  return (
    <Frame id={id} label={label} error={error} hint={hint} required={required}>
      <select
        {...props}
        name={name}
        value={value}
        className={BOX}
        onChange={(event) => onChange(event.target.value as V)}
      >
        {empty !== undefined && <option value="">{empty}</option>}
        {options.map(([code, words]) => (
          <option key={code} value={code}>
            {words}
          </option>
        ))}
      </select>
    </Frame>
  )
}

type ChoiceProps<V extends string> = Common & {
  name: string
  value: V | ''
  onChange: (value: V) => void
  options: readonly (readonly [V, string])[]
}

/** A few exclusive answers, all in sight: a row of radio buttons that look like one control. */
export function ChoiceField<V extends string>({
  label,
  error,
  hint,
  required,
  name,
  value,
  onChange,
  options,
}: ChoiceProps<V>) {
  const { id, props } = useParts(error, hint)
  return (
    <fieldset
      data-invalid={error ? true : undefined}
      aria-describedby={props['aria-describedby']}
      className="flex flex-col gap-1"
    >
      <legend className="mb-1 text-[13px] font-medium text-ink2">
        {label}
        {required && <span className="text-ink3"> (required)</span>}
      </legend>
      <div className="flex flex-wrap gap-1.5">
        {options.map(([code, words]) => (
          <label
            key={code}
            className="cursor-pointer rounded-[7px] border border-line bg-raise px-2.5 py-1 text-[13px] hover:bg-hover has-checked:border-pencil has-checked:bg-pencil-soft has-checked:text-pencil has-focus-visible:outline-2 has-focus-visible:outline-pencil"
          >
            <input
              type="radio"
              name={`${id}-${name}`}
              value={code}
              checked={value === code}
              onChange={() => onChange(code)}
              className="sr-only"
            />
            {words}
          </label>
        ))}
      </div>
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
    </fieldset>
  )
}
