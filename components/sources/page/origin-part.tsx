'use client'

import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { toast } from 'sonner'
import { Button } from '@/components/ui/button.tsx'
import { ProblemNote } from '@/components/ui/problem-note.tsx'
import { useCommand } from '@/components/ui/use-command.ts'
import { setOrigin } from '@/lib/actions/source.ts'
import { ORIGIN_KIND_LABEL, type OriginKind } from '@/lib/domain/source/derivation.ts'
import type { SourceDto, Suggestion } from '@/lib/view/shelf.ts'
import { AddOrigin } from './add-origin.tsx'
import { focusPart } from './focus-part.ts'
import { SuggestedOrigin } from './suggested-origin.tsx'

/** The same, told from the other end. */
const ECHO_WORDS: Record<OriginKind, string> = {
  repeats: 'is repeated by',
  translates: 'is translated by',
  quotes: 'is quoted by',
  owned_by: 'owns',
}

type Props = {
  workspaceId: string
  sourceId: string
  origins: SourceDto['origins']
  echoes: SourceDto['echoes']
  suggestions: Suggestion[]
  mayGrade: boolean
}

/** What a source derives from and what from it; all of them count as one origin. */
export function OriginPart({ workspaceId, sourceId, origins, echoes, suggestions, mayGrade }: Props) {
  const router = useRouter()
  const command = useCommand(setOrigin, () => {
    toast('Recorded.')
    focusPart('origin')
    router.refresh()
  })
  const take = (from: string, to: string) => void command.run({ workspaceId, sourceId: from, originId: to, kind: null })
  const joined = [
    ...origins.map((edge) => ({ edge, words: ORIGIN_KIND_LABEL[edge.kind], from: sourceId, to: edge.id })),
    ...echoes.map((edge) => ({ edge, words: ECHO_WORDS[edge.kind], from: edge.id, to: sourceId })),
  ]
  return (
    <div className="flex flex-col gap-3">
      {origins.length === 0 && (
        <p className="text-ink2">
          {echoes.length > 0
            ? 'Others derive from it; it derives from none.'
            : 'An original source: it counts as an origin.'}
        </p>
      )}
      {joined.length > 0 && (
        <ul className="space-y-1">
          {joined.map(({ edge, words, from, to }) => (
            <li key={`${from} ${to}`} className="flex flex-wrap items-baseline gap-x-2">
              <span className="min-w-0 flex-1 basis-52 [overflow-wrap:anywhere]">
                <span className="text-ink3">This {words} </span>
                <Link prefetch={false} className="hover:underline" href={`/sources/${edge.id}`}>
                  {edge.title}
                </Link>
              </span>
              {mayGrade && (
                <Button
                  small
                  tone="quiet"
                  aria-label={`Remove: this ${words} “${edge.title}”`}
                  busy={command.busy}
                  onClick={() => take(from, to)}
                >
                  Remove
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      <ProblemNote command={command} />
      {suggestions.map((suggestion) => (
        <SuggestedOrigin key={suggestion.id} {...{ workspaceId, sourceId, suggestion, mayGrade }} />
      ))}
      {mayGrade && <AddOrigin workspaceId={workspaceId} sourceId={sourceId} />}
    </div>
  )
}
