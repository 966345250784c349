'use client'

import { type DragEvent, type ReactNode, useRef, useState } from 'react'

type Props = { onFiles: (files: File[]) => void; children: ReactNode; className?: string }

/** Where files can be dropped. Whoever does not drag has a button beside it; this only adds to that. */
export function FileDrop({ onFiles, children, className = 'flex flex-col gap-3' }: Props) {
  const [over, setOver] = useState(false)
  const depth = useRef(0)
  const step = (by: number) => (event: DragEvent) => {
    if (!event.dataTransfer.types.includes('Files')) return
    event.preventDefault()
    depth.current = Math.max(0, depth.current + by)
    setOver(depth.current > 0)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is one way of several; the button is the other
    <div
      onDragEnter={step(1)}
      onDragLeave={step(-1)}
      onDragOver={step(0)}
      onDrop={(event) => {
        if (!event.dataTransfer.types.includes('Files')) return
        event.preventDefault()
        depth.current = 0
        setOver(false)
        const files = [...event.dataTransfer.files]
        if (files.length > 0) onFiles(files)
      }}
      className={`relative ${className}`}
    >
      {children}
      {over && (
        <div className="pointer-events-none absolute -inset-2 grid place-items-center rounded-lg border-2 border-pencil border-dashed bg-sheet/90 font-medium text-pencil">
          Drop it here
        </div>
      )}
    </div>
  )
}
