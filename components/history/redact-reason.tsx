'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { toast } from 'sonner'
import { Button } from '@/components/ui/button'
import { RedactDialog } from '@/components/ui/redact-dialog'
import { useCommand } from '@/components/ui/use-command'
import { redactEntry } from '@/lib/actions/redaction'
import type { ArticleEventDto } from '@/lib/schema/history'

type Props = { articleId: string; event: Pick<ArticleEventDto, 'id' | 'kind'> }

/** Takes away, for an owner, why details were changed, or why an article was archived and brought back. */
export function RedactReason({ articleId, event }: Props) {
  const router = useRouter()
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const command = useCommand(redactEntry, () => {
    setOpen(false)
    setReason('')
    toast('The reason was redacted.')
    router.refresh()
  })
  const isDetails = event.kind === 'amended'
  return (
    <>
      <Button small tone="quiet" onClick={() => setOpen(true)}>
        Redact reason…
      </Button>
      <RedactDialog
        open={open}
        onClose={() => setOpen(false)}
        title="Redact this reason?"
        goes={
          isDetails
            ? 'the reason. What the details were and became stays.'
            : 'the reasons why the article was archived and, where it was, brought back.'
        }
        reason={reason}
        onReason={setReason}
        command={command}
        onSubmit={() =>
          void command.run({ articleId, what: isDetails ? 'details' : 'archiving', id: event.id, reason })
        }
      />
    </>
  )
}
