'use client'

import { Combobox } from '@base-ui/react/combobox'
import { useEffect, useId, useState } from 'react'
import { Button } from '@/components/ui/button'
import { searchForArticle } from '@/lib/actions/source'
import type { Reliability } from '@/lib/domain/scale'
import type { SourceType } from '@/lib/domain/source'
import type { ShelfRow, SourceCard } from '@/lib/schema/shelf'

/** Of one that was pasted a moment ago, kind and grade are not read yet. */
export type Chosen = Pick<SourceCard, 'id' | 'title' | 'imprint'> & {
  type: SourceType | null
  reliability: Reliability | null
}

type Props = {
  articleId: string
  chosen: Chosen | null
  onChoose: (chosen: Chosen | null) => void
  onNew: (title: string) => void
  error?: string | undefined
}

const chosenOf = ({ id, title, imprint, type, reliability }: ShelfRow): Chosen => ({
  id,
  title,
  imprint,
  type,
  reliability,
})

/** Finds a source on the shelf while one types. */
export function SourcePicker({ articleId, chosen, onChoose, onNew, error }: Props) {
  const id = useId()
  const [text, setText] = useState('')
  const [found, setFound] = useState<ShelfRow[]>([])
  const [note, setNote] = useState('')

  useEffect(() => {
    let late = false
    const timer = setTimeout(async () => {
      const answer = await searchForArticle({ articleId, text }).catch(() => null)
      if (late) return
      setFound(answer?.ok ? (answer.value ?? []) : [])
      setNote(answer?.ok ? '' : 'The shelf cannot be searched just now.')
    }, 150)
    return () => {
      late = true
      clearTimeout(timer)
    }
  }, [articleId, text])

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
      <Combobox.Root<ShelfRow>
        items={found}
        filter={null}
        itemToStringLabel={(row) => row.title}
        inputValue={text}
        onInputValueChange={setText}
        onValueChange={(row) => row && onChoose(chosenOf(row))}
      >
        <label htmlFor={id} className="text-[13px] font-medium text-ink2">
          Source <span className="text-ink3">(required)</span>
        </label>
        <Combobox.Input
          id={id}
          autoFocus
          placeholder="Title, publication or address"
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${id}-error` : undefined}
          className="w-full rounded-[7px] border border-line bg-raise px-2.5 py-1.5 placeholder:text-ink3"
        />
        <Combobox.Portal>
          <Combobox.Positioner className="z-50" sideOffset={4} align="start">
            <Combobox.Popup className="max-h-72 w-[var(--anchor-width)] overflow-y-auto rounded-lg border border-line bg-raise p-1 shadow-lg">
              <Combobox.Status className="px-2.5 py-1 text-xs text-ink3 empty:hidden">
                {note || (found.length === 0 ? 'Nothing like that on the shelf.' : '')}
              </Combobox.Status>
              <Combobox.List>
                {(row: ShelfRow) => (
                  <Combobox.Item
                    key={row.id}
                    value={row}
                    className="cursor-pointer rounded-md px-2.5 py-1.5 data-highlighted:bg-hover"
                  >
                    <span className="block font-medium">{row.title}</span>
                    <span className="block text-[12.5px] text-ink3">
                      {[row.imprint, `grade ${row.reliability}`, row.repeats && `repeats “${row.repeats}”`]
                        .filter(Boolean)
                        .join(' · ')}
                    </span>
                  </Combobox.Item>
                )}
              </Combobox.List>
            </Combobox.Popup>
          </Combobox.Positioner>
        </Combobox.Portal>
      </Combobox.Root>
      {error && (
        <p id={`${id}-error`} role="alert" className="text-[13px] text-ref">
          {error}
        </p>
      )}
      <Button small tone="quiet" className="self-start" onClick={() => onNew(text)}>
        + New source{text.trim() ? ` “${text.trim().slice(0, 40)}”` : ''}
      </Button>
    </div>
  )
}
