'use client'

import { useRouter } from 'next/navigation'
import { toast } from 'sonner'
import { Button } from '@/components/ui/button'
import { ProblemNote } from '@/components/ui/problem-note'
import { useCommand } from '@/components/ui/use-command'
import { bringBack } from '@/lib/actions/article-detail'

type Props = {
  article: { id: string; title: string }
  reason?: string
  /** After it is back: what was typed as the reason is needed no more. */
  onDone?: () => void
}

/** Puts an archived article among the others again. */
export function BringBackButton({ article, reason = '', onDone }: Props) {
  const router = useRouter()
  const command = useCommand(bringBack, () => {
    onDone?.()
    toast(`“${article.title}” is back on the desk.`)
    router.refresh()
    document.querySelector<HTMLElement>('h1')?.focus()
  })
  return (
    <>
      <Button busy={command.busy} onClick={() => void command.run({ articleId: article.id, reason })}>
        Bring back<span className="sr-only"> {article.title}</span>
      </Button>
      <ProblemNote command={command} />
    </>
  )
}
