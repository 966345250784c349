'use client'

import type { JSONContent } from '@tiptap/core'
import { closeHistory } from '@tiptap/pm/history'
import { EditorContent, useEditor } from '@tiptap/react'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useEffect, useMemo, useRef, useState } from 'react'
import { toast } from 'sonner'
import { TopBar } from '@/components/desk/top-bar'
import { PreviewPanel, type Signed } from '@/components/recording/preview-panel'
import { usePreview } from '@/components/recording/use-preview'
import { Button } from '@/components/ui/button'
import { buttonClass } from '@/components/ui/button-class'
import { useCommand } from '@/components/ui/use-command'
import { useDraft } from '@/components/ui/use-draft'
import { previewDraft, recordDraft } from '@/lib/actions/recording'
import { may } from '@/lib/domain/permission'
import { articleEditing } from '@/lib/editor/article-editing'
import { draftBlocks } from '@/lib/editor/draft-document'
import { galleyExtensions } from '@/lib/editor/extensions'
import { galleyDocument } from '@/lib/editor/galley-document'
import type { EditingView } from '@/lib/schema/galley'
import { BlockBar } from './block-bar'

type Kept = { revision: number; document: JSONContent | null }
const NOTHING: Kept = { revision: 0, document: null }

/** The whole article, to be written in freely; on recording, what became of each claim is shown before it counts. */
export default function EditingScreen({ view }: { view: EditingView }) {
  const { article, viewer, revision, blocks, texts } = view
  const router = useRouter()
  const proposes = !may(viewer.role, 'wording.record')
  const [kept, keep, forget] = useDraft<Kept>(`edit.${article.id}`, NOTHING)
  const words = useMemo(() => new Map(texts), [texts])
  const source = useMemo(() => galleyDocument(blocks, (number) => words.get(number) ?? ''), [blocks, words])
  const [touched, setTouched] = useState(false)
  const [reason, setReason] = useState('')
  const begun = kept.document ? kept.revision : revision
  const opened = useRef(false)

  const editor = useEditor({
    immediatelyRender: false,
    injectCSS: false,
    content: source,
    extensions: [...galleyExtensions, articleEditing],
    editorProps: { attributes: { 'aria-label': 'The article’s text', role: 'textbox', 'aria-multiline': 'true' } },
    onUpdate: ({ editor: now }) => {
      // Whoever writes has what they write: nothing kept earlier is put in its place, nor the cursor moved.
      opened.current = true
      setTouched(true)
      keep({ revision: latest.current, document: now.getJSON() })
    },
  })
  const latest = useRef(begun)
  latest.current = begun

  // What was being written before a reload, a lost session or a closed tab's return.
  useEffect(() => {
    if (!editor || opened.current || !kept.document) return
    opened.current = true
    try {
      // No step of its own that could be undone: undo begins with what is written from here on.
      const doc = editor.schema.nodeFromJSON(kept.document)
      doc.check()
      const tr = editor.state.tr.replaceWith(0, editor.state.doc.content.size, doc.content)
      editor.view.dispatch(tr.setMeta('addToHistory', false))
      setTouched(true)
    } catch {
      forget()
    }
  }, [editor, kept.document, forget])

  const state = usePreview((decided) =>
    previewDraft({
      articleId: article.id,
      baseRevision: begun,
      blocks: draftBlocks(editor?.getJSON() ?? {}),
      ...decided,
    }),
  )
  const command = useCommand(
    (signed: Signed & { commandId: string }) =>
      recordDraft({
        articleId: article.id,
        baseRevision: begun,
        blocks: draftBlocks(editor?.getJSON() ?? {}),
        ...state.decided,
        ...signed,
      }),
    (taken) => {
      if (taken?.outcome === 'moved_on') {
        state.replace(taken.preview)
        toast('The article went on meanwhile. Nothing was recorded; here is what it would come to now.')
        return
      }
      forget()
      if (taken?.outcome === 'proposed') toast(`Proposed: ${changesIn(taken.wordings + taken.structures)} for review.`)
      else if (taken?.outcome === 'recorded') toast(`Recorded as revision ${taken.revision}.`)
      router.push(`/articles/${article.slug}`)
      router.refresh()
    },
  )
  // Words typed after the preview are not in it.
  const previewed = useRef<unknown>(null)
  const { preview, forget: forgetPreview } = state
  useEffect(() => {
    previewed.current = preview
    if (!editor || !preview) return
    const drop = () => forgetPreview()
    editor.on('update', drop)
    return () => {
      editor.off('update', drop)
    }
  }, [editor, preview, forgetPreview])

  return (
    <>
      <TopBar
        viewer={viewer}
        crumbs={[
          { href: '/', words: 'Desk' },
          { href: `/articles/${article.slug}`, words: article.title },
          { words: 'Edit the text' },
        ]}
      >
        <Link prefetch={false} className={buttonClass()} href={`/articles/${article.slug}`}>
          Back to the galley
        </Link>
      </TopBar>
      <div className="lg:grid lg:grid-cols-[minmax(0,1fr)_440px]">
        <main className="min-h-[calc(100dvh-52px)] bg-sheet px-5 pt-6 pb-10 lg:pb-[30dvh]">
          <div className="mx-auto max-w-[660px]">
            <h1 dir="auto" className="font-serif text-[32px] font-semibold leading-[38px] tracking-[-.015em]">
              {article.title}
            </h1>
            <p className="mt-1 mb-4 text-ink3">
              {kept.document && touched
                ? `Your draft, begun with revision ${begun}. It is kept in this tab until you record or discard it.`
                : `Revision ${revision}. Write anywhere; nothing is recorded until you have seen what it changes.`}
            </p>
            <div className="sticky top-[52px] z-10 -mx-2 mb-4 flex flex-wrap items-center gap-2 border-b border-line bg-sheet px-2 py-2">
              {editor && <BlockBar editor={editor} />}
              {touched && (
                <Button
                  small
                  tone="quiet"
                  onClick={() => {
                    state.forget()
                    if (editor) {
                      // A step like any other: undo brings the draft back.
                      const doc = editor.schema.nodeFromJSON(source)
                      const { size } = editor.state.doc.content
                      editor.view.dispatch(closeHistory(editor.state.tr.replaceWith(0, size, doc.content)))
                      editor.view.dispatch(closeHistory(editor.state.tr))
                    }
                    forget()
                    setTouched(false)
                    toast('Discarded. Undo brings it back.')
                    if (begun !== revision) router.refresh()
                  }}
                >
                  Discard
                </Button>
              )}
              <Button small tone="go" className="ml-auto" busy={state.busy} onClick={state.look}>
                See what changes
              </Button>
            </div>
            <div lang={article.language} className="sheet editing">
              <EditorContent editor={editor} />
            </div>
          </div>
        </main>
        <aside
          aria-label="Before recording"
          className="border-line bg-paper px-5 py-6 lg:sticky lg:top-[52px] lg:h-[calc(100dvh-52px)] lg:overflow-y-auto lg:border-l"
        >
          {state.problem && (
            <p role="alert" className="mb-4 rounded-r-md border-l-[3px] border-ref bg-ref-soft px-3 py-2 text-[13px]">
              {state.problem.message}
            </p>
          )}
          {preview ? (
            <PreviewPanel
              key={preview.head}
              {...{ preview, state, command, proposes, reason }}
              onReason={setReason}
              theirs="Your text"
              act={proposes ? 'Propose' : `Record as revision ${preview.head + 1}`}
            />
          ) : (
            <div className="text-[13px] leading-5 text-ink2">
              <h2 className="mb-1 text-[15px] font-semibold text-ink">Before recording</h2>
              <p>
                “See what changes” shows what becomes of every claim: kept, reworded, moved, split, merged, retired or
                new. You can correct each decision.{' '}
                {proposes ? 'What you send is proposed to the reviewers.' : 'Then you record it as one revision.'}
              </p>
              <p className="mt-2">Checks belong to words: a claim whose words change needs another look.</p>
            </div>
          )}
        </aside>
      </div>
    </>
  )
}

function changesIn(count: number): string {
  return count === 1 ? '1 change waits' : `${count} changes wait`
}
