import type { Editor } from '@tiptap/core'
import type { EditorState, Transaction } from '@tiptap/pm/state'
import { yUndoPluginKey } from '@tiptap/y-tiptap'

type UndoManager = { undoStack: unknown[]; redoStack: unknown[]; stopCapturing: () => void }

/** What the reader can undo of their own; what others typed is theirs to undo. */
export function undoManagerOf(state: EditorState): UndoManager | undefined {
  return (yUndoPluginKey.getState(state) as { undoManager?: UndoManager } | undefined)?.undoManager
}

/** Does something that one undo takes back by itself: not together with what was typed just before or after it. */
export function asOwnStep({ view, state }: Editor, tr: Transaction): void {
  const manager = undoManagerOf(state)
  manager?.stopCapturing()
  view.dispatch(tr)
  manager?.stopCapturing()
}
