'use client'

import { Fragment, useRef, useState } from 'react'
import { toast } from 'sonner'
import { useGalley } from '@/components/article/article-context.ts'
import { Avatar } from '@/components/ui/avatar.tsx'
import { Button } from '@/components/ui/button.tsx'
import { ProblemNote } from '@/components/ui/problem-note.tsx'
import { useCommand } from '@/components/ui/use-command.ts'
import { assignClaim, endAssignment } from '@/lib/actions/assignment.ts'
import { claimKey } from '@/lib/domain/claim/claim.ts'
import type { Dossier } from '@/lib/view/dossier.ts'
import { RedactButton, RedactedNote } from '../frame/redaction.tsx'
import { AssignForm } from './assign-form.tsx'
import { AssignMenu } from './assign-menu.tsx'

/** Who has the claim to see to: one quiet line, with the way to take it, give it back, or give it to others. */
export function Assignees({ dossier: { claim, assignments } }: { dossier: Dossier }) {
  const { article, viewer, may, nameOf, refresh } = useGalley()
  const [choosing, setChoosing] = useState<string | null>(null)
  const place = useRef<HTMLElement>(null)
  const mine = assignments.find(({ assigneeId }) => assigneeId === viewer.memberId)
  const taking = useCommand(assignClaim, () => {
    toast(`${claimKey(claim.number)} is yours to see to.`)
    refresh()
  })
  const ending = useCommand(endAssignment, () => refresh())
  const busy = taking.busy || ending.busy
  const end = (id: string) => void ending.run({ articleId: article.id, id, reason: '' })
  function close() {
    setChoosing(null)
    place.current?.querySelector('button')?.focus()
  }
  if (assignments.length === 0 && !may('claim.take')) return null
  return (
    <section ref={place} aria-label="Assigned to" className="mb-2.5 text-[13px] leading-5">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <p className="flex flex-wrap items-center gap-x-1.5 text-ink2">
          {assignments.length === 0 ? <span className="text-ink3">Assigned to no one</span> : 'Assigned to '}
          {assignments.map(({ id, assigneeId }, at) => (
            <span key={id} className="inline-flex items-center gap-1">
              <Avatar name={nameOf(assigneeId)} size={18} />
              <span className="text-ink">
                {nameOf(assigneeId)}
                {assigneeId === viewer.memberId && ' (you)'}
                {at < assignments.length - 1 && ','}
              </span>
            </span>
          ))}
        </p>
        {may('claim.take') && (
          <span className="ml-auto flex items-center">
            <Button
              small
              tone="quiet"
              busy={busy}
              onClick={() => {
                if (mine) return end(mine.id)
                void taking.run({ articleId: article.id, claimId: claim.id, assigneeId: viewer.memberId, note: '' })
              }}
            >
              {mine ? 'Give back' : 'Take it'}
            </Button>
            {may('claim.assign') && (
              <AssignMenu assignments={assignments} onChoose={setChoosing} onEnd={(id) => !busy && end(id)} />
            )}
          </span>
        )}
      </div>
      {assignments.map(({ id, note, memberId, assigneeId }) => (
        <Fragment key={id}>
          {note && (
            <p className="text-ink3 [overflow-wrap:anywhere]">
              {nameOf(memberId)}
              {assignments.length > 1 && ` to ${nameOf(assigneeId)}`}: {note}
              <RedactButton id={id} what="assignment" />
            </p>
          )}
          <RedactedNote id={id} />
        </Fragment>
      ))}
      {choosing !== null && <AssignForm key={choosing} claim={claim} assigneeId={choosing} onClose={close} />}
      <ProblemNote command={taking.problem ? taking : ending} />
    </section>
  )
}
