'use client'

import type { ReactNode } from 'react'
import { ChoiceField, SelectField, TextArea, TextField } from '@/components/ui/field.tsx'
import { CREDIBILITIES, CREDIBILITY_LABEL, STANCE_LABEL, STANCES, type Stance } from '@/lib/domain/check/scale.ts'
import { LOCATOR_EXAMPLE, locatorKind } from '@/lib/domain/source/locator.ts'
import type { SourceType } from '@/lib/domain/source/source.ts'

const CREDIBILITY = CREDIBILITIES.map((grade) => [String(grade), `${grade} · ${CREDIBILITY_LABEL[grade]}`] as const)

export type CitationDraft = { stance: Stance | ''; note: string; locator: string; credibility: string }

type Props = {
  value: CitationDraft
  onChange: (patch: Partial<CitationDraft>) => void
  errors: Record<string, string>
  /** Of the source; null where none is chosen yet. */
  type: SourceType | null
  /** The quote, in its place between what the source does and what it says. */
  children?: ReactNode
}

/** What a citation says of a source and a claim: the same to attach one and to change one. */
export function CitationFields({ value, onChange, errors, type, children }: Props) {
  const kind = locatorKind(type)
  return (
    <>
      <ChoiceField
        label="This source"
        name="stance"
        required
        value={value.stance}
        onChange={(stance) => onChange({ stance })}
        options={STANCES.map(
          (stance) => [stance, stance === 'context' ? 'Gives context' : `${STANCE_LABEL[stance]} the claim`] as const,
        )}
        error={errors.stance}
      />
      {children}
      <TextArea
        label="What it says"
        name="note"
        rows={2}
        value={value.note}
        onChange={(note) => onChange({ note })}
        hint="In your words."
        error={errors.note}
      />
      <div className="grid gap-3 sm:grid-cols-2">
        <TextField
          label={kind === 'place' ? 'Place in the source' : `Place in the source (${kind})`}
          name="locator"
          value={value.locator}
          onChange={(locator) => onChange({ locator })}
          placeholder={LOCATOR_EXAMPLE[kind]}
          error={errors.locator}
        />
        <SelectField
          label="Credibility"
          name="credibility"
          required
          value={value.credibility}
          onChange={(credibility) => onChange({ credibility })}
          options={CREDIBILITY}
          empty="Choose…"
          error={errors.credibility}
        />
      </div>
    </>
  )
}
