'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { toast } from 'sonner'
import { Button } from '@/components/ui/button'
import { RedactDialog } from '@/components/ui/redact-dialog'
import { useCommand } from '@/components/ui/use-command'
import { redactEntry } from '@/lib/actions/redaction'

type Props = { articleId: string; revision: { id: string; number: number } }

/** Takes the summary of a revision away, for an owner. */
export function RedactSummary({ articleId, revision }: Props) {
  const router = useRouter()
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const command = useCommand(redactEntry, () => {
    setOpen(false)
    setReason('')
    toast('The summary was redacted.')
    router.refresh()
  })
  return (
    <>
      <Button small tone="quiet" onClick={() => setOpen(true)}>
        Redact summary…
      </Button>
      <RedactDialog
        open={open}
        onClose={() => setOpen(false)}
        title={`Redact the summary of revision ${revision.number}?`}
        goes="the summary, also where it is the reason of what was recorded with it. The texts of the claims stay."
        reason={reason}
        onReason={setReason}
        command={command}
        onSubmit={() => void command.run({ articleId, what: 'revision', id: revision.id, reason })}
      />
    </>
  )
}
