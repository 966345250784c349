'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button.tsx'
import { Dialog } from '@/components/ui/dialog.tsx'
import { RestorePreview } from './restore-preview.tsx'

type Props = { article: { id: string; slug: string }; revision: number; head: number; small?: boolean }

/** Makes an old revision's text the article's again, after showing what that changes. */
export function RestoreButton({ article, revision, head, small = false }: Props) {
  const [open, setOpen] = useState(false)
  const close = () => setOpen(false)
  return (
    <>
      <Button
        small={small}
        tone={small ? 'quiet' : 'plain'}
        aria-label={`Restore revision ${revision}`}
        onClick={() => setOpen(true)}
      >
        Restore
      </Button>
      <Dialog wide open={open} onClose={close} title={`Restore revision ${revision}?`}>
        <RestorePreview {...{ article, revision, head }} onClose={close} />
      </Dialog>
    </>
  )
}
