'use client'

import { useEffect, useId, useState } from 'react'
import { Button } from '@/components/ui/button.tsx'
import type { SourceName } from '@/lib/view/shelf.ts'
import { ShelfCombobox } from './combobox.tsx'

type Props = {
  workspaceId: string
  /** The source that chooses: it is not offered itself. */
  except: string
  label: string
  chosen: SourceName | null
  onChoose: (chosen: SourceName | null) => void
  /** It opens as someone asks for it: the field takes the focus. */
  opens?: boolean
}

/** Finds another source of the desk while one types. */
export function ShelfPicker({ workspaceId, except, label, chosen, onChoose, opens = false }: Props) {
  const id = useId()
  const [text, setText] = useState('')
  useEffect(() => {
    if (opens) document.getElementById(id)?.focus()
  }, [opens, id])
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
      <ShelfCombobox
        {...{ workspaceId, id, label, except, text }}
        onText={setText}
        onChoose={({ id: sourceId, title }) => onChoose({ id: sourceId, title })}
      />
    </div>
  )
}
