'use client'

import Link from 'next/link'
import { useState } from 'react'
import { OutcomeTag } from '@/components/claim/outcome-tag.tsx'
import { When } from '@/components/ui/when.tsx'
import { withLabel } from '@/lib/domain/article/framing.ts'
import { claimKey } from '@/lib/domain/claim/claim.ts'
import { mayHere } from '@/lib/domain/desk/archiving.ts'
import { mayChangeProposal, mayReject, mayTakeOver } from '@/lib/domain/revision/proposal-right.ts'
import type { Viewer } from '@/lib/view/galley.ts'
import type { QueueEntry } from '@/lib/view/review.ts'
import { DiffView } from '../wording/diff-view.tsx'
import { ThreeTexts } from '../wording/three-texts.tsx'
import { AmendForm } from './amend-form.tsx'
import { OwnProposal } from './own-proposal.tsx'
import { SingleDecision, type ThreeWordings } from './single-decision.tsx'
import { StakeNote } from './stake-note.tsx'
import { StructureView } from './structure-view.tsx'

type Props = {
  entry: QueueEntry
  author: string
  viewer: Viewer
  /** Said above, for all of its recording. */
  told: { reason: boolean; article: boolean; author: boolean }
  /** Null where it cannot be selected. */
  selection: { chosen: boolean; choose: (chosen: boolean) => void } | null
}

/** What a proposal is about, in a few words. */
function subjectOf({ kind, claim }: Pick<QueueEntry, 'kind' | 'claim'>): string {
  if (kind === 'new') return 'a new claim'
  return claim === null ? 'a claim' : claimKey(claim)
}

/** One proposal: what would change and what is at stake, and the decision. */
export function ProposalCard({ entry, author, viewer, told, selection }: Props) {
  const [conflict, setConflict] = useState<ThreeWordings | null>(null)
  const [taking, setTaking] = useState(false)
  const { article, kind, claim, section, reason, at, numbersChanged } = entry
  const own = entry.authorId === viewer.memberId
  const accepts = mayHere(viewer, 'wording.review') && entry.mayAccept
  const reviews = accepts || mayReject(viewer, entry.authorId)
  const inConflict = conflict !== null || (kind === 'wording' && entry.conflict)
  const stuck = inConflict || (kind !== 'wording' && entry.misfit !== null)
  return (
    <li
      className={`rounded-xl border bg-sheet p-4 sm:p-5 ${selection?.chosen ? 'border-pencil' : 'border-line'}`}
      aria-label={`Proposal for ${subjectOf(entry)}`}
    >
      <div className="flex items-start gap-2.5">
        {selection && (
          <input
            type="checkbox"
            aria-label={`Select the proposal for ${subjectOf(entry)}`}
            className="mt-0.5 size-4 shrink-0 accent-pencil"
            checked={selection.chosen}
            onChange={(event) => selection.choose(event.target.checked)}
          />
        )}
        <p className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1 text-[13px] text-ink3">
          {kind !== 'wording' && <OutcomeTag outcome={kind} />}
          {claim !== null && (
            <Link
              prefetch={false}
              className="font-semibold text-ink2 tabular-nums hover:underline"
              href={`/articles/${article.slug}#${claimKey(claim)}`}
            >
              {kind === 'new' ? `behind ${claimKey(claim)}` : claimKey(claim)}
            </Link>
          )}
          {!told.article && <span className="text-ink2">{article.title}</span>}
          {section && <span>{section.title}</span>}
          {!told.author && (
            <span>
              proposed by {author} · <When at={at} />
            </span>
          )}
          {numbersChanged && (
            <span className="rounded-full px-2 py-px font-medium text-con text-xs leading-[18px] ring-1 ring-current ring-inset">
              Numbers change
            </span>
          )}
        </p>
      </div>
      {kind !== 'wording' ? (
        <StructureView
          change={entry.change}
          behind={entry.behind}
          from={entry.misfit === null ? entry.from : undefined}
        />
      ) : inConflict ? (
        <div className="mt-3">
          <ThreeTexts
            label={entry.label}
            base={conflict?.base ?? entry.baseText}
            theirs={conflict?.theirs ?? entry.headText}
            mine={conflict?.mine ?? entry.text}
            whose={own ? 'Yours' : 'Proposed'}
            {...(conflict === null && { note: 'It was written against a wording that has changed since.' })}
          />
        </div>
      ) : (
        <p className="mt-2 font-serif text-[18px] leading-[29px]">
          <DiffView
            before={withLabel(entry.label, entry.baseText.trim())}
            after={withLabel(entry.label, entry.text.trim())}
          />
        </p>
      )}
      {!told.reason && <p className="mt-2 text-ink2">{reason}</p>}
      {inConflict && (
        <p className="mt-2 text-[13px] text-ink2">
          It cannot be accepted as it is.{' '}
          {own
            ? 'Amend it on top of the current wording, or withdraw it.'
            : 'Take it over, on top of the current wording; or reject it with a reason, and its author can amend it.'}
        </p>
      )}
      {kind !== 'wording' && entry.misfit !== null && (
        <p className="mt-2 rounded-r-md border-l-[3px] border-sta bg-hover px-3 py-1.5 text-[13px] text-ink2">
          It does not fit any more: {entry.misfit}
        </p>
      )}
      {!stuck && <StakeNote entry={entry} />}
      <div className="mt-4 space-y-3">
        {taking && entry.kind === 'wording' ? (
          <AmendForm entry={entry} way="takeOver" onClose={() => setTaking(false)} />
        ) : (
          reviews && (
            <SingleDecision
              {...{ entry }}
              stuck={stuck || !accepts}
              rejects={mayReject(viewer, entry.authorId)}
              onConflict={setConflict}
              onTakeOver={inConflict && mayTakeOver(viewer, entry.authorId) ? () => setTaking(true) : undefined}
            />
          )
        )}
        {mayChangeProposal(viewer, entry.authorId) && (
          <OwnProposal entry={entry} amends={mayHere(viewer, 'wording.propose')} />
        )}
        {!own && !reviews && (
          <p className="text-[13px] text-ink3">
            {viewer.archived
              ? 'The article is archived: nothing is decided until it is back.'
              : 'An editor decides on it.'}
          </p>
        )}
      </div>
    </li>
  )
}
