'use client'

import { type ReactNode, useRef, useState } from 'react'
import { SelectField, TextField } from '@/components/ui/field.tsx'
import { RELIABILITIES, RELIABILITY_LABEL, type Reliability } from '@/lib/domain/check/scale.ts'
import { FILLED_FIELDS } from '@/lib/domain/source/fill.ts'
import { formFields, isPersonal, type TextField as Name } from '@/lib/domain/source/form.ts'
import { type FoundValue, foundChoices } from '@/lib/domain/source/found.ts'
import { SOURCE_TYPES, type SourceType } from '@/lib/domain/source/source.ts'
import { FoundChoices } from './found-choices.tsx'
import { hints, labelOf, PLACEHOLDER } from './source-field-words.ts'
import { WaitingMark } from './waiting-mark.tsx'

export type SourceForm = { type: SourceType | '' } & Record<Name, string> & {
    contact: string
    reliability: Reliability | ''
    gradeReason: string
    originId: string
  }

export const EMPTY_SOURCE: SourceForm = {
  type: '',
  title: '',
  authors: '',
  container: '',
  publisher: '',
  date: '',
  url: '',
  doi: '',
  isbn: '',
  medium: '',
  language: '',
  editors: '',
  volume: '',
  issue: '',
  pages: '',
  edition: '',
  number: '',
  place: '',
  contact: '',
  reliability: '',
  gradeReason: '',
  originId: '',
}

const TYPES = Object.entries(SOURCE_TYPES) as [SourceType, string][]
const GRADES = RELIABILITIES.map((grade) => [grade, `${grade} · ${RELIABILITY_LABEL[grade]}`] as const)
const MEDIA = ['in person', 'by telephone', 'in writing', 'by message']
export const CONTACT_HINT = 'Seen by editors and by you; never in a report.'

type Props = {
  value: SourceForm
  onChange: (patch: Partial<SourceForm>) => void
  errors: Record<string, string>
  /** Fields that a machine filled and no one has accepted. */
  unconfirmed?: readonly string[]
  /** What was found of them, to be compared. */
  found?: readonly FoundValue[]
  /** The record alone: grades and contact have forms of their own once a source is on the shelf. */
  recordOnly?: boolean
}

/** The record of a source, as a form: what matters of its kind first, the rest behind "More fields". */
export function SourceFields({ value, onChange, errors, unconfirmed = [], found = [], recordOnly = false }: Props) {
  const [open, setOpen] = useState(false)
  const personal = isPersonal(value.type)
  // What held something when the form was opened stays where it was, also while it is emptied.
  const held = useRef(new Set<Name>()).current
  const { first, more } = formFields(value.type, (name) => {
    if (value[name] && !open) held.add(name)
    return held.has(name) || Boolean(errors[name])
  })
  const hintOf = (name: string, hint?: ReactNode) =>
    unconfirmed.includes(name) ? (
      <>
        <WaitingMark />
        {hint && <span className="block">{hint}</span>}
      </>
    ) : (
      hint
    )
  const field = (name: Name) => {
    const text = {
      name,
      value: value[name] ?? '',
      error: errors[name],
      onChange: (typed: string) => onChange({ [name]: typed }),
      hint: hintOf(name, hints(personal)[name]),
      placeholder: PLACEHOLDER[name] ?? '',
    }
    const label = labelOf(name, value.type)
    const isWide = name === 'title' || name === 'authors' || name === 'url'
    const filled = unconfirmed.includes(name) ? FILLED_FIELDS.find((one) => one === name) : undefined
    return (
      <div key={name} className={isWide ? 'sm:col-span-2' : undefined}>
        {name === 'medium' ? (
          <TextField label={label} options={MEDIA} {...text} />
        ) : (
          <TextField label={label} required={name === 'title'} type={name === 'url' ? 'url' : 'text'} {...text} />
        )}
        {filled && (
          <FoundChoices
            field={filled}
            // What the record says is in the field above.
            choices={foundChoices(found, filled, text.value).filter(({ chosen }) => !chosen)}
            onTake={text.onChange}
          />
        )}
      </div>
    )
  }
  return (
    <div className="flex flex-col gap-3">
      <SelectField
        label="Kind"
        name="type"
        required
        value={value.type}
        onChange={(type) => onChange({ type })}
        options={TYPES}
        empty="Choose…"
        error={errors.type}
        hint={hintOf('type')}
      />
      <div className="grid gap-3 sm:grid-cols-2">{first.map(field)}</div>
      {!recordOnly && (personal || value.contact || errors.contact) && (
        <TextField
          label="Contact"
          name="contact"
          value={value.contact ?? ''}
          onChange={(contact) => onChange({ contact })}
          placeholder="A telephone number, an e-mail address, who knows them"
          hint={CONTACT_HINT}
          error={errors.contact}
        />
      )}
      <details className="group" onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary className="w-fit rounded text-[13px] font-medium text-pencil">More fields</summary>
        <div className="mt-3 grid gap-3 sm:grid-cols-2">{more.map(field)}</div>
      </details>
      {!recordOnly && (
        <>
          <SelectField
            label="Reliability of the source"
            name="reliability"
            required
            value={value.reliability}
            onChange={(reliability) => onChange({ reliability })}
            options={GRADES}
            empty="Choose…"
            error={errors.reliability}
          />
          <TextField
            label="Reason for the grade"
            name="gradeReason"
            value={value.gradeReason}
            error={errors.gradeReason}
            onChange={(gradeReason) => onChange({ gradeReason })}
          />
        </>
      )}
    </div>
  )
}
