import { TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { relativePositionToAbsolutePosition, ySyncPluginKey, yUndoPluginKey } from '@tiptap/y-tiptap'
import type * as Y from 'yjs'
import { FollowedWords } from './moved-place.ts'
import { movedWords } from './moved-words.ts'

type Observer = (events: Y.YEvent<Y.AbstractType<unknown>>[], transaction: Y.Transaction) => void
type Relative = { anchor: Y.RelativePosition; head: Y.RelativePosition }
type Binding = {
  doc: Y.Doc
  type: Y.XmlFragment
  mapping: Map<Y.AbstractType<unknown>, unknown>
  prosemirrorView: EditorView | null
  beforeTransactionSelection: Relative | null
  _observeFunction: Observer
}

const guarded = new WeakSet<Binding>()

/**
 * Sees to it that a change of someone else's is shown even where the caret cannot be put back. The binding looks for the
 * caret's place before it shows the change, and where the block with the caret is gone it may look beyond the end of the
 * text, which throws (y-tiptap 3.0.9, `isMisresolvedAfterStructuralChange`): the editor would go on showing the old
 * text, and the next key would write that over what everyone else sees. Then the change is shown without a caret, and
 * the caret goes near to where it was.
 *
 * Where someone else breaks the block with the caret in two, the caret and the words typed there meanwhile follow the
 * words they stood among.
 */
export function guardCaret(view: EditorView): void {
  const { binding } = (ySyncPluginKey.getState(view.state) ?? {}) as { binding?: Binding }
  if (!binding || guarded.has(binding)) return
  guarded.add(binding)
  const show = binding._observeFunction
  const isListening = binding.prosemirrorView !== null
  if (isListening) binding.type.unobserveDeep(show as never)
  /** Where the caret is to be once one's own words have followed. */
  let waiting: Relative | null = null
  binding._observeFunction = (events, transaction) => {
    const kept = binding.beforeTransactionSelection
    const carets = kept ? [kept.anchor, kept.head] : []
    const moved = transaction.local ? [] : movedWords(events, transaction, binding.doc.clientID, carets)
    try {
      show(events, transaction)
    } catch (error) {
      if (!(error instanceof RangeError) || binding.beforeTransactionSelection === null) throw error
      const { anchor } = view.state.selection
      binding.beforeTransactionSelection = null
      show(events, transaction)
      const { tr } = view.state
      const near = TextSelection.near(tr.doc.resolve(Math.min(anchor, tr.doc.content.size)), -1)
      const meta = { isChangeOrigin: true }
      view.dispatch(tr.setSelection(near).setMeta(ySyncPluginKey, meta).setMeta('addToHistory', false))
    }
    if (waiting) putCaret(view, binding, waiting)
    waiting = null
    if (moved.length === 0) return
    const words = new FollowedWords(moved)
    const caret = follow(view, binding, words, kept)
    if (!caret) return
    binding.beforeTransactionSelection = caret
    if (words.isChange) waiting = caret
    else putCaret(view, binding, caret)
  }
  if (isListening) binding.type.observeDeep(binding._observeFunction as never)
}

/**
 * Brings one's own words to where those they stood among were moved, as a change of one's own that is undone together
 * with what was typed; and says where the caret goes, if it was there.
 */
function follow(view: EditorView, binding: Binding, words: FollowedWords, kept: Relative | null): Relative | null {
  const { undoManager } = (yUndoPluginKey.getState(view.state) ?? {}) as { undoManager?: Y.UndoManager }
  if (words.isChange) {
    if (undoManager) {
      words.forgetCuts(undoManager)
      if (undoManager.lastChange > 0) undoManager.lastChange = Date.now()
    }
    binding.doc.transact(() => words.apply(), ySyncPluginKey)
  }
  if (!kept) return null
  const [anchor, head] = [words.placeOf(kept.anchor), words.placeOf(kept.head)]
  return anchor || head ? { ...kept, anchor: anchor ?? kept.anchor, head: head ?? kept.head } : null
}

function putCaret(view: EditorView, binding: Binding, caret: Relative): void {
  const { anchor, head } = caret
  // What keeps the caret (`caret-keeping.ts`) is to keep it there.
  binding.beforeTransactionSelection = caret
  const place = (relative: Y.RelativePosition) =>
    relativePositionToAbsolutePosition(binding.doc, binding.type, relative, binding.mapping as never)
  const [from, to] = [place(anchor), place(head)]
  const { tr } = view.state
  if (from === null || to === null || Math.max(from, to) > tr.doc.content.size) return
  const selection = TextSelection.between(tr.doc.resolve(from), tr.doc.resolve(to))
  view.dispatch(
    tr.setSelection(selection).setMeta(ySyncPluginKey, { isChangeOrigin: true }).setMeta('addToHistory', false),
  )
}
