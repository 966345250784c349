'use client'

import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { toast } from 'sonner'
import { ArticleFileField } from '@/components/article/file-field.tsx'
import { TopBar } from '@/components/shell/top-bar.tsx'
import { Button } from '@/components/ui/button.tsx'
import { buttonClass } from '@/components/ui/button-class.ts'
import { TextArea } from '@/components/ui/field.tsx'
import { useCommand } from '@/components/ui/use-command.ts'
import { useDraft } from '@/components/ui/use-draft.ts'
import { previewUpstream, takeUpstream } from '@/lib/actions/recording.ts'
import type { Viewer } from '@/lib/view/galley.ts'
import { PreviewPanel, type Signed } from './preview-panel.tsx'
import { usePreview } from './use-preview.ts'

type Props = { article: { id: string; slug: string; title: string }; viewer: Viewer }

/** A newer state of the article from where it came from: compared claim by claim, then recorded as one revision. */
export function UpstreamScreen({ article, viewer }: Props) {
  const router = useRouter()
  const [draft, change, forget] = useDraft(`upstream.${article.id}`, { text: '' })
  /** The text that the preview is of. */
  const [text, setText] = useState('')
  const [reason, setReason] = useState('')
  const state = usePreview((decided) => previewUpstream({ articleId: article.id, text: draft.text, ...decided }))
  const command = useCommand(
    (signed: Signed & { commandId: string }) =>
      takeUpstream({ articleId: article.id, text, ...state.decided, ...signed }),
    (taken) => {
      if (taken?.outcome === 'moved_on') {
        state.replace(taken.preview)
        toast('The article went on meanwhile. Nothing was recorded; here is what it would come to now.')
        return
      }
      forget()
      if (taken?.outcome === 'recorded')
        toast(
          `Recorded as revision ${taken.revision}.${taken.stale === 0 ? '' : ` ${taken.stale === 1 ? '1 claim says' : `${taken.stale} claims say`} something else now; checks of the earlier wording are stale.`}`,
        )
      router.push(`/articles/${article.slug}`)
      router.refresh()
    },
  )
  function submit(event: FormEvent) {
    event.preventDefault()
    setText(draft.text)
    void state.look()
  }
  const { preview } = state
  return (
    <>
      <TopBar
        viewer={viewer}
        crumbs={[
          { href: '/', words: 'Desk' },
          { href: `/articles/${article.slug}`, words: article.title },
          { words: 'Update from upstream' },
        ]}
      >
        <Link prefetch={false} className={buttonClass()} href={`/articles/${article.slug}`}>
          Back to the galley
        </Link>
      </TopBar>
      <main className="mx-auto max-w-[760px] px-5 py-8">
        <h1 className="font-serif text-[28px] font-semibold leading-9 tracking-tight">Update from upstream</h1>
        <p className="mt-1 mb-6 text-ink2">
          The current text at its origin, in the form it was imported in. Claims that did not change keep their checks;
          what the desk changed and upstream did not stays as the desk has it.
        </p>
        {viewer.archived ? (
          <p className="text-ink2">The article is archived. Bring it back first, from its details.</p>
        ) : (
          <form onSubmit={submit} noValidate className="flex flex-col gap-4">
            <ArticleFileField
              onText={(read) => {
                state.forget()
                change({ text: read })
              }}
            />
            <TextArea
              label="Text"
              name="text"
              required
              rows={preview ? 4 : 14}
              value={draft.text}
              onChange={(typed) => {
                state.forget()
                change({ text: typed })
              }}
              error={state.problem?.fields?.text}
            />
            {state.problem && !state.problem.fields?.text && (
              <p role="alert" className="rounded-r-md border-l-[3px] border-ref bg-ref-soft px-3 py-2 text-[13px]">
                {state.problem.message}
              </p>
            )}
            <Button type="submit" tone={preview ? 'plain' : 'go'} className="self-start" busy={state.busy}>
              {state.busy ? 'Comparing…' : 'Review changes'}
            </Button>
          </form>
        )}
        {preview && !viewer.archived && (
          <div className="mt-8">
            <PreviewPanel
              {...{ preview, state, command, reason }}
              onReason={setReason}
              begun="Compared with what upstream said last; the desk has gone on since."
              theirs="Upstream"
              proposes={false}
              always
              act={`Record as revision ${preview.head + 1}`}
            />
          </div>
        )}
      </main>
    </>
  )
}
