'use client'

import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { toast } from 'sonner'
import { Button } from '@/components/ui/button'
import { TextArea } from '@/components/ui/field'
import { ProblemNote } from '@/components/ui/problem-note'
import { useCommand } from '@/components/ui/use-command'
import { useDraft } from '@/components/ui/use-draft'
import { When } from '@/components/ui/when'
import { accept, reject, withdrawProposal } from '@/lib/actions/wording'
import { claimKey } from '@/lib/domain/claim'
import { may } from '@/lib/domain/permission'
import { sameSubstance } from '@/lib/domain/substance'
import type { Viewer } from '@/lib/schema/galley'
import type { ProposalDto } from '@/lib/schema/review'
import { DiffView } from './diff-view'
import { ThreeTexts } from './three-texts'

type Props = { articleId: string; slug: string; proposal: ProposalDto; author: string; viewer: Viewer }
type Outcome = { outcome: string; base?: string; theirs?: string; mine?: string }

const SETTLED = 'Somebody settled this proposal a moment ago.'
const OWN = 'You wrote this proposal: somebody else decides on it.'

/** One proposal: what would change and what is at stake, and the decision. */
export function ProposalCard({ articleId, slug, proposal, author, viewer }: Props) {
  const router = useRouter()
  const [draft, change, forget] = useDraft(`review.${proposal.id}`, { reason: '' })
  const [conflict, setConflict] = useState<Outcome | null>(null)
  const done = (words: string) => (value: Outcome | null) => {
    if (value?.outcome === 'conflict') return setConflict(value)
    if (value?.outcome === 'settled') toast(SETTLED)
    else if (value?.outcome === 'own_proposal') toast(OWN)
    else {
      forget()
      toast(words)
    }
    router.refresh()
    document.querySelector<HTMLElement>('main h1')?.focus()
  }
  const accepting = useCommand(accept, done('Accepted as a new revision.'))
  const rejecting = useCommand(reject, done('Rejected. Its author sees the reason.'))
  const withdrawing = useCommand(withdrawProposal, done('Withdrawn.'))
  const command = [accepting, rejecting, withdrawing].find((one) => one.problem) ?? accepting
  const busy = accepting.busy || rejecting.busy || withdrawing.busy
  const review = { articleId, wordingId: proposal.id, reason: draft.reason }
  const own = proposal.authorId === viewer.memberId
  const inConflict = proposal.conflict || conflict !== null

  return (
    <li className="rounded-xl border border-line bg-sheet p-5" aria-label={`Proposal for ${claimKey(proposal.claim)}`}>
      <p className="flex flex-wrap items-center gap-x-2 text-[13px] text-ink3">
        <Link
          prefetch={false}
          className="font-semibold text-ink2 hover:underline"
          href={`/articles/${slug}#${claimKey(proposal.claim)}`}
        >
          {claimKey(proposal.claim)}
        </Link>
        proposed by {author} · <When at={proposal.at} />
      </p>
      {inConflict ? (
        <div className="mt-3">
          <ThreeTexts
            base={conflict?.base ?? proposal.baseText}
            theirs={conflict?.theirs ?? proposal.headText}
            mine={conflict?.mine ?? proposal.text}
          />
          <p className="mt-2 text-[13px] text-ink2">
            It was written against a wording that has changed since, so it cannot be accepted as it is. Propose it anew
            in the galley, or reject it with a reason.
          </p>
        </div>
      ) : (
        <p className="mt-2 font-serif text-[18px] leading-[29px]">
          <DiffView before={proposal.baseText} after={proposal.text} />
        </p>
      )}
      <p className="mt-2 text-ink2">{proposal.reason}</p>
      {!inConflict && <Stake proposal={proposal} />}
      <div className="mt-4">
        {may(viewer.role, 'wording.review') && !own && (
          <form
            className="flex flex-col gap-3"
            onSubmit={(event) => {
              event.preventDefault()
              if (!inConflict) void accepting.run(review)
            }}
          >
            <TextArea
              label="Your reason"
              name="reason"
              rows={2}
              value={draft.reason}
              onChange={(reason) => change({ reason })}
              hint="Needed to reject; welcome when you accept."
              error={rejecting.errors.reason}
            />
            <ProblemNote command={command} />
            <div className="flex gap-2">
              {!inConflict && (
                <Button type="submit" tone="go" busy={accepting.busy} disabled={busy}>
                  Accept
                </Button>
              )}
              <Button tone="stop" busy={rejecting.busy} disabled={busy} onClick={() => void rejecting.run(review)}>
                Reject
              </Button>
            </div>
          </form>
        )}
        {own && (
          <div className="flex flex-wrap items-center gap-2 text-[13px] text-ink3">
            <span>{OWN}</span>
            <Button small busy={withdrawing.busy} onClick={() => void withdrawing.run(review)}>
              Withdraw it
            </Button>
            <ProblemNote command={command} />
          </div>
        )}
        {!own && !may(viewer.role, 'wording.review') && (
          <p className="text-[13px] text-ink3">An editor decides on it.</p>
        )}
      </div>
    </li>
  )
}

function Stake({ proposal }: { proposal: ProposalDto }) {
  const { citations, assessments } = proposal.atStake
  if (sameSubstance(proposal.baseText, proposal.text))
    return (
      <p className="mt-2 text-[13px] text-ink3">
        Only its setting changes (white space, quotation marks, a full stop): checks stay fresh.
      </p>
    )
  if (citations + assessments === 0) return <p className="mt-2 text-[13px] text-ink3">No check is at stake.</p>
  const parts = [
    assessments > 0 ? `${assessments} ${assessments === 1 ? 'assessment' : 'assessments'}` : '',
    citations > 0 ? `${citations} ${citations === 1 ? 'citation' : 'citations'}` : '',
  ].filter(Boolean)
  return (
    <p className="mt-2 rounded-r-md border-l-[3px] border-sta bg-hover px-3 py-1.5 text-[13px] text-ink2">
      Would make stale: {parts.join(' and ')}.
    </p>
  )
}
