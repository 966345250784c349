'use client'

import type { ReactNode } from 'react'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'
import { TextArea } from './field.tsx'
import { ProblemNote } from './problem-note.tsx'
import type { Command } from './use-command.ts'
import { When } from './when.tsx'

type Props = {
  open: boolean
  onClose: () => void
  title: string
  /** What goes with it, as a sentence. */
  goes: string
  reason: string
  onReason: (reason: string) => void
  command: Command<object>
  onSubmit: () => void
  children?: ReactNode
}

/** Asks for the reason of a redaction, after saying what goes, what stays, and that no one can undo it. */
export function RedactDialog({ open, onClose, title, goes, reason, onReason, command, onSubmit, children }: Props) {
  return (
    <Dialog open={open} onClose={onClose} title={title}>
      <form
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault()
          onSubmit()
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.metaKey || event.ctrlKey)) return
          event.preventDefault()
          event.currentTarget.requestSubmit()
        }}
      >
        <p className="text-ink2">
          <b className="font-semibold text-ink">Goes for good:</b> {goes} No one can bring it back.
        </p>
        <p className="text-ink2">
          <b className="font-semibold text-ink">Stays:</b> that something was here, who recorded it and when, and that
          you redacted it, with your reason. The record still verifies.
        </p>
        <p className="text-[13px] text-ink3">
          Backups, reports that were saved elsewhere and drafts in other people’s browsers are out of reach.
        </p>
        {children}
        <TextArea
          label="Reason"
          name="reason"
          required
          rows={2}
          value={reason}
          onChange={onReason}
          error={command.errors.reason}
          hint="Stays in the record, for everyone on the desk. Do not repeat the words."
          autoFocus
        />
        <ProblemNote command={command} />
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" tone="stop" busy={command.busy}>
            Redact
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

/** Who redacted what was here, when and why. */
export function RedactedBy({
  name,
  at,
  reason,
  what = '',
}: {
  name: string
  at: string
  reason: string
  what?: string
}) {
  return (
    <p className="text-[12.5px] leading-[18px] text-ink3 italic [overflow-wrap:anywhere]">
      {what && `${what}: `}Redacted by {name}, <When at={at} />: {reason}
    </p>
  )
}
