import { Extension } from '@tiptap/core'
import { type EditorState, Plugin, TextSelection, type Transaction } from '@tiptap/pm/state'
import { relativePositionToAbsolutePosition, ySyncPluginKey } from '@tiptap/y-tiptap'
import type * as Y from 'yjs'
import { guardCaret } from './caret-guard.ts'

type Relative = { anchor: Y.RelativePosition; head: Y.RelativePosition }
type Binding = {
  doc: Y.Doc
  type: Y.XmlFragment
  mapping: Map<Y.AbstractType<unknown>, unknown>
  /** Where the selection was before the change at hand, by the letters it stood beside. */
  beforeTransactionSelection: Relative | null
}

/**
 * Keeps the caret beside the letters it stood beside when someone else types before it in the same block. The binding
 * finds the right place, but then takes any block whose words changed for one that was moved, and puts the caret at its
 * old offset (y-tiptap 3.0.9, `recoverSelectionEndpoint`): what is typed next would land in the middle of another word.
 */
export const caretKeeping = Extension.create({
  name: 'caretKeeping',
  addProseMirrorPlugins: () => [
    new Plugin({
      view: (view) => {
        guardCaret(view)
        return {}
      },
      appendTransaction: (transactions, before, after) => {
        const meta = transactions.map((tr) => tr.getMeta(ySyncPluginKey) as unknown).find(isOfOthers)
        return meta === undefined ? null : keptCaret(before, after)?.setMeta(ySyncPluginKey, meta)
      },
    }),
  ],
})

function isOfOthers(meta: unknown): boolean {
  return (meta as { isChangeOrigin?: boolean } | undefined)?.isChangeOrigin === true
}

function keptCaret(before: EditorState, after: EditorState): Transaction | null {
  const { binding } = (ySyncPluginKey.getState(after) ?? {}) as { binding?: Binding }
  const kept = binding?.beforeTransactionSelection
  if (!binding || !kept || !(before.selection instanceof TextSelection)) return null
  const place = (relative: Y.RelativePosition) =>
    relativePositionToAbsolutePosition(binding.doc, binding.type, relative, binding.mapping as never)
  const { anchor, head } = before.selection
  const [from, to] = [place(kept.anchor), place(kept.head)]
  if (!isSameBlock(before, anchor, after, from) || !isSameBlock(before, head, after, to)) return null
  if (from === after.selection.anchor && to === after.selection.head) return null
  return after.tr.setSelection(TextSelection.create(after.doc, from, to)).setMeta('addToHistory', false)
}

/** Where the letters themselves were replaced, a place falls to the start of its block; that is left as it was found. */
function isSameBlock(before: EditorState, old: number, after: EditorState, now: number | null): now is number {
  if (now === null || now < 0 || now > after.doc.content.size) return false
  const [was, is] = [before.doc.resolve(old), after.doc.resolve(now)]
  if (!is.parent.isTextblock || is.parent.type !== was.parent.type) return false
  if (is.parent.attrs.blockId !== was.parent.attrs.blockId) return false
  return is.parentOffset > 0 || was.parentOffset === 0
}
