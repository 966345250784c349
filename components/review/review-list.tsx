'use client'

import { useRouter } from 'next/navigation'
import { type Ref, useEffect, useRef, useState } from 'react'
import { When } from '@/components/ui/when.tsx'
import { claimKey } from '@/lib/domain/claim/claim.ts'
import { mayHere } from '@/lib/domain/desk/archiving.ts'
import { mayReject } from '@/lib/domain/revision/proposal-right.ts'
import { outcomeWords, type SettledOne } from '@/lib/domain/revision/review-outcome.ts'
import type { Person, Viewer } from '@/lib/view/galley.ts'
import type { QueueEntry, QueueGroup } from '@/lib/view/review.ts'
import { ProposalCard } from './proposal-card.tsx'
import { SelectionBar } from './selection-bar.tsx'

type Props = { groups: QueueGroup[]; people: Person[]; viewer: Viewer; desk: boolean }

/** The proposals that wait, those of one recording together; some, all of a recording or one are decided on. */
export function ReviewList({ groups, people, viewer, desk }: Props) {
  const router = useRouter()
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set())
  const [report, setReport] = useState<SettledOne[] | null>(null)
  const heard = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (report) heard.current?.focus()
  }, [report])
  const accepts = mayHere(viewer, 'wording.review')
  const selectable = (entry: QueueEntry) => (accepts && entry.mayAccept) || mayReject(viewer, entry.authorId)
  const all = groups.flatMap(({ entries }) => entries)
  // What was settled meanwhile is no longer there to be chosen.
  const chosen = all.filter((entry) => picked.has(entry.id) && selectable(entry))
  const pick = (entries: readonly QueueEntry[], on: boolean) =>
    setPicked((before) => {
      const after = new Set(before)
      for (const { id } of entries)
        if (on) after.add(id)
        else after.delete(id)
      return after
    })
  function done(settled: SettledOne[] | null) {
    setPicked(new Set())
    setReport(settled ?? [])
    router.refresh()
  }
  return (
    <>
      {report && <Report ref={heard} settled={report} />}
      <div className="space-y-5">
        {groups.map(({ id, entries }) => (
          <Group
            key={id}
            {...{ entries, people, viewer, desk, pick }}
            isChosen={(entry) => picked.has(entry.id)}
            selectable={selectable}
          />
        ))}
      </div>
      {chosen.length > 0 && (
        <SelectionBar viewer={viewer} entries={chosen} onDone={done} onClear={() => setPicked(new Set())} />
      )}
    </>
  )
}

type GroupProps = Omit<Props, 'groups'> & {
  entries: QueueEntry[]
  pick: (entries: readonly QueueEntry[], on: boolean) => void
  isChosen: (entry: QueueEntry) => boolean
  selectable: (entry: QueueEntry) => boolean
}

/** What someone proposed in one recording; one proposal by itself has no heading of its own. */
function Group({ entries, people, viewer, desk, pick, isChosen, selectable }: GroupProps) {
  const nameOf = (id: string | null) => people.find((person) => person.id === id)?.name ?? 'Attest'
  const [first] = entries
  if (!first) return null
  const together = entries.length > 1
  const open = entries.filter(selectable)
  const chosen = open.filter(isChosen).length
  const list = (
    <ul className="space-y-3">
      {entries.map((entry) => (
        <ProposalCard
          key={entry.id}
          entry={entry}
          author={nameOf(entry.authorId)}
          viewer={viewer}
          told={{
            reason: together && entry.reason === first.reason,
            article: !desk || together,
            author: together && entry.at.getTime() === first.at.getTime(),
          }}
          selection={selectable(entry) ? { chosen: isChosen(entry), choose: (on: boolean) => pick([entry], on) } : null}
        />
      ))}
    </ul>
  )
  if (!together) return list
  return (
    <section aria-label={`Recording by ${nameOf(first.authorId)}: ${first.reason}`} className="pt-2">
      <div className="mb-2.5 flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <h2 className="min-w-0 font-semibold [overflow-wrap:anywhere]">{first.reason}</h2>
        <p className="text-[13px] text-ink3">
          {desk && <span className="text-ink2">{first.article.title} · </span>}
          {entries.length} proposals recorded together by {nameOf(first.authorId)} · <When at={first.at} />
        </p>
      </div>
      {open.length > 0 && (
        <label className="mb-2.5 flex w-fit cursor-pointer items-center gap-2.5 pl-4 text-[13px] text-ink2 sm:pl-5">
          <input
            type="checkbox"
            className="size-4 accent-pencil"
            checked={chosen === open.length}
            ref={(box) => {
              if (box) box.indeterminate = chosen > 0 && chosen < open.length
            }}
            onChange={(event) => pick(open, event.target.checked)}
          />
          Select all of this recording ({open.length})
        </label>
      )}
      {list}
    </section>
  )
}

/** What became of a selection: nothing of it is passed over in silence. */
function Report({ settled, ref }: { settled: SettledOne[]; ref: Ref<HTMLDivElement> }) {
  const left = settled.flatMap((one) => (one.outcome === 'left' ? [one] : []))
  return (
    <div
      ref={ref}
      role="status"
      tabIndex={-1}
      className={`mb-5 rounded-r-md border-l-[3px] bg-hover px-3 py-2 text-[13px] leading-5 ${left.length > 0 ? 'border-sta' : 'border-sup'}`}
    >
      <p className="font-medium">{outcomeWords(settled)}</p>
      {left.length > 0 && (
        <ul className="mt-1 space-y-0.5 text-ink2">
          {left.map(({ id, claim, why }) => (
            <li key={id}>
              {claim !== null && !why.includes(claimKey(claim)) && `${claimKey(claim)}: `}
              {why}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
