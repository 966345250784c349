import { Extension } from '@tiptap/core'
import { AllSelection, type EditorState, Plugin, Selection, type Transaction } from '@tiptap/pm/state'
import { ySyncPluginKey } from '@tiptap/y-tiptap'

type Binding = { beforeTransactionSelection: unknown; _forceRerender: () => void }

/**
 * Lets the binding set the text for the first time without a caret. It would put one at the same offset as in the empty
 * text before, which lies between two blocks (y-tiptap 3.0.9, `_forceRerender`), and the browser's console would warn of it.
 */
export function firstRenderPlugin(): Plugin {
  return new Plugin({
    appendTransaction: (transactions, before, after) =>
      transactions.some((tr) => tr.getMeta(ySyncPluginKey) !== undefined) ? withoutAll(before, after) : null,
    view: (view) => {
      const { binding } = (ySyncPluginKey.getState(view.state) ?? {}) as { binding?: Binding }
      if (!binding) return {}
      const render = binding._forceRerender.bind(binding)
      binding._forceRerender = () => {
        if (binding.beforeTransactionSelection !== null) return render()
        // It asks no more than whether there is a place that will be restored.
        binding.beforeTransactionSelection = {}
        try {
          render()
        } finally {
          binding.beforeTransactionSelection = null
        }
      }
      return {}
    },
  })
}

/**
 * Nothing is selected that no one selected. The binding sets the text in an empty document, whose only selection is all of
 * it, and would leave all of the text selected: the first key of whoever comes in by Tab, or types before the editor has
 * heard of their click, would replace the whole text, for everyone.
 */
function withoutAll(before: EditorState, after: EditorState): Transaction | null {
  const wasChosen = before.selection instanceof AllSelection && before.doc.textContent !== ''
  if (!(after.selection instanceof AllSelection) || wasChosen) return null
  const start = Selection.atStart(after.doc)
  if (start instanceof AllSelection) return null
  const meta = { isChangeOrigin: true }
  return after.tr.setSelection(start).setMeta(ySyncPluginKey, meta).setMeta('addToHistory', false)
}

/** Comes before the binding's own plugin, which renders as soon as it has a view. */
export const firstRender = Extension.create({
  name: 'firstRender',
  priority: 1_100,
  addProseMirrorPlugins: () => [firstRenderPlugin()],
})
