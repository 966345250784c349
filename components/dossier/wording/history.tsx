'use client'

import { useEffect, useRef, useState } from 'react'
import { toast } from 'sonner'
import { useGalley } from '@/components/article/article-context.ts'
import { Button } from '@/components/ui/button.tsx'
import { TextField } from '@/components/ui/field.tsx'
import { FormFooter } from '@/components/ui/form-footer.tsx'
import { Kbd } from '@/components/ui/kbd.tsx'
import { OpenedForm } from '@/components/ui/opened-form.tsx'
import { ProblemNote } from '@/components/ui/problem-note.tsx'
import { useCommand } from '@/components/ui/use-command.ts'
import { useDraft } from '@/components/ui/use-draft.ts'
import { When } from '@/components/ui/when.tsx'
import { DiffView } from '@/components/wording/diff-view.tsx'
import { Words } from '@/components/wording/words.tsx'
import { markCheckable, restore, withdrawProposal } from '@/lib/actions/wording.ts'
import { withLabel } from '@/lib/domain/article/framing.ts'
import { claimKey } from '@/lib/domain/claim/claim.ts'
import { whyNotRestore } from '@/lib/domain/claim/wording.ts'
import { REDACTED } from '@/lib/domain/desk/redaction.ts'
import { mayChangeProposal } from '@/lib/domain/revision/proposal-right.ts'
import type { Dossier, WordingDto } from '@/lib/view/dossier.ts'
import { RedactButton, RedactedNote } from '../frame/redaction.tsx'
import { Section } from '../frame/section.tsx'
import { showInPanel } from '../frame/show-in-panel.ts'
import { Blame } from './blame.tsx'

const STATE: Record<WordingDto['state'], string> = {
  accepted: 'current',
  superseded: 'superseded',
  proposed: 'waits for review',
  rejected: 'rejected',
  withdrawn: 'withdrawn',
  inherited: 'came with words of another claim',
}

/** The same of a revision that is past. */
const STATE_THEN: Partial<typeof STATE> = { accepted: 'current then', proposed: 'waited for review' }

/** What the claim says now has to be words: it is reworded first. What waits is answered first. */
const REDACTABLE: WordingDto['state'][] = ['superseded', 'rejected', 'withdrawn', 'inherited']

/** All wordings of a claim, newest first, each against the one it was written over. */
export function History({ dossier }: { dossier: Dossier }) {
  const { pane, openPane, may } = useGalley()
  const top = useRef<HTMLDivElement>(null)
  const { wordings } = dossier
  const head = wordings.find((wording) => wording.state === 'accepted')
  const checks = [...dossier.citations, ...dossier.assessments].filter(({ fresh }) => fresh).length
  useEffect(() => {
    if (pane === 'history' && top.current) showInPanel(top.current)
  }, [pane])
  return (
    <div ref={top} className="scroll-mt-2">
      <Section
        title="History"
        note={`${wordings.length} ${wordings.length === 1 ? 'wording' : 'wordings'}`}
        action={
          may('wording.propose') &&
          pane !== 'edit' && (
            <span className="flex gap-1">
              <Button small tone="quiet" onClick={() => openPane('structure')}>
                Split or merge
              </Button>
              <Button small tone="quiet" onClick={() => openPane('edit')}>
                Edit <Kbd>e</Kbd>
              </Button>
            </span>
          )
        }
      >
        <Blame key={dossier.claim.wordingId} claim={dossier.claim} />
        <ol aria-label="Wordings" className="space-y-3">
          {wordings.map((wording) => (
            <Wording
              key={wording.id}
              wording={wording}
              base={wordings.find(({ id }) => id === wording.baseId)}
              head={head}
              checks={checks}
              claimId={dossier.claim.id}
            />
          ))}
        </ol>
        {may('claim.mark_checkable') && <Checkable dossier={dossier} />}
      </Section>
    </div>
  )
}

type Props = {
  wording: WordingDto
  base: WordingDto | undefined
  /** What the claim says now. */
  head: WordingDto | undefined
  /** Checks of the present wording that another would make stale. */
  checks: number
  claimId: string
}

function Wording({ wording, base, head, checks, claimId }: Props) {
  const [headId, setHeadId] = useState('')
  const isMoved = headId !== '' && head !== undefined && head.id !== headId
  const { article, viewer, nameOf, may, refresh, revision } = useGalley()
  // A redaction may have taken only the summary that the wording was recorded with.
  const redacted = wording.text.trim() === REDACTED
  const [asking, setAsking] = useState(false)
  const [{ reason }, change, forget] = useDraft(`restore.${wording.id}`, { reason: '' })
  const restoring = useCommand(restore, (value) => {
    setAsking(false)
    if (value?.outcome === 'conflict') toast('The wording changed meanwhile. Look at it and restore again.')
    else {
      forget()
      toast(value?.outcome === 'unchanged' ? 'The claim says that already.' : 'Restored as a new revision.')
    }
    refresh()
  })
  const withdrawing = useCommand(withdrawProposal, refresh)
  const { state } = wording
  const words = (revision !== null && STATE_THEN[state]) || STATE[state]
  return (
    <li className="border-l-2 border-line pl-3">
      <p className="font-serif text-[15.5px] leading-6 [overflow-wrap:anywhere]">
        {base ? <DiffView before={spoken(base)} after={spoken(wording)} /> : <Words text={spoken(wording)} />}
      </p>
      <p className="text-[12.5px] leading-[18px] text-ink3">
        {wording.cameFrom === null ? words : `came with the words of ${claimKey(wording.cameFrom)}`}
        {wording.revision !== null && ` · revision ${wording.revision}`} ·{' '}
        {wording.authorId ? nameOf(wording.authorId) : 'imported'} · <When at={wording.at} />
        {REDACTABLE.includes(state) && <RedactButton id={wording.id} what="wording" gone={redacted} />}
      </p>
      {wording.section !== null && (
        <p className="text-[13px] leading-[18px] text-sta">
          Moved to “<bdi>{wording.section}</bdi>”, which made its checks stale
        </p>
      )}
      {wording.reason && wording.baseId && <p className="text-[13px] leading-[18px] text-ink2">{wording.reason}</p>}
      {wording.reviewerId && (
        <p className="text-[13px] leading-[18px] text-ink2">
          {state === 'rejected' ? 'Rejected' : 'Accepted'} by {nameOf(wording.reviewerId)}
          {wording.reviewReason && `: ${wording.reviewReason}`}
        </p>
      )}
      <RedactedNote id={wording.id} />
      {state === 'proposed' && revision === null && mayChangeProposal(viewer, wording.authorId) && (
        <Button
          small
          tone="quiet"
          busy={withdrawing.busy}
          onClick={() => void withdrawing.run({ articleId: article.id, wordingId: wording.id, reason: '' })}
        >
          Withdraw the proposal
        </Button>
      )}
      {may('wording.restore') && whyNotRestore(wording) === null && !sameAs(wording, head) && !asking && (
        <Button
          small
          tone="quiet"
          onClick={() => {
            setHeadId(head?.id ?? '')
            setAsking(true)
          }}
        >
          Restore this wording
        </Button>
      )}
      {asking && (
        <OpenedForm
          label="Restore this wording"
          className="mt-1 flex flex-col gap-2"
          onClose={() => setAsking(false)}
          onSubmit={() =>
            void restoring.run({ articleId: article.id, claimId, wordingId: wording.id, baseId: headId, reason })
          }
        >
          {head && (
            <p className="text-[13px] leading-5 text-ink2">
              What it says now, and would say:{' '}
              <span className="font-serif text-[15.5px] leading-6">
                <DiffView before={spoken(head)} after={spoken(wording)} />
              </span>
              {checks > 0 &&
                ` ${checks} ${checks === 1 ? 'check' : 'checks'} of the present wording would need another look.`}
            </p>
          )}
          {isMoved && (
            <p role="alert" className="border-l-[3px] border-sta bg-hover px-3 py-2 text-[13px] text-ink2">
              The claim was reworded while this was open; the difference above is the new one.{' '}
              <Button small onClick={() => setHeadId(head?.id ?? '')}>
                I have read it
              </Button>
            </p>
          )}
          <TextField
            label="Reason"
            name="reason"
            required
            value={reason}
            onChange={(typed) => change({ reason: typed })}
            error={restoring.errors.reason}
          />
          <ProblemNote command={restoring} />
          <FormFooter send="Restore" busy={restoring.busy} disabled={isMoved} small onCancel={() => setAsking(false)} />
        </OpenedForm>
      )}
      <ProblemNote command={withdrawing} />
    </li>
  )
}

/** It says what the claim says now: restoring it would change nothing. */
function sameAs(wording: WordingDto, head: WordingDto | undefined): boolean {
  return head !== undefined && wording.text.trim() === head.text.trim()
}

/** A wording with its label, as it is shown outside the article. */
function spoken({ label, text }: WordingDto): string {
  return withLabel(label, text.trim())
}

function Checkable({ dossier }: { dossier: Dossier }) {
  const { article, refresh } = useGalley()
  const [asking, setAsking] = useState(false)
  const [{ reason }, change, forget] = useDraft(`checkable.${dossier.claim.id}`, { reason: '' })
  const not = dossier.claim.status === 'not_checkable'
  const command = useCommand(markCheckable, () => {
    setAsking(false)
    forget()
    refresh()
  })
  const words = not ? 'This can be checked after all' : 'Mark as not checkable'
  if (!asking)
    return (
      <Button small tone="quiet" className="mt-3" onClick={() => setAsking(true)}>
        {words}
      </Button>
    )
  return (
    <OpenedForm
      label={words}
      className="mt-3 flex flex-col gap-2 rounded-lg border border-line bg-sheet p-3"
      onClose={() => setAsking(false)}
      onSubmit={() => void command.run({ articleId: article.id, claimId: dossier.claim.id, checkable: not, reason })}
    >
      <TextField
        label={`${words}: why?`}
        name="reason"
        required
        value={reason}
        onChange={(typed) => change({ reason: typed })}
        error={command.errors.reason}
        placeholder="An opinion, a heading, a connective…"
      />
      <ProblemNote command={command} />
      <FormFooter send={words} busy={command.busy} small onCancel={() => setAsking(false)} />
    </OpenedForm>
  )
}
