'use client'

import { Combobox } from '@base-ui/react/combobox'
import { useEffect, useId, useState } from 'react'
import { Button } from '@/components/ui/button'
import { searchForDesk } from '@/lib/actions/source'
import type { ShelfRow, SourceName } from '@/lib/schema/shelf'

type Props = {
  workspaceId: string
  /** The source that chooses: it is not offered itself. */
  except: string
  label: string
  chosen: SourceName | null
  onChoose: (chosen: SourceName | null) => void
}

/** Finds another source of the desk while one types. */
export function ShelfPicker({ workspaceId, except, label, chosen, onChoose }: Props) {
  const id = useId()
  const [text, setText] = useState('')
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

  if (chosen)
    return (
      <div className="flex items-start gap-2 rounded-md bg-hover px-2.5 py-1.5 text-[13px]">
        <p className="min-w-0 flex-1 [overflow-wrap:anywhere]">
          <span className="text-ink3">{label}: </span>
          {chosen.title}
        </p>
        <Button small tone="quiet" onClick={() => onChoose(null)}>
          Change
        </Button>
      </div>
    )
  return (
    <div className="flex flex-col gap-1">
      <Combobox.Root<ShelfRow>
        items={found ?? []}
        filter={null}
        itemToStringLabel={(row) => row.title}
        inputValue={text}
        onInputValueChange={setText}
        onValueChange={(row) => row && onChoose({ id: row.id, title: row.title })}
      >
        <label htmlFor={id} className="text-[13px] font-medium text-ink2">
          {label}
        </label>
        <Combobox.Input
          id={id}
          placeholder="Title, author or address"
          className="w-full rounded-[7px] border border-line bg-raise px-2.5 py-1.5 placeholder:text-ink3"
        />
        <Combobox.Portal>
          <Combobox.Positioner className="z-50" sideOffset={4} align="start">
            <Combobox.Popup className="max-h-72 w-[max(var(--anchor-width),260px)] overflow-y-auto rounded-lg border border-line bg-raise p-1 shadow-lg">
              <Combobox.Status className="px-2.5 py-1 text-xs text-ink3 empty:hidden">
                {note || (found?.length === 0 ? 'Nothing like that on the shelf.' : '')}
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
                      {[row.imprint, `grade ${row.reliability}`].filter(Boolean).join(' · ')}
                    </span>
                  </Combobox.Item>
                )}
              </Combobox.List>
            </Combobox.Popup>
          </Combobox.Positioner>
        </Combobox.Portal>
      </Combobox.Root>
    </div>
  )
}
