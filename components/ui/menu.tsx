'use client'

import { Menu as Base } from '@base-ui/react/menu'
import { type ReactNode, useState } from 'react'

const ITEM =
  'flex cursor-pointer items-center gap-2 rounded-md px-2.5 py-1.5 text-[13px] text-ink outline-none data-highlighted:bg-hover data-disabled:cursor-not-allowed data-disabled:text-ink3'

/** It opens within the part of the page that its button is in, where whoever goes by landmarks will look for it. */
export function Menu({ trigger, children }: { trigger: ReactNode; children: ReactNode }) {
  const [place, setPlace] = useState<HTMLElement | null>(null)
  return (
    <span ref={setPlace} className="relative inline-flex">
      <Base.Root>
        <Base.Trigger className="inline-flex min-h-7 items-center gap-1.5 rounded-[7px] px-1.5 py-0.5 text-[13px] text-ink2 hover:bg-hover">
          {trigger}
        </Base.Trigger>
        <Base.Portal container={place}>
          <Base.Positioner align="end" sideOffset={6} className="z-50">
            <Base.Popup className="w-max min-w-48 max-w-[calc(100vw-24px)] rounded-lg border border-line bg-raise p-1 shadow-lg outline-none">
              {children}
            </Base.Popup>
          </Base.Positioner>
        </Base.Portal>
      </Base.Root>
    </span>
  )
}

export function MenuItem({
  onClick,
  children,
  disabled = false,
}: {
  onClick: () => void
  children: ReactNode
  disabled?: boolean
}) {
  return (
    <Base.Item className={ITEM} onClick={onClick} disabled={disabled}>
      {children}
    </Base.Item>
  )
}
