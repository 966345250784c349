'use client'

import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { useReducer } from 'react'
import { Button } from '@/components/ui/button.tsx'
import { type BlockChoice, blockAt, turnBlock } from '@/lib/editor/article-editing.ts'
import { asOwnStep, undoManagerOf } from './own-step.ts'

const CHOICES: [string, BlockChoice][] = [
  ['Paragraph', { type: 'paragraph' }],
  ['Heading 2', { type: 'heading', level: 2 }],
  ['Heading 3', { type: 'heading', level: 3 }],
  ['List item', { type: 'item' }],
  ['Quotation', { type: 'quotation' }],
]

const spell = (choice: BlockChoice) => (choice.type === 'heading' ? `heading ${choice.level}` : choice.type)

/** What can be done to the block with the cursor, and undo. */
export function BlockBar({ editor }: { editor: Editor }) {
  const now = useEditorState({
    editor,
    selector: ({ editor: { state } }) => {
      const block = blockAt(state)
      const steps = undoManagerOf(state)
      return {
        block: block && spell(block),
        undo: (steps?.undoStack.length ?? 0) > 0,
        redo: (steps?.redoStack.length ?? 0) > 0,
      }
    },
  })
  // A step of which others have left nothing is gone without a change of the text, so no one would tell of it.
  const [, lookAgain] = useReducer((count: number) => count + 1, 0)
  /** Back to the text, where writing goes on. */
  const step = (possible: boolean, command: 'undo' | 'redo') => {
    if (!possible) return
    editor.commands[command]()
    lookAgain()
    editor.view.focus()
  }
  return (
    <div role="toolbar" aria-label="Writing" className="flex flex-wrap items-center gap-2">
      <Button small aria-disabled={!now.undo} onClick={() => step(now.undo, 'undo')}>
        Undo
      </Button>
      <Button small aria-disabled={!now.redo} onClick={() => step(now.redo, 'redo')}>
        Redo
      </Button>
      <label className="flex items-center gap-2 text-[13px] text-ink2">
        This block is a
        <select
          value={now.block ?? ''}
          disabled={now.block === null}
          className="rounded-[7px] border border-line bg-raise px-2 py-1 disabled:opacity-60"
          onChange={(event) => {
            const choice = CHOICES.find(([, one]) => spell(one) === event.target.value)?.[1]
            const tr = choice && turnBlock(editor.state, choice)
            if (tr) asOwnStep(editor, tr)
            editor.view.focus()
          }}
        >
          {now.block === null && <option value="">field of the infobox</option>}
          {CHOICES.map(([words, choice]) => (
            <option key={words} value={spell(choice)}>
              {words}
            </option>
          ))}
          {now.block?.startsWith('heading') && !CHOICES.some(([, one]) => spell(one) === now.block) && (
            <option value={now.block}>Heading {now.block.slice(8)}</option>
          )}
        </select>
      </label>
    </div>
  )
}
