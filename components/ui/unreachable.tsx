'use client'

import type { ComponentType } from 'react'
import { Button } from '@/components/ui/button.tsx'

/** In the place of a part that could not be loaded: the connection is gone, or the page is older than the server. */
function Unreachable({ onClose }: { onClose?: () => void }) {
  return (
    <div role="alert" className="rounded-r-md border-l-[3px] border-ref bg-ref-soft px-3 py-2 text-[13px]">
      <p>
        This part of Attest could not be loaded. What you typed is kept; reload the page when you are connected again.
      </p>
      {onClose && (
        <Button small className="mt-2" onClick={onClose}>
          Close
        </Button>
      )}
    </div>
  )
}

/** For parts that load on demand: without it, one that does not come would take the whole page with it. */
export const unreachable = <P extends object>() => ({ default: Unreachable as ComponentType<P> })
