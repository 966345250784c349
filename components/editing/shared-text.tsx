'use client'

import { Collaboration } from '@tiptap/extension-collaboration'
import { CollaborationCaret } from '@tiptap/extension-collaboration-caret'
import { type Editor, EditorContent, useEditor } from '@tiptap/react'
import { yCursorPluginKey } from '@tiptap/y-tiptap'
import { useEffect, useRef } from 'react'
import { toast } from 'sonner'
import type { LiveConnection } from '@/components/live/live-connection.ts'
import { hueOf } from '@/components/ui/avatar.tsx'
import { articleEditing } from '@/lib/editor/article-editing.ts'
import { caretKeeping } from '@/lib/editor/caret-keeping.ts'
import { galleyExtensions } from '@/lib/editor/extensions.ts'
import { firstRender } from '@/lib/editor/first-render.ts'

type Props = {
  connection: LiveConnection
  name: string
  editable: boolean
  onReady: (editor: Editor) => void
  /** Something was typed here, and not by someone else. */
  onType: () => void
}

/** The working text, in which several people write at once. */
export function SharedText({ connection, name, editable, onReady, onType }: Props) {
  const typed = useRef(onType)
  typed.current = onType
  const editor = useEditor(
    {
      immediatelyRender: false,
      injectCSS: false,
      editable,
      extensions: [
        ...galleyExtensions,
        articleEditing.configure({ onLeftOut: (words) => toast(words) }),
        firstRender,
        caretKeeping,
        Collaboration.configure({ fragment: connection.text }),
        CollaborationCaret.configure({
          provider: connection,
          // What others see is what the server says of whose connection this is.
          user: { name },
          render: ({ name: who }) => caretOf(String(who ?? '')),
          selectionRender: ({ name: who }) => ({
            class: 'their-selection',
            style: `background-color: color-mix(in srgb, ${hueOf(String(who ?? ''))} 34%, transparent)`,
          }),
        }),
      ],
      editorProps: {
        attributes: { 'aria-label': 'The article’s text', role: 'textbox', 'aria-multiline': 'true' },
        handleDOMEvents: {
          compositionstart: connection.held.begin,
          compositionend: connection.held.end,
          // A key right after a click goes where the click was.
          keydown: (view) => {
            noteSelection(view)
            return false
          },
        },
      },
      onUpdate: ({ transaction }) => {
        if (!isTheirs(transaction.getMeta('y-sync$'))) typed.current()
      },
      onSelectionUpdate: ({ editor: now }) => now.isFocused && connection.be({ editing: claimAtCaret(now) }),
      onFocus: ({ editor: now }) => connection.be({ editing: claimAtCaret(now) }),
      onBlur: () => connection.be({ editing: null }),
    },
    [connection],
  )
  useEffect(() => {
    if (editor && editor.isEditable !== editable) editor.setEditable(editable, false)
  }, [editor, editable])
  const ready = useRef(onReady)
  useEffect(() => {
    if (!editor) return
    ready.current(editor)
    connection.beforeOthers = () => !editor.isDestroyed && noteSelection(editor.view)
    noteBeforeCarets(editor)
    return () => {
      connection.beforeOthers = null
    }
  }, [editor, connection])
  return <EditorContent editor={editor} />
}

/**
 * A click or an arrow key moves the browser's selection at once, and the editor hears of it a moment later. A change of
 * someone else's that comes in between would put the cursor back to where it was, and what is typed next would land
 * there. So the editor looks first.
 */
function noteSelection(view: Editor['view']): void {
  const { domObserver } = view as unknown as { domObserver?: { flush?: () => void } }
  if (!view.isDestroyed && !view.composing && view.hasFocus()) domObserver?.flush?.()
}

/** The carets of others are drawn a moment after they were told of, and drawing sets the browser's selection again, too. */
function noteBeforeCarets(editor: Editor): void {
  const { view } = editor
  const dispatch = view.dispatch.bind(view)
  view.dispatch = (tr) => {
    const carets = tr.getMeta(yCursorPluginKey) as unknown
    if (carets === undefined || tr.docChanged) return dispatch(tr)
    noteSelection(view)
    dispatch(view.state.tr.setMeta(yCursorPluginKey, carets))
  }
}

function isTheirs(meta: unknown): boolean {
  const { isChangeOrigin, isUndoRedoOperation } = (meta ?? {}) as Record<string, boolean | undefined>
  return isChangeOrigin === true && isUndoRedoOperation !== true
}

function claimAtCaret({ state }: Editor): number | null {
  const { $from } = state.selection
  const marks = [...($from.nodeBefore?.marks ?? []), ...($from.nodeAfter?.marks ?? [])]
  const number = marks.find(({ type }) => type.name === 'claim')?.attrs.number as unknown
  return typeof number === 'number' ? number : null
}

function caretOf(name: string): HTMLElement {
  const caret = document.createElement('span')
  caret.className = 'their-caret'
  caret.style.borderColor = hueOf(name)
  const label = document.createElement('span')
  label.className = 'their-name'
  label.style.backgroundColor = hueOf(name)
  label.textContent = name
  caret.append(label)
  return caret
}
