'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { toast } from 'sonner'
import { Button } from '@/components/ui/button.tsx'
import { Dialog } from '@/components/ui/dialog.tsx'
import { PasteBox } from './paste-box.tsx'

/** Puts a source on the shelf without citing it yet; then shows it, where its snapshot is seen to arrive. */
export function NewSource({ workspaceId }: { workspaceId: string }) {
  const router = useRouter()
  const [open, setOpen] = useState(false)
  const [busy, setBusy] = useState(false)
  // What waits for its turn would be lost.
  const close = () =>
    busy ? void toast('Something is still on its way. Close this when it has arrived.') : setOpen(false)
  return (
    <>
      <Button tone="go" onClick={() => setOpen(true)}>
        Add a source
      </Button>
      <Dialog open={open} onClose={close} title="Add a source" wide>
        <PasteBox
          workspaceId={workspaceId}
          autoFocus
          chooseWords="Open it"
          onAdded={({ sourceId, existing }) => {
            setBusy(false)
            setOpen(false)
            toast(existing ? 'This source was on the shelf already; here it is.' : 'On the shelf.')
            router.push(`/sources/${sourceId}`)
          }}
          onBusy={setBusy}
          onImported={() => router.refresh()}
        />
      </Dialog>
    </>
  )
}
