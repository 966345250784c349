'use client'

import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { toast } from 'sonner'
import { Button } from '@/components/ui/button'
import { SelectField } from '@/components/ui/field'
import { ProblemNote } from '@/components/ui/problem-note'
import { useCommand } from '@/components/ui/use-command'
import { setApart, setOrigin } from '@/lib/actions/source'
import { ORIGIN_KIND_LABEL, ORIGIN_KINDS, type OriginKind } from '@/lib/domain/derivation'
import type { SourceDto, SourceName, Suggestion } from '@/lib/schema/shelf'
import { focusPart } from './focus-part'
import { ShelfPicker } from './shelf-picker'

const KINDS = ORIGIN_KINDS.map((kind) => [kind, ORIGIN_KIND_LABEL[kind]] as const)

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
            : 'Stands on its own: it counts as an origin.'}
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
        <Suggested key={suggestion.id} {...{ workspaceId, sourceId, suggestion, mayGrade }} />
      ))}
      {mayGrade && <AddOrigin workspaceId={workspaceId} sourceId={sourceId} />}
    </div>
  )
}

type SuggestedProps = { workspaceId: string; sourceId: string; suggestion: Suggestion; mayGrade: boolean }

function Suggested({ workspaceId, sourceId, suggestion, mayGrade }: SuggestedProps) {
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
        says nearly the same: {Math.round(containment * 100)} % of the shorter stands in the longer.
      </p>
      {imprint && <p className="text-ink3">{imprint}</p>}
      {mayGrade && (
        <div className="mt-2 flex flex-wrap gap-2">
          <Button small busy={busy} onClick={() => join(id, sourceId)}>
            It repeats this
          </Button>
          <Button small busy={busy} onClick={() => join(sourceId, id)}>
            This repeats it
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

function AddOrigin({ workspaceId, sourceId }: { workspaceId: string; sourceId: string }) {
  const router = useRouter()
  const [open, setOpen] = useState(false)
  const [kind, setKind] = useState<OriginKind>('repeats')
  const [other, setOther] = useState<SourceName | null>(null)
  const command = useCommand(setOrigin, () => {
    toast('Recorded: both count as one origin.')
    setOpen(false)
    setOther(null)
    focusPart('origin')
    router.refresh()
  })
  if (!open)
    return (
      <Button small className="self-start" onClick={() => setOpen(true)}>
        It derives from another…
      </Button>
    )
  return (
    <form
      aria-label="What this source derives from"
      className="grid gap-3 rounded-lg border border-line bg-sheet p-3 sm:grid-cols-[150px_minmax(0,1fr)]"
      onSubmit={(event) => {
        event.preventDefault()
        if (other) void command.run({ workspaceId, sourceId, originId: other.id, kind })
      }}
    >
      <SelectField
        label="This source"
        name="kind"
        value={kind}
        onChange={setKind}
        options={KINDS}
        error={command.errors.kind}
      />
      <ShelfPicker {...{ workspaceId, except: sourceId }} label="Which other" chosen={other} onChoose={setOther} />
      <div className="sm:col-span-2">
        <ProblemNote command={command} />
        <div className="flex gap-2">
          <Button type="submit" tone="go" busy={command.busy} disabled={other === null}>
            Record
          </Button>
          <Button
            onClick={() => {
              setOpen(false)
              focusPart('origin')
            }}
          >
            Cancel
          </Button>
        </div>
      </div>
    </form>
  )
}
