'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { toast } from 'sonner'
import { Button } from '@/components/ui/button.tsx'
import { ProblemNote } from '@/components/ui/problem-note.tsx'
import { useCommand } from '@/components/ui/use-command.ts'
import { withdrawChange } from '@/lib/actions/structure.ts'
import { withdrawProposal } from '@/lib/actions/wording.ts'
import type { QueueEntry } from '@/lib/view/review.ts'
import { AmendForm } from './amend-form.tsx'
import { OWN, type Reply, SETTLED } from './single-decision.tsx'

/** What its author can do with a proposal that waits: amend it, or take it back. */
export function OwnProposal({ entry, amends }: { entry: QueueEntry; amends: boolean }) {
  const router = useRouter()
  const [amending, setAmending] = useState(false)
  const send = async ({ commandId }: { commandId: string }): Promise<Reply> => {
    const asked = { articleId: entry.article.id, reason: '', commandId }
    return entry.kind === 'wording'
      ? withdrawProposal({ ...asked, wordingId: entry.id })
      : withdrawChange({ ...asked, proposalId: entry.id })
  }
  const withdrawing = useCommand(send, (value) => {
    toast(value?.outcome === 'settled' ? SETTLED : 'Withdrawn.')
    router.refresh()
    document.querySelector<HTMLElement>('main h1')?.focus()
  })
  if (amending && amends && entry.kind === 'wording')
    return <AmendForm entry={entry} onClose={() => setAmending(false)} />
  return (
    <div className="flex flex-wrap items-center gap-2 text-[13px] text-ink3">
      <span>{OWN}</span>
      {amends && entry.kind === 'wording' && (
        <Button small onClick={() => setAmending(true)}>
          Amend it
        </Button>
      )}
      <Button small busy={withdrawing.busy} onClick={() => void withdrawing.run({})}>
        Withdraw it
      </Button>
      <ProblemNote command={withdrawing} />
    </div>
  )
}
