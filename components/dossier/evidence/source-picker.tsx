'use client'

import { useId, useState } from 'react'
import { ShelfCombobox } from '@/components/sources/shelf/combobox.tsx'
import { Button } from '@/components/ui/button.tsx'
import type { Reliability } from '@/lib/domain/check/scale.ts'
import { readEntry } from '@/lib/domain/source/entry.ts'
import type { SourceType } from '@/lib/domain/source/source.ts'
import type { ShelfRow, SourceCard } from '@/lib/view/shelf.ts'

/** Of one that was pasted a moment ago, kind and grade are not read yet. */
export type Chosen = Pick<SourceCard, 'id' | 'title' | 'imprint'> & {
  type: SourceType | null
  reliability: Reliability | null
}

type Props = {
  workspaceId: string
  chosen: Chosen | null
  onChoose: (chosen: Chosen | null) => void
  /** @param text what was typed: an address, a number or a record is added as it is, other words may be a title */
  onNew: (text: string) => void
  error?: string | undefined
}

const chosenOf = ({ id, title, imprint, type, reliability }: ShelfRow): Chosen => ({
  id,
  title,
  imprint,
  type,
  reliability,
})

/** An address, a number or a record, which a machine reads; no title. */
export const isReference = (text: string) => readEntry(text).kind !== 'words'

/** Finds a source on the shelf while one types. */
export function SourcePicker({ workspaceId, chosen, onChoose, onNew, error }: Props) {
  const id = useId()
  const [text, setText] = useState('')
  if (chosen)
    return (
      <div className="flex items-start gap-2 rounded-md bg-hover px-2.5 py-1.5">
        <div className="min-w-0 flex-1">
          <p className="font-medium">{chosen.title}</p>
          <p className="text-[12.5px] text-ink3">
            {[chosen.imprint, chosen.reliability && `grade ${chosen.reliability}`].filter(Boolean).join(' · ')}
          </p>
        </div>
        <Button small tone="quiet" onClick={() => onChoose(null)}>
          Change
        </Button>
      </div>
    )
  return (
    <div className="flex flex-col gap-1">
      <ShelfCombobox
        {...{ workspaceId, id, text }}
        label={
          <>
            Source <span className="text-ink3">(required)</span>
          </>
        }
        autoFocus
        onText={setText}
        onEnter={(typed) => isReference(typed) && onNew(typed)}
        onChoose={(row) => onChoose(chosenOf(row))}
        errorId={error ? `${id}-error` : undefined}
      />
      {error && (
        <p id={`${id}-error`} role="alert" className="text-[13px] text-ref">
          {error}
        </p>
      )}
      <Button small tone="quiet" className="self-start" onClick={() => onNew(text)}>
        + {isReference(text) ? 'Add' : 'New source'}
        {text.trim() ? ` “${text.trim().slice(0, 40)}”` : ''}
      </Button>
    </div>
  )
}
