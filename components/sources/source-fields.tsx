'use client'

import { SelectField, TextField } from '@/components/ui/field'
import { RELIABILITIES, RELIABILITY_LABEL, type Reliability } from '@/lib/domain/scale'
import { SOURCE_TYPES, type SourceType } from '@/lib/domain/source'

export type SourceForm = {
  type: SourceType | ''
  title: string
  authors: string
  container: string
  publisher: string
  date: string
  url: string
  language: string
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
  language: '',
  reliability: '',
  gradeReason: '',
  originId: '',
}

const TYPES = Object.entries(SOURCE_TYPES) as [SourceType, string][]
const GRADES = RELIABILITIES.map((grade) => [grade, `${grade} · ${RELIABILITY_LABEL[grade]}`] as const)

type Props = { value: SourceForm; onChange: (patch: Partial<SourceForm>) => void; errors: Record<string, string> }

/** The record of a source, as a form. */
export function SourceFields({ value, onChange, errors }: Props) {
  const text = (name: keyof SourceForm) => ({
    name,
    value: value[name],
    error: errors[name],
    onChange: (typed: string) => onChange({ [name]: typed }),
  })
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
      />
      <TextField label="Title" required {...text('title')} />
      <TextField label="Authors" {...text('authors')} hint="Several with a semicolon between them." />
      <div className="grid gap-3 sm:grid-cols-2">
        <TextField label="Publication" {...text('container')} />
        <TextField label="Publisher" {...text('publisher')} />
        <TextField label="Date" {...text('date')} placeholder="2023-02-27" hint="Year first, as precise as known." />
        <TextField label="Language" {...text('language')} placeholder="en" />
      </div>
      <TextField label="Web address" type="url" {...text('url')} placeholder="https://" />
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
      <TextField label="Reason for the grade" {...text('gradeReason')} />
    </div>
  )
}
