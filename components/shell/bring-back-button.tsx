'use client'

import { useRouter } from 'next/navigation'
import { toast } from 'sonner'
import { Button } from '@/components/ui/button.tsx'
import { ProblemNote } from '@/components/ui/problem-note.tsx'
import { useCommand } from '@/components/ui/use-command.ts'
import { bringBack } from '@/lib/actions/article-detail.ts'

type Article = { id: string; title: string }

/** Puts an archived article among the others again. */
export function useBringBack(article: Article, onDone?: () => void) {
  const router = useRouter()
  return useCommand(bringBack, () => {
    onDone?.()
    toast(`“${article.title}” is back on the desk.`)
    router.refresh()
    document.querySelector<HTMLElement>('h1')?.focus()
  })
}

export function BringBackButton({ article }: { article: Article }) {
  const command = useBringBack(article)
  return (
    <>
      <Button busy={command.busy} onClick={() => void command.run({ articleId: article.id, reason: '' })}>
        Bring back<span className="sr-only"> {article.title}</span>
      </Button>
      <ProblemNote command={command} />
    </>
  )
}
