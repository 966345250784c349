'use client'

import { Extension } from '@tiptap/core'
import { history, redo, undo } from '@tiptap/pm/history'
import { keymap } from '@tiptap/pm/keymap'
import { EditorContent, useEditor } from '@tiptap/react'
import { useCallback, useEffect, useMemo, useRef } from 'react'
import type { LayoutBlock } from '@/lib/domain/article/layout.ts'
import { oneLine, WORDING_LIMIT } from '@/lib/domain/claim/wording.ts'
import { claimEditing, claimEditingPlugin, dress, openClaim, openWords } from '@/lib/editor/claim-editing.ts'
import { galleyExtensions } from '@/lib/editor/extensions.ts'
import { galleyDocument } from '@/lib/editor/galley-document.ts'

type Props = {
  blocks: LayoutBlock[]
  textOf: (claim: number) => string
  attributesOf: (claim: number) => Record<string, string> | null
  /** The claim that may be typed in, and what stood in it when it was opened. */
  open: { number: number; text: string } | null
  onType: (words: string) => void
  onReady: () => void
}

/** The article in the editor. Nothing can be typed but in the one claim that is open. */
export default function SheetEditor({ blocks, textOf, attributesOf, open, onType, onReady }: Props) {
  const look = useRef(attributesOf)
  look.current = attributesOf
  const typed = useRef(onType)
  typed.current = onType
  const source = useMemo(() => galleyDocument(blocks, textOf), [blocks, textOf])

  const editor = useEditor({
    immediatelyRender: false,
    injectCSS: false,
    editable: false,
    content: source,
    extensions: [
      ...galleyExtensions,
      Extension.create({
        name: 'claimEditing',
        addProseMirrorPlugins: () => [
          claimEditingPlugin((n) => look.current(n)),
          history(),
          keymap({ 'Mod-z': undo, 'Mod-y': redo, 'Shift-Mod-z': redo }),
        ],
      }),
    ],
    editorProps: { attributes: { 'aria-label': 'Article', role: 'group' } },
    onUpdate: ({ editor: now }) => {
      const words = openWords(now.state)
      if (words !== null) typed.current(words)
    },
  })

  const opened = open?.number ?? null
  const text = open?.text

  const wanted = useRef(text)
  wanted.current = text

  /** The text as recorded, without what was typed; not a step that could be undone. */
  const restore = useCallback(() => {
    if (!editor) return
    const doc = editor.schema.nodeFromJSON(source)
    const tr = openClaim(editor.state.tr, null).setMeta('addToHistory', false)
    if (!editor.state.doc.eq(doc))
      tr.replaceWith(0, editor.state.doc.content.size, doc.content).setMeta('replaced', true)
    editor.view.dispatch(tr)
    editor.setEditable(false, false)
  }, [editor, source])

  useEffect(() => {
    if (opened === null) restore()
  }, [opened, restore])

  // biome-ignore lint/correctness/useExhaustiveDependencies: only when a claim is opened; while it is, its text is the editor's
  useEffect(() => {
    if (!editor || opened === null) return
    restore()
    editor.setEditable(true, false)
    editor.view.dispatch(openClaim(editor.state.tr, opened))
    const range = claimEditing.getState(editor.state)?.open
    if (!range) return
    const kept = wanted.current
    if (kept !== undefined && kept !== editor.state.doc.textBetween(range.from, range.to))
      editor.view.dispatch(editor.state.tr.insertText(kept, range.from, range.to).setMeta('addToHistory', false))
    editor.commands.focus(claimEditing.getState(editor.state)?.open?.to ?? range.to)
  }, [editor, opened])

  // What is typed in the dossier's box shows in the text as well; what is typed in the text is the editor's already.
  useEffect(() => {
    const range = editor && opened !== null ? claimEditing.getState(editor.state)?.open : null
    if (!editor || !range || range.number !== opened || text === undefined || editor.isFocused) return
    if (text !== editor.state.doc.textBetween(range.from, range.to) && text.length <= WORDING_LIMIT)
      editor.view.dispatch(editor.state.tr.insertText(oneLine(text), range.from, range.to))
  }, [editor, opened, text])

  useEffect(() => {
    if (editor) editor.view.dispatch(dress(editor.state.tr, attributesOf))
  }, [editor, attributesOf])

  const ready = useRef(onReady)
  useEffect(() => {
    if (editor) ready.current()
  }, [editor])

  return <EditorContent editor={editor} />
}
