'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { toast } from 'sonner'
import { Button } from '@/components/ui/button.tsx'
import { TextArea, TextField } from '@/components/ui/field.tsx'
import { ProblemNote } from '@/components/ui/problem-note.tsx'
import { useCommand } from '@/components/ui/use-command.ts'
import { useDraft } from '@/components/ui/use-draft.ts'
import { amendDetails } from '@/lib/actions/article-detail.ts'
import { ARTICLE_DETAILS, type ArticleDetail, DETAIL_LABEL } from '@/lib/domain/article/detail.ts'
import type { DetailsView } from '@/lib/view/article-detail.ts'

/** What was typed over which moment of the record: what was left alone follows it. */
type Draft = Partial<Record<ArticleDetail, string>> & { seq?: number; reason: string }

const EMPTY: Draft = { reason: '' }

const HINTS: Partial<Record<ArticleDetail, string>> = {
  language: 'A code, such as en, be or uk. Text that is edited from now on is cut into sentences by its rules.',
  licence: 'Such as CC BY-SA 4.0.',
  attribution: 'Whom to name.',
  originUrl: 'The address the text was taken from.',
}

/** The details of an article, to be changed; what someone else changed meanwhile is shown before it is replaced. */
export function DetailsForm({ article, seq }: DetailsView) {
  const router = useRouter()
  const [draft, change, forget] = useDraft<Draft>(`details.${article.id}`, EMPTY)
  const [theirs, setTheirs] = useState<Partial<Record<ArticleDetail, string | null>>>({})
  const alert = useRef<HTMLDivElement>(null)
  const conflicts = ARTICLE_DETAILS.filter((detail) => detail in theirs)
  const command = useCommand(amendDetails, (answer) => {
    if (answer?.outcome === 'conflict') {
      // Sent again, it is meant: they have seen what it replaces.
      change({ seq: answer.seq })
      return setTheirs(Object.fromEntries(answer.details.map((detail) => [detail, answer.now[detail]])))
    }
    setTheirs({})
    forget()
    toast(
      answer?.outcome === 'unchanged' ? 'Nothing was different, so nothing was recorded.' : 'The details were changed.',
    )
    router.refresh()
  })
  useEffect(() => {
    if (Object.keys(theirs).length > 0) alert.current?.focus()
  }, [theirs])

  const textIn = (detail: ArticleDetail) => draft[detail] ?? article[detail] ?? ''
  const type = (detail: ArticleDetail) => (text: string) => {
    const { [detail]: _, ...others } = theirs
    setTheirs(others)
    change({ [detail]: text, seq: draft.seq ?? seq })
  }
  const changed = ARTICLE_DETAILS.filter(
    (detail) => draft[detail] !== undefined && draft[detail].trim() !== (article[detail] ?? ''),
  )

  function submit(event: FormEvent) {
    event.preventDefault()
    if (changed.length === 0) return toast('Nothing was changed yet.')
    const changes = Object.fromEntries(changed.map((detail) => [detail, textIn(detail)]))
    void command.run({ articleId: article.id, seq: draft.seq ?? seq, changes, reason: draft.reason })
  }

  const field = (detail: ArticleDetail) => ({
    label: DETAIL_LABEL[detail],
    name: detail,
    value: textIn(detail),
    onChange: type(detail),
    error: command.errors[detail],
    hint: HINTS[detail],
  })

  return (
    <form onSubmit={submit} noValidate aria-label="Details" className="flex flex-col gap-4">
      <TextField {...field('title')} required />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField {...field('language')} required />
        <TextField {...field('licence')} />
      </div>
      <TextField {...field('attribution')} />
      <TextField {...field('originUrl')} type="url" />
      <TextArea
        label="Reason"
        name="reason"
        rows={2}
        value={draft.reason}
        onChange={(reason) => change({ reason })}
        error={command.errors.reason}
        hint="Why they change, for anyone who reads the history. Optional."
      />
      <ProblemNote command={command} />
      {conflicts.length > 0 && (
        <div
          ref={alert}
          tabIndex={-1}
          role="alert"
          className="rounded-lg border border-sta p-3 text-[14px] outline-none"
        >
          <p className="font-medium">
            Someone changed the same meanwhile. Nothing was recorded; what you typed is kept.
          </p>
          <ul className="my-2 space-y-2">
            {conflicts.map((detail) => (
              <li key={detail} className="[overflow-wrap:anywhere]">
                {DETAIL_LABEL[detail]}: it is now <b>{theirs[detail] || 'empty'}</b>; you typed{' '}
                <b>{textIn(detail).trim() || 'nothing'}</b>.{' '}
                <Button
                  small
                  onClick={() => {
                    type(detail)(theirs[detail] ?? '')
                    router.refresh()
                  }}
                >
                  Keep theirs<span className="sr-only"> as {DETAIL_LABEL[detail].toLowerCase()}</span>
                </Button>
              </li>
            ))}
          </ul>
          <p>Save again to replace it with what you typed.</p>
        </div>
      )}
      <div className="flex flex-wrap items-center gap-2">
        <Button type="submit" tone="go" busy={command.busy}>
          {command.busy ? 'Saving…' : 'Save details'}
        </Button>
        {(changed.length > 0 || draft.reason !== '') && (
          <Button
            tone="quiet"
            onClick={() => {
              forget()
              setTheirs({})
              command.clear()
            }}
          >
            Discard what I typed
          </Button>
        )}
      </div>
    </form>
  )
}
