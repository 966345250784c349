import { getSchema } from '@tiptap/core'
import { chainCommands, deleteSelection, joinBackward, selectNodeBackward } from '@tiptap/pm/commands'
import { type Command, EditorState, type Plugin, TextSelection, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { redo, undo, ySyncPlugin, yUndoPlugin, yUndoPluginKey } from '@tiptap/y-tiptap'
import type * as Y from 'yjs'
import type { BlockChoice } from '../article-editing.ts'
import { breakBlock, turnBlock } from '../article-editing.ts'
import { caretKeeping } from '../caret-keeping.ts'
import { galleyExtensions } from '../extensions.ts'
import { firstRenderPlugin } from '../first-render.ts'
import { pasteBlocks } from '../paste-blocks.ts'
import { blocksOfText } from '../pasted-block.ts'

const schema = getSchema(galleyExtensions)

type Hands = { update?: (view: EditorView, before: EditorState) => void; destroy?: () => void }

/**
 * The editor of the page without a page: the same schema, the same binding to the shared text, the same undo, the same
 * commands; only nothing is drawn. The plugins need of a view no more than its state and a way to change it.
 */
export class HeadlessEditor {
  state: EditorState
  private readonly hands: Hands[] = []

  constructor(text: Y.XmlFragment) {
    const keeping = caretKeeping.config.addProseMirrorPlugins as unknown as () => Plugin[]
    const plugins = [firstRenderPlugin(), ySyncPlugin(text), yUndoPlugin(), ...keeping()]
    this.state = EditorState.create({ schema, plugins })
    const view = {
      hasFocus: () => false,
      dispatch: (tr: Transaction) => this.dispatch(tr),
    } as unknown as EditorView
    Object.defineProperty(view, 'state', { get: () => this.state })
    this.dispatch = (tr) => {
      const before = this.state
      this.state = before.apply(tr)
      for (const { update } of this.hands) update?.(view, before)
    }
    for (const { spec } of plugins) this.hands.push((spec.view?.(view) ?? {}) as Hands)
  }

  dispatch: (tr: Transaction) => void

  close(): void {
    for (const { destroy } of this.hands) destroy?.()
  }

  select(from: number, to = from): void {
    const { doc, tr } = this.state
    this.dispatch(tr.setSelection(TextSelection.between(doc.resolve(from), doc.resolve(to))))
  }

  type(words: string): void {
    this.dispatch(this.state.tr.insertText(words))
  }

  paste(words: string): void {
    this.dispatch(pasteBlocks(this.state, blocksOfText(words)))
  }

  /** What the clipboard gets, as plain text. */
  cut(): string {
    const { doc, selection } = this.state
    const words = doc.textBetween(selection.from, selection.to, '\n\n')
    this.dispatch(this.state.tr.deleteSelection())
    return words
  }

  /** As the Backspace key; where no command takes it, the browser takes out a letter. */
  backspace(): void {
    if (this.run(chainCommands(deleteSelection, joinBackward, selectNodeBackward))) return
    const { $from, from } = this.state.selection
    if ($from.parentOffset > 0) this.dispatch(this.state.tr.delete(from - 1, from))
  }

  /** As the Enter key, which does nothing in the infobox. */
  enter(): void {
    const { $from } = this.state.selection
    if ($from.node(1)?.type.name !== 'infobox') this.run(breakBlock)
  }

  /** As the choice above the text: a step of its own. */
  turn(choice: BlockChoice): void {
    const tr = turnBlock(this.state, choice)
    if (!tr) return
    this.stopCapturing()
    this.dispatch(tr)
    this.stopCapturing()
  }

  undo(): void {
    undo(this.state)
  }

  redo(): void {
    redo(this.state)
  }

  private stopCapturing(): void {
    const { undoManager } = yUndoPluginKey.getState(this.state) as { undoManager: Y.UndoManager }
    undoManager.stopCapturing()
  }

  private run(command: Command): boolean {
    return command(this.state, (tr) => this.dispatch(tr))
  }
}
