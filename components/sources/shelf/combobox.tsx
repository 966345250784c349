'use client'

import { Combobox } from '@base-ui/react/combobox'
import { type ReactNode, useEffect, useState } from 'react'
import { searchForDesk } from '@/lib/actions/source.ts'
import type { ShelfRow } from '@/lib/view/shelf.ts'

type Props = {
  workspaceId: string
  /** Of the field, for whatever describes it. */
  id: string
  label: ReactNode
  /** A source that is not offered. */
  except?: string | undefined
  text: string
  onText: (text: string) => void
  onChoose: (row: ShelfRow) => void
  autoFocus?: boolean
  /** Enter, while none of the offered is chosen. */
  onEnter?: (text: string) => void
  /** The id of what is wrong with it. */
  errorId?: string | undefined
}

/** A field that finds sources of the shelf while one types. */
export function ShelfCombobox(props: Props) {
  const { workspaceId, id, label, except, text, onText, onChoose, autoFocus, onEnter, errorId } = props
  const [found, setFound] = useState<ShelfRow[] | null>(null)
  const [note, setNote] = useState('')

  useEffect(() => {
    let late = false
    const timer = setTimeout(async () => {
      const answer = await searchForDesk({ workspaceId, text }).catch(() => null)
      if (late) return
      setFound((answer?.ok && answer.value ? answer.value : []).filter((row) => row.id !== except))
      setNote(answer?.ok ? '' : 'The shelf cannot be searched just now.')
    }, 150)
    return () => {
      late = true
      clearTimeout(timer)
    }
  }, [workspaceId, except, text])

  return (
    <Combobox.Root<ShelfRow>
      items={found ?? []}
      filter={null}
      itemToStringLabel={(row) => row.title}
      inputValue={text}
      // What someone typed is theirs: the list closing without a choice does not take it away.
      onInputValueChange={(typed, { reason }) => reason === 'input-change' && onText(typed)}
      onValueChange={(row) => row && onChoose(row)}
    >
      <label htmlFor={id} className="text-[13px] font-medium text-ink2">
        {label}
      </label>
      <Combobox.Input
        id={id}
        autoFocus={autoFocus}
        placeholder="Title, publication or address"
        onKeyDown={(event) => {
          const { key, ctrlKey, metaKey, nativeEvent, currentTarget } = event
          if (key !== 'Enter' || ctrlKey || metaKey || nativeEvent.isComposing) return
          if (currentTarget.getAttribute('aria-activedescendant')) return
          // Not the whole form: one is about to choose a source.
          event.preventDefault()
          onEnter?.(text)
        }}
        aria-invalid={errorId ? true : undefined}
        aria-describedby={errorId}
        className="w-full rounded-[7px] border border-line bg-raise px-2.5 py-1.5 placeholder:text-ink3"
      />
      {/* Below the field, and not in the list: that would lie over the button for a new source. */}
      <Combobox.Status className="px-0.5 text-xs text-ink3 empty:hidden">
        {note || (found?.length === 0 ? 'Nothing like that on the shelf.' : '')}
      </Combobox.Status>
      <Combobox.Portal>
        <Combobox.Positioner className="z-50" sideOffset={4} align="start">
          <Combobox.Popup className="max-h-72 w-[max(var(--anchor-width),260px)] overflow-y-auto rounded-lg border border-line bg-raise p-1 shadow-lg data-empty:hidden">
            <Combobox.List>
              {(row: ShelfRow) => (
                <Combobox.Item
                  key={row.id}
                  value={row}
                  className="cursor-pointer rounded-md px-2.5 py-1.5 data-highlighted:bg-hover"
                >
                  <span className="block font-medium">{row.title}</span>
                  <span className="block text-[12.5px] text-ink3">
                    {[
                      row.imprint,
                      row.reliability ? `grade ${row.reliability}` : 'not graded',
                      row.repeats && `repeats “${row.repeats}”`,
                    ]
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
  )
}
