'use client'

import type { Editor } from '@tiptap/core'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { Sheet } from '@/components/article/sheet.tsx'
import { FollowingNote } from '@/components/live/following-note.tsx'
import { LiveNote } from '@/components/live/live-note.tsx'
import { PresentPeople } from '@/components/live/present-people.tsx'
import { useDifferences } from '@/components/live/use-differences.ts'
import { useFollowing } from '@/components/live/use-following.ts'
import { useLive } from '@/components/live/use-live.ts'
import { useRecorded } from '@/components/live/use-recorded.ts'
import { TopBar } from '@/components/shell/top-bar.tsx'
import { buttonClass } from '@/components/ui/button-class.ts'
import { framingOf } from '@/lib/domain/article/framing.ts'
import { mayHere } from '@/lib/domain/desk/archiving.ts'
import { claimRanges } from '@/lib/editor/claim-range.ts'
import { putBack } from '@/lib/editor/put-back.ts'
import type { EditingView } from '@/lib/view/galley.ts'
import { DifferenceList } from '../wording/difference-list.tsx'
import { BlockBar } from './block-bar.tsx'
import { undoManagerOf } from './own-step.ts'
import { RecordingPanel } from './recording-panel.tsx'
import { SharedText } from './shared-text.tsx'

/** The working text: written in together, beside the record; on recording, what became of each claim is shown first. */
export default function EditingScreen({ view }: { view: EditingView }) {
  const { article, viewer, revision, blocks, texts, moment, people } = view
  const router = useRouter()
  const live = useLive(article.id, viewer.memberId)
  const { connection, synced, readOnly, status } = live
  const [editor, setEditor] = useState<Editor | null>(null)
  const words = useMemo(() => new Map(texts), [texts])
  const textOf = useCallback((number: number) => words.get(number) ?? '', [words])
  const recorded = useMemo(
    () =>
      blocks.flatMap((block) =>
        block.claims.map((number) => [number, { ...framingOf(block), text: textOf(number) }] as const),
      ),
    [blocks, textOf],
  )
  const differences = useDifferences(live, recorded)
  const [typed, setTyped] = useState(0)
  const nameOf = useCallback(
    (memberId: string) => people.find(({ id }) => id === memberId)?.name ?? 'a former member',
    [people],
  )
  useRecorded(live, moment, () => router.refresh())
  useEffect(() => connection?.be({ screen: 'text', claim: null }), [connection])

  const goTo = useCallback(
    (number: number) => {
      const range = editor && claimRanges(editor.state.doc).find((one) => one.number === number)
      if (!editor || !range) return
      const { node } = editor.view.domAtPos(range.from)
      const element = node instanceof Element ? node : node.parentElement
      element?.scrollIntoView({ block: 'center' })
    },
    [editor],
  )
  const { following, follow, target } = useFollowing(live.people, goTo)
  const editable = synced && !readOnly && status !== 'ended' && mayHere(viewer, 'wording.propose')

  const list = (
    <DifferenceList
      differences={differences}
      revision={revision}
      typists={live.typists}
      nameOf={nameOf}
      onGo={goTo}
      onPutBack={
        editable && editor
          ? (numbers) => {
              undoManagerOf(editor.state)?.stopCapturing()
              for (const number of numbers) {
                const tr = putBack(editor.state, number, blocks, textOf)
                if (tr) editor.view.dispatch(tr)
              }
              undoManagerOf(editor.state)?.stopCapturing()
            }
          : null
      }
    />
  )

  return (
    <>
      <TopBar
        viewer={viewer}
        crumbs={[
          { href: '/', words: 'Desk' },
          { href: `/articles/${article.slug}`, words: article.title },
          { words: 'Working text' },
        ]}
      >
        <PresentPeople people={live.people} following={following} onFollow={follow} />
        <Link prefetch={false} className={buttonClass()} href={`/articles/${article.slug}`}>
          Back to the galley
        </Link>
      </TopBar>
      <div className="lg:grid lg:grid-cols-[minmax(0,1fr)_440px]">
        <main className="min-h-[calc(100dvh-52px)] overflow-x-clip bg-sheet px-5 pt-6 pb-10 lg:pb-[30dvh]">
          <div className="mx-auto max-w-[660px]">
            <h1 dir="auto" className="font-serif text-[32px] font-semibold leading-[38px] tracking-[-.015em]">
              {article.title}
            </h1>
            <p className="mt-1 text-ink3">
              {viewer.archived
                ? 'The working text, shared by the desk, as it was when the article was archived.'
                : 'The working text, shared by the desk. Write anywhere; nothing is recorded until someone has seen what it changes.'}
            </p>
            <div className="sticky top-[52px] z-10 -mx-2 mt-3 mb-4 border-b border-line bg-sheet px-2 py-2">
              <div className="flex min-h-8 flex-wrap items-center gap-2">
                {editor && editable && <BlockBar editor={editor} />}
              </div>
              <LiveNote live={live} archived={viewer.archived !== undefined} />
            </div>
            <div lang={article.language} className="sheet editing">
              {connection && synced ? (
                <SharedText
                  key={connection.doc.clientID}
                  connection={connection}
                  name={viewer.name}
                  editable={editable}
                  onReady={setEditor}
                  onType={() => setTyped((before) => before + 1)}
                />
              ) : (
                <div className="opacity-60" aria-busy="true">
                  <Sheet blocks={blocks} textOf={textOf} attributesOf={() => null} />
                </div>
              )}
            </div>
          </div>
        </main>
        <aside
          aria-label="Before recording"
          className="border-line bg-paper px-5 py-6 lg:sticky lg:top-[52px] lg:h-[calc(100dvh-52px)] lg:overflow-y-auto lg:border-l"
        >
          {mayHere(viewer, 'wording.propose') ? (
            <RecordingPanel {...{ article, viewer, live, typed, nameOf }}>{list}</RecordingPanel>
          ) : (
            list
          )}
        </aside>
      </div>
      <FollowingNote target={target} screen="text" slug={article.slug} onStop={() => follow(null)} />
    </>
  )
}
