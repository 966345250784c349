'use client'

import { useEffect, useRef, useState } from 'react'
import { useGalley } from '@/components/article/article-context.ts'
import { Button } from '@/components/ui/button.tsx'
import { CopyButton } from '@/components/ui/copy-button.tsx'
import { readDraft, writeDraft } from '@/components/ui/draft-store.ts'
import { claimKey } from '@/lib/domain/claim/claim.ts'
import { KINDS } from './unsent.tsx'

type Gone = { id: string; number: number }
type Text = { kind: string; words: string; text: string }

/** The claim that was open, once a colleague took it out or merged it into another, and something was typed about it. */
export function useLeftBehind(): { gone: Gone | null; dismiss: () => void } {
  const { selected, claims, select } = useGalley()
  const open = selected === null ? undefined : claims.get(selected)
  const last = useRef<Gone | null>(null)
  if (open) last.current = { id: open.id, number: open.number }
  const [gone, setGone] = useState<Gone | null>(null)
  useEffect(() => {
    const before = last.current
    if (before && !claims.has(before.number) && textsOf(before.id).length > 0) setGone(before)
  }, [claims])
  const dismiss = () => {
    if (gone) for (const { kind } of textsOf(gone.id)) writeDraft(`${kind}.${gone.id}`, null)
    last.current = null
    setGone(null)
    if (selected === gone?.number) select(null)
  }
  return { gone, dismiss }
}

/** What they typed about it, to be copied. */
export function LeftBehind({ gone, onDismiss }: { gone: Gone; onDismiss: () => void }) {
  const note = useRef<HTMLElement>(null)
  const [texts, setTexts] = useState<Text[]>([])
  useEffect(() => {
    setTexts(textsOf(gone.id))
    note.current?.focus()
  }, [gone])
  return (
    <section
      ref={note}
      tabIndex={-1}
      role="alert"
      aria-label={`What you typed about ${claimKey(gone.number)}`}
      className="mb-4 rounded-r-md border-l-[3px] border-sta bg-hover px-3 py-3 text-[13px] leading-[19px] outline-none"
    >
      <p className="font-medium text-sta">{claimKey(gone.number)} was merged or taken out while you were writing.</p>
      <p className="mt-1 text-ink2">
        Nothing was recorded. What you typed is here; copy it to use it on another claim.
      </p>
      {texts.map(({ kind, words, text }) => (
        <div key={kind} className="mt-2">
          <p className="text-ink3">Your {words}</p>
          <p dir="auto" className="whitespace-pre-wrap font-serif text-[15px] leading-[22px] [overflow-wrap:anywhere]">
            {text}
          </p>
          <CopyButton words="Copy" done="Copied." text={() => text} className="-ml-2" />
        </div>
      ))}
      <Button small className="mt-2" onClick={onDismiss}>
        Dismiss
      </Button>
    </section>
  )
}

/** The sentences in kept drafts, without what was merely chosen. */
function textsOf(claimId: string): Text[] {
  return KINDS.flatMap(([kind, , words]) => {
    const {
      words: rationale,
      rationale: again,
      body,
      text,
      note,
      reason,
    } = readDraft(`${kind}.${claimId}`) as Record<string, unknown>
    const said = [rationale, again, body, text, note, reason].filter(
      (one): one is string => typeof one === 'string' && one.trim() !== '',
    )
    return said.length > 0 ? [{ kind, words: words.replace(/^an? /, ''), text: said.join('\n') }] : []
  })
}
