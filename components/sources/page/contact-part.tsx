'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { toast } from 'sonner'
import { Button } from '@/components/ui/button.tsx'
import { TextArea } from '@/components/ui/field.tsx'
import { ProblemNote } from '@/components/ui/problem-note.tsx'
import { useCommand } from '@/components/ui/use-command.ts'
import { setContact } from '@/lib/actions/source.ts'
import type { SourceDto } from '@/lib/view/shelf.ts'
import { CONTACT_HINT } from '../source-fields.tsx'
import { focusPart } from './focus-part.ts'

type Props = { workspaceId: string; sourceId: string; contact: SourceDto['contact']; maySet: boolean }

/** How whoever spoke to the desk is reached. It is no part of the record that is handed over. */
export function ContactPart({ workspaceId, sourceId, contact, maySet }: Props) {
  const router = useRouter()
  const [editing, setEditing] = useState(false)
  const [words, setWords] = useState(contact.words)
  const command = useCommand(setContact, () => {
    setEditing(false)
    focusPart('contact')
    toast('Recorded.')
    router.refresh()
  })
  if (editing)
    return (
      <form
        aria-label="Contact"
        className="flex flex-col items-stretch gap-3"
        onSubmit={(event) => {
          event.preventDefault()
          void command.run({ workspaceId, sourceId, contact: words })
        }}
      >
        <TextArea
          label="Contact"
          name="contact"
          rows={2}
          autoFocus
          value={words}
          onChange={setWords}
          hint={`${CONTACT_HINT} Empty takes it away.`}
          error={command.errors.contact}
        />
        <ProblemNote command={command} />
        <div className="flex gap-2">
          <Button type="submit" tone="go" busy={command.busy}>
            Record
          </Button>
          <Button
            onClick={() => {
              setEditing(false)
              focusPart('contact')
            }}
          >
            Cancel
          </Button>
        </div>
      </form>
    )
  return (
    <div className="flex flex-col items-start gap-2 text-[13px]">
      {contact.state === 'shown' && <p className="whitespace-pre-line [overflow-wrap:anywhere]">{contact.words}</p>}
      <p className="text-ink3">
        {contact.state === 'shown'
          ? CONTACT_HINT
          : contact.state === 'hidden'
            ? 'There is a contact, and your role does not see it. Ask an editor, or the person who recorded it.'
            : 'None is recorded.'}
      </p>
      {maySet && contact.state !== 'hidden' && (
        <Button
          small
          onClick={() => {
            setWords(contact.words)
            setEditing(true)
          }}
        >
          {contact.state === 'shown' ? 'Change' : 'Add a contact'}
        </Button>
      )}
    </div>
  )
}
