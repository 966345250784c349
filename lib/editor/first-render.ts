import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import { ySyncPluginKey } from '@tiptap/y-tiptap'

type Binding = { beforeTransactionSelection: unknown; _forceRerender: () => void }

/**
 * Lets the binding set the text for the first time without a caret. It would put one at the same offset as in the empty
 * text before, which lies between two blocks (y-tiptap 3.0.9, `_forceRerender`), and the browser's console would warn of it.
 */
export function firstRenderPlugin(): Plugin {
  return new Plugin({
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

/** Comes before the binding's own plugin, which renders as soon as it has a view. */
export const firstRender = Extension.create({
  name: 'firstRender',
  priority: 1_100,
  addProseMirrorPlugins: () => [firstRenderPlugin()],
})
