'use client'

import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { toast } from 'sonner'
import { Button } from '@/components/ui/button.tsx'
import { ProblemNote } from '@/components/ui/problem-note.tsx'
import { useCommand } from '@/components/ui/use-command.ts'
import { setApart, setOrigin } from '@/lib/actions/source.ts'
import type { Suggestion } from '@/lib/view/shelf.ts'
import { focusPart } from './focus-part.ts'

type Props = { workspaceId: string; sourceId: string; suggestion: Suggestion; mayGrade: boolean }

/** Another source that says nearly the same; a person says which derives from which, or that neither does. */
export function SuggestedOrigin({ workspaceId, sourceId, suggestion, mayGrade }: Props) {
  const router = useRouter()
  const done = () => {
    toast('Recorded.')
    focusPart('origin')
    router.refresh()
  }
  const derive = useCommand(setOrigin, done)
  const apart = useCommand(setApart, done)
  const { id, title, imprint, containment } = suggestion
  const busy = derive.busy || apart.busy
  const join = (from: string, to: string) =>
    void derive.run({ workspaceId, sourceId: from, originId: to, kind: 'repeats' as const })
  return (
    <div className="rounded-r-md border-sta border-l-[3px] bg-hover px-3 py-2 text-[13px]">
      <p>
        <Link prefetch={false} className="font-medium hover:underline [overflow-wrap:anywhere]" href={`/sources/${id}`}>
          {title}
        </Link>{' '}
        says nearly the same: {Math.round(containment * 100)} % of the shorter text is in the longer one.
      </p>
      {imprint && <p className="text-ink3">{imprint}</p>}
      {mayGrade && (
        <div className="mt-2 flex flex-wrap gap-2">
          <Button small busy={busy} onClick={() => join(id, sourceId)}>
            That one repeats this source
          </Button>
          <Button small busy={busy} onClick={() => join(sourceId, id)}>
            This source repeats that one
          </Button>
          <Button small busy={busy} onClick={() => void apart.run({ workspaceId, sourceId, otherId: id })}>
            Not derived
          </Button>
        </div>
      )}
      <ProblemNote command={derive} />
      <ProblemNote command={apart} />
    </div>
  )
}
