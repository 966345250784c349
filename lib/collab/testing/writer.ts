import * as Y from 'yjs'
import type { BlockChoice } from '@/lib/editor/article-editing.ts'
import { HeadlessEditor } from '@/lib/editor/testing/headless-editor.ts'
import type { Dice } from './dice.ts'
import type { LiveClient } from './live-client.ts'

const CHOICES: BlockChoice[] = [
  { type: 'paragraph' },
  { type: 'heading', level: 2 },
  { type: 'heading', level: 3 },
  { type: 'item' },
  { type: 'quotation' },
]

/**
 * A person who writes in a page of their own. What they do goes out, and what others did comes in, only at an
 * `exchange`: so the dice alone decide what is done at the same moment, however fast the machine is.
 */
export class Writer {
  readonly doc = new Y.Doc()
  readonly editor: HeadlessEditor
  private readonly out: Uint8Array[] = []
  private readonly come: Uint8Array[] = []
  private clipboard = ''
  private words = 0
  isAway = false
  /** Steps for which nothing of theirs travels, as on a slow network. */
  slow = 0

  constructor(
    readonly client: LiveClient,
    private readonly name: string,
    private readonly roll: Dice,
    id: number,
  ) {
    this.doc.clientID = id
    Y.applyUpdate(this.doc, Y.encodeStateAsUpdate(client.doc), this)
    this.editor = new HeadlessEditor(this.doc.getXmlFragment('text'))
    this.doc.on('update', (update: Uint8Array, origin: unknown) => origin !== this && this.out.push(update))
    client.doc.on('update', (update: Uint8Array, origin: unknown) => origin !== this && this.come.push(update))
  }

  send(): void {
    for (const update of this.out.splice(0)) Y.applyUpdate(this.client.doc, update, this)
  }

  take(): void {
    const come = this.come.splice(0)
    if (come.length > 0) Y.applyUpdate(this.doc, Y.mergeUpdates(come), this)
  }

  get isSettled(): boolean {
    return this.out.length === 0 && this.come.length === 0
  }

  leave(): void {
    this.isAway = true
    this.client.disconnect()
  }

  async comeBack(): Promise<void> {
    await this.client.closedWith()
    this.client.reconnect()
    await this.client.synced()
    await this.client.acknowledged()
    this.isAway = false
  }

  close(): void {
    this.editor.close()
    this.client.close()
  }

  /** One thing that a person does. @returns what it was */
  act(): string {
    const { editor, roll } = this
    const place = this.somewhere()
    if (place === null) {
      editor.paste(`${this.word()}.\n\n${this.word()}.`)
      return 'paste into nothing'
    }
    const { from, to } = place
    const at = from + roll(to - from + 1)
    const done = roll(100)
    if (done < 38) {
      editor.select(at)
      editor.type(`${this.word()} `)
      return 'type'
    }
    if (done < 48) {
      editor.select(at)
      editor.backspace()
      return 'backspace'
    }
    if (done < 54) {
      editor.select(at, Math.min(to, at + 1 + roll(12)))
      if (roll(2) === 0) editor.backspace()
      else editor.type(this.word())
      return 'replace'
    }
    if (done < 58) {
      const end = this.somewhere() ?? place
      // Rarely much at once, or little would be left to write in.
      const reach = Math.max(at - 60, Math.min(at + 60, end.from + roll(end.to - end.from + 1)))
      editor.select(Math.min(at, reach), Math.max(at, reach))
      editor.backspace()
      return 'delete across'
    }
    if (done < 66) {
      editor.select(at)
      editor.enter()
      return 'split'
    }
    if (done < 72) {
      editor.select(from)
      editor.backspace()
      return 'merge'
    }
    if (done < 76) {
      editor.select(at, Math.min(to, at + roll(8)))
      editor.paste(`${this.word()} one.\n\n${this.word()} two.\n\n${this.word()} three.`)
      return 'paste blocks'
    }
    if (done < 80) {
      editor.select(at, Math.min(to, at + 1 + roll(20)))
      this.clipboard = editor.cut()
      return 'cut'
    }
    if (done < 84) {
      editor.select(at)
      if (this.clipboard !== '') editor.paste(this.clipboard)
      return 'paste'
    }
    if (done < 90) {
      editor.select(at)
      const choice = CHOICES[roll(CHOICES.length)]
      if (choice) editor.turn(choice)
      return 'turn'
    }
    if (done < 97) {
      editor.undo()
      return 'undo'
    }
    editor.redo()
    return 'redo'
  }

  private word(): string {
    this.words += 1
    return `${this.name}${this.words}`
  }

  /** The inside of one of the blocks that hold words, or null where there is none. */
  private somewhere(): { from: number; to: number } | null {
    const found: { from: number; to: number }[] = []
    this.editor.state.doc.descendants((node, position) => {
      if (node.isTextblock) found.push({ from: position + 1, to: position + 1 + node.content.size })
    })
    return found[this.roll(Math.max(1, found.length))] ?? null
  }
}
