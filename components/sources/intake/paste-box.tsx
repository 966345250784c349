'use client'

import { type ClipboardEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { Button } from '@/components/ui/button.tsx'
import { FileButton } from '@/components/ui/file-button.tsx'
import { readEntry } from '@/lib/domain/source/entry.ts'
import type { SourceType } from '@/lib/domain/source/source.ts'
import { FileDrop } from '../file-drop.tsx'
import { ByHand } from './by-hand.tsx'
import { IntakeList } from './intake-list.tsx'
import { type Added, useIntake } from './use-intake.ts'

export type { Added } from './use-intake.ts'

const ACCEPT = '.pdf,.html,.htm,.txt,.md,.bib,.bibtex,.ris,.json,.csl,image/*,text/*,application/pdf'
const QUICK: [SourceType | '', string][] = [
  ['interview', 'Interview'],
  ['document', 'Document'],
  ['broadcast', 'Recording'],
  ['dataset', 'Dataset'],
  ['', 'Anything by hand'],
]

type Props = {
  workspaceId: string
  onAdded: (added: Added) => void
  /** Words that are neither an address nor a record; without it they become the title of a source by hand. */
  onWords?: (text: string) => void
  autoFocus?: boolean
  /** Added as soon as the box is there, as if it had been pasted. */
  start?: string
  /** What taking up one of several sources is called. */
  chooseWords?: string
  /** Whether sources can be written down by hand here; not where a form of its own cannot stand. */
  byHand?: boolean
  /** A whole bibliography was added. */
  onImported?: () => void
  /** Something is on its way, and would be lost if this went away. */
  onBusy?: (busy: boolean) => void
}

/** The one box for a new source: an address, a number, a record or a file; a machine fills in what it can. */
export function PasteBox({
  workspaceId,
  onAdded,
  onWords,
  autoFocus = false,
  start = '',
  chooseWords = 'Use this one',
  byHand = true,
  onImported,
  onBusy,
}: Props) {
  const id = useId()
  const [text, setText] = useState('')
  const [hand, setHand] = useState<{ type?: SourceType | ''; title?: string } | null>(null)
  const box = useRef<HTMLTextAreaElement>(null)
  const [returned, setReturned] = useState(false)
  const intake = useIntake(workspaceId, onAdded)

  const busy = intake.entries.some(({ stage }) => stage.at === 'busy' || stage.at === 'waiting')
  useEffect(() => onBusy?.(busy), [busy, onBusy])

  const started = useRef(false)
  const { take } = intake
  useEffect(() => {
    if (started.current || start.trim() === '') return
    started.current = true
    take([{ text: start.trim() }])
  }, [start, take])

  // What could not be taken stands in the box again, to be put right; unless something else does by now.
  const back = useRef(new Set<string>())
  useEffect(() => {
    for (const { id: entry, what, stage } of intake.entries) {
      if (stage.at !== 'failed') back.current.delete(entry)
      if (stage.at !== 'failed' || !('text' in what) || back.current.has(entry)) continue
      back.current.add(entry)
      setText((now) => (now === '' ? what.text : now))
    }
  }, [intake.entries])

  function submit(said: string) {
    const whole = said.trim()
    if (whole === '') return
    if (readEntry(whole).kind !== 'words') {
      setText('')
      for (const { id: entry, what, stage } of intake.entries)
        if (stage.at === 'failed' && 'text' in what) intake.drop(entry)
      intake.take([{ text: whole }])
    } else if (onWords) onWords(whole)
    else if (byHand) setHand({ title: whole })
  }

  function onPaste(event: ClipboardEvent<HTMLTextAreaElement>) {
    const files = [...event.clipboardData.files]
    const said = event.clipboardData.getData('text/plain')
    if (files.length > 0 && said === '') {
      event.preventDefault()
      intake.take(files.map((file) => ({ file })))
    } else if (text.trim() === '' && said.trim() !== '' && readEntry(said).kind !== 'words') {
      event.preventDefault()
      submit(said)
    }
  }

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    const wanted = event.ctrlKey || event.metaKey || (!text.includes('\n') && !event.shiftKey)
    if (event.key !== 'Enter' || !wanted || event.nativeEvent.isComposing) return
    event.preventDefault()
    submit(text)
  }

  if (hand) {
    return (
      <ByHand
        workspaceId={workspaceId}
        start={hand}
        onAdded={onAdded}
        onCancel={() => {
          setReturned(true)
          setHand(null)
        }}
      />
    )
  }
  return (
    <FileDrop onFiles={(files) => intake.take(files.map((file) => ({ file })))}>
      <div className="flex flex-col gap-1">
        <label htmlFor={id} className="text-[13px] font-medium text-ink2">
          Paste an address, a DOI, an ISBN or a record; or drop a file
        </label>
        <textarea
          ref={box}
          id={id}
          rows={1}
          value={text}
          // biome-ignore lint/a11y/noAutofocus: asked for where a dialog opened for this box
          autoFocus={autoFocus || returned}
          placeholder="https://…, 10.1000/182, 978…, @article{…}"
          aria-describedby={`${id}-hint`}
          onChange={(event) => setText(event.target.value)}
          onPaste={onPaste}
          onKeyDown={onKeyDown}
          className="max-h-[40dvh] min-h-10 w-full resize-none rounded-[7px] border border-line bg-raise px-2.5 py-2 text-ink [field-sizing:content] placeholder:text-ink3"
        />
        <p id={`${id}-hint`} className="text-xs leading-4 text-ink3">
          Files: PDF, picture, HTML or text, up to 50 MB each; a bibliography as .bib, .ris or .json.
        </p>
      </div>
      <div className="flex flex-wrap gap-2">
        <Button tone="go" aria-disabled={text.trim() === '' || undefined} onClick={() => submit(text)}>
          Add
        </Button>
        <FileButton
          words="Choose files…"
          accept={ACCEPT}
          onFiles={(files) => intake.take(files.map((file) => ({ file })))}
        />
      </div>
      <IntakeList {...{ workspaceId, intake, onAdded, chooseWords, onImported }} onGone={() => box.current?.focus()} />
      {byHand && (
        <div className="flex flex-wrap items-center gap-x-1 gap-y-1 border-line border-t pt-3 text-[13px]">
          <span className="mr-1 text-ink3">Not on the web?</span>
          {QUICK.map(([type, words]) => (
            <Button key={words} small tone="quiet" onClick={() => setHand({ type, title: text.trim() })}>
              {words}
            </Button>
          ))}
        </div>
      )}
    </FileDrop>
  )
}
