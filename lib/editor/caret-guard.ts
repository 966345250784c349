import { TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import type * as Y from 'yjs'

type Observer = (events: Y.YEvent<Y.AbstractType<unknown>>[], transaction: Y.Transaction) => void
type Binding = {
  type: Y.XmlFragment
  prosemirrorView: EditorView | null
  beforeTransactionSelection: unknown
  _observeFunction: Observer
}

const guarded = new WeakSet<Binding>()

/**
 * Sees to it that a change of someone else's is shown even where the caret cannot be put back. The binding looks for the
 * caret's place before it shows the change, and where the block with the caret is gone it may look beyond the end of the
 * text, which throws (y-tiptap 3.0.9, `isMisresolvedAfterStructuralChange`): the editor would go on showing the old
 * text, and the next key would write that over what everyone else sees. Then the change is shown without a caret, and
 * the caret goes near to where it was.
 */
export function guardCaret(view: EditorView): void {
  const { binding } = (ySyncPluginKey.getState(view.state) ?? {}) as { binding?: Binding }
  if (!binding || guarded.has(binding)) return
  guarded.add(binding)
  const show = binding._observeFunction
  const isListening = binding.prosemirrorView !== null
  if (isListening) binding.type.unobserveDeep(show as never)
  binding._observeFunction = (events, transaction) => {
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
  }
  if (isListening) binding.type.observeDeep(binding._observeFunction as never)
}
