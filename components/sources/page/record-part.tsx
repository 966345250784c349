'use client'

import { useRouter } from 'next/navigation'
import { type ReactNode, useState } from 'react'
import { toast } from 'sonner'
import { Button } from '@/components/ui/button.tsx'
import { ProblemNote } from '@/components/ui/problem-note.tsx'
import { useCommand } from '@/components/ui/use-command.ts'
import { amend } from '@/lib/actions/source.ts'
import { FIELD_LABEL, type FilledField } from '@/lib/domain/source/fill.ts'
import { formOf, isPersonal, recordKey } from '@/lib/domain/source/form.ts'
import { foundChoices } from '@/lib/domain/source/found.ts'
import { authorWords, type Csl, partialDateWords, SOURCE_TYPES } from '@/lib/domain/source/source.ts'
import { FoundChoices } from '../found-choices.tsx'
import { WaitingMark } from '../waiting-mark.tsx'
import { focusPart } from './focus-part.ts'
import { RecordForm, type RecordProps } from './record-form.tsx'
import { SameNote } from './same-note.tsx'

/** The record of a source. Fields that a machine filled say so until someone accepts or corrects them. */
export function RecordPart(props: RecordProps) {
  const { workspaceId, sourceId, csl, unconfirmed, found, mayAmend } = props
  const form = formOf(csl)
  const router = useRouter()
  const [editing, setEditing] = useState(false)
  const [same, setSame] = useState<string | null>(null)
  const accept = useCommand(amend, (answer) => {
    setSame(answer?.outcome === 'same_as' ? answer.sourceId : null)
    if (answer?.outcome === 'same_as') return
    if (answer?.outcome === 'changed') {
      toast('Someone changed this record a moment ago. Nothing was accepted; look at it as it is now.')
      return router.refresh()
    }
    toast('Accepted.')
    focusPart('record')
    router.refresh()
  })
  /** Whoever takes one of several has compared them: the field waits no longer. */
  const take = (field: FilledField) => (value: string) =>
    void accept.run({
      workspaceId,
      sourceId,
      seen: recordKey(csl),
      record: { ...form, [field]: value, unconfirmed: unconfirmed.filter((name) => name !== field) },
    })
  if (editing)
    return (
      <RecordForm
        {...props}
        onEnd={() => {
          setEditing(false)
          focusPart('record')
          router.refresh()
        }}
      />
    )
  return (
    <div>
      <dl className="grid grid-cols-[minmax(84px,110px)_minmax(0,1fr)] gap-x-3 gap-y-1.5">
        {factsOf(csl, unconfirmed).map(([field, label, value]) => (
          <div key={label} className="contents">
            <dt className="text-ink3">{label}</dt>
            <dd className="flex min-w-0 flex-wrap items-baseline gap-x-2.5 [overflow-wrap:anywhere]">
              <span className="min-w-0">{value}</span>
              {field && unconfirmed.includes(field) && (
                <>
                  <WaitingMark short />
                  <FoundChoices
                    field={field}
                    choices={foundChoices(found, field, form[field])}
                    busy={accept.busy}
                    onTake={mayAmend ? take(field) : undefined}
                  />
                </>
              )}
            </dd>
          </div>
        ))}
      </dl>
      {unconfirmed.length > 0 && (
        <p className="mt-3 text-[13px] text-ink2">
          <span aria-hidden="true">◌ </span>
          {unconfirmed.length === 1 ? 'One field was filled' : `${unconfirmed.length} fields were filled`} by machine,
          and are unconfirmed until someone compares them with the source.
        </p>
      )}
      {mayAmend && (
        <div className="mt-3 flex flex-wrap items-center gap-2">
          {unconfirmed.length > 0 && (
            <Button
              tone="go"
              busy={accept.busy}
              onClick={() =>
                void accept.run({ workspaceId, sourceId, seen: recordKey(csl), record: { ...form, unconfirmed: [] } })
              }
            >
              Accept {unconfirmed.length === 1 ? `the ${fieldWords(unconfirmed[0])}` : `all ${unconfirmed.length}`}
            </Button>
          )}
          <Button onClick={() => setEditing(true)}>Edit the record</Button>
        </div>
      )}
      <div className="mt-2">
        <ProblemNote command={accept} />
        {same && <SameNote {...props} same={same} />}
      </div>
    </div>
  )
}

const fieldWords = (field: string | undefined) => FIELD_LABEL[field as FilledField] ?? 'field'

function factsOf(csl: Csl, unconfirmed: string[]): [FilledField | null, string, ReactNode][] {
  const issued = csl.issued?.['date-parts'][0]
  const facts: [FilledField | null, string, ReactNode][] = [
    // It stands above the page already, but has to be accepted like the others.
    ['title', 'Title', unconfirmed.includes('title') && csl.title],
    ['type', 'Kind', SOURCE_TYPES[csl.type]],
    ['authors', isPersonal(csl.type) ? 'Person' : 'Authors', csl.author && authorWords(csl.author)],
    ['container', 'Publication', csl['container-title']],
    ['publisher', 'Publisher', csl.publisher],
    ['date', 'Date', issued && partialDateWords(issued)],
    [null, 'Medium', csl.medium],
    ['language', 'Language', csl.language],
    ['doi', 'DOI', csl.DOI],
    ['isbn', 'ISBN', csl.ISBN],
    [null, 'Address', csl.URL && <Outside href={csl.URL} />],
  ]
  return facts.filter(([, , value]) => value)
}

/** The source itself, for whoever wants to go there; nothing is told to it of where they came from. */
function Outside({ href }: { href: string }) {
  return (
    <a className="text-pencil underline [overflow-wrap:anywhere]" href={href} rel="noreferrer noopener" target="_blank">
      {href}
      <span className="sr-only"> (opens in a new tab)</span>
    </a>
  )
}
