'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { toast } from 'sonner'
import { Button } from '@/components/ui/button.tsx'
import { RedactDialog } from '@/components/ui/redact-dialog.tsx'
import { useCommand } from '@/components/ui/use-command.ts'
import { redactEntry } from '@/lib/actions/redaction.ts'
import type { ArticleTarget } from '@/lib/domain/desk/redaction.ts'

type Kind = Extract<ArticleTarget, 'revision' | 'details' | 'archiving'>
type Props = { articleId: string; what: Kind; id: string; title: string }

const WORDS: Record<Kind, { name: string; goes: string }> = {
  revision: {
    name: 'summary',
    goes: 'the summary, also where it is the reason of what was recorded with it. The texts of the claims stay.',
  },
  details: { name: 'reason', goes: 'the reason. What the details were and became stays.' },
  archiving: {
    name: 'reason',
    goes: 'the reasons why the article was archived and, where it was, brought back.',
  },
}

/** Takes away, for an owner, what someone said of a line of the history: a revision's summary, or a reason. */
export function RedactWords({ articleId, what, id, title }: Props) {
  const router = useRouter()
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const { name, goes } = WORDS[what]
  const command = useCommand(redactEntry, () => {
    setOpen(false)
    setReason('')
    toast(`The ${name} was redacted.`)
    router.refresh()
  })
  return (
    <>
      <Button small tone="quiet" onClick={() => setOpen(true)}>
        Redact {name}…
      </Button>
      <RedactDialog
        open={open}
        onClose={() => setOpen(false)}
        title={title}
        goes={goes}
        reason={reason}
        onReason={setReason}
        command={command}
        onSubmit={() => void command.run({ articleId, what, id, reason })}
      />
    </>
  )
}
