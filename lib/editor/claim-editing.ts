import { type EditorState, Plugin, PluginKey, TextSelection, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { oneLine } from '@/lib/domain/claim/wording.ts'
import { wordsSpan } from './claim-attributes.ts'
import { claimRanges } from './claim-range.ts'

type Attributes = (claim: number) => Record<string, string> | null

type State = {
  /** The one claim that may be typed in, and where it is now. */
  open: { number: number; from: number; to: number } | null
  attributesOf: Attributes
  marks: DecorationSet
}

export const claimEditing = new PluginKey<State>('claim editing')

type Ask = { attributesOf: Attributes } | { open: number | null }

/** Sets how claims look. */
export function dress(tr: Transaction, attributesOf: Attributes): Transaction {
  return tr.setMeta(claimEditing, { attributesOf } satisfies Ask)
}

/** Opens one claim for typing, or closes it. */
export function openClaim(tr: Transaction, number: number | null): Transaction {
  return tr.setMeta(claimEditing, { open: number } satisfies Ask)
}

/** The words that stand in the open claim now, or null. */
export function openWords(state: EditorState): string | null {
  const open = claimEditing.getState(state)?.open
  return open ? state.doc.textBetween(open.from, open.to) : null
}

/**
 * Marks claims with their status, and lets no one type anywhere but in the claim that is open: a change that touches
 * any other word, or the structure, is not applied. What is typed at the claim's edges belongs to it.
 */
export function claimEditingPlugin(attributesOf: Attributes): Plugin<State> {
  // A key moved the caret: what comes of it is seen when the browser has moved it.
  let byKey = false
  return new Plugin<State>({
    key: claimEditing,
    state: {
      init: (_, state) => ({ open: null, attributesOf, marks: marksOf(state, attributesOf) }),
      apply(tr, before, _old, state) {
        const ask = tr.getMeta(claimEditing) as Ask | undefined
        let { open, attributesOf: look } = before
        if (open && tr.docChanged) open = openAfter(tr, open)
        if (ask && 'open' in ask)
          open = ask.open === null ? null : (claimRanges(state.doc).find((r) => r.number === ask.open) ?? null)
        if (ask && 'attributesOf' in ask) look = ask.attributesOf
        if (!ask && !tr.docChanged) return before
        return { open, attributesOf: look, marks: marksOf(state, look) }
      },
    },
    filterTransaction(tr, state) {
      if (!tr.docChanged || tr.getMeta('replaced')) return true
      const open = claimEditing.getState(state)?.open
      if (!open) return false
      return staysWithin(tr, open)
    },
    appendTransaction(transactions, _old, state) {
      const open = claimEditing.getState(state)?.open
      const claim = state.schema.marks.claim
      if (!open || !claim) return null
      if (byKey && transactions.some((tr) => tr.selectionSet) && !transactions.some((tr) => tr.docChanged))
        return keptWithin(state, open)
      if (!transactions.some((tr) => tr.docChanged) || open.to <= open.from) return null
      let bare = false
      state.doc.nodesBetween(open.from, open.to, (node) => {
        if (node.isText && !node.marks.some((mark) => mark.attrs.number === open.number)) bare = true
      })
      return bare ? state.tr.addMark(open.from, open.to, claim.create({ number: open.number })) : null
    },
    props: {
      decorations: (state) => claimEditing.getState(state)?.marks ?? DecorationSet.empty,
      // A wording is one line of plain words, whatever the clipboard holds.
      handlePaste(view, event) {
        const text = event.clipboardData?.getData('text/plain') ?? ''
        if (text !== '') view.dispatch(view.state.tr.insertText(oneLine(text)).scrollIntoView())
        return true
      },
      handleDrop: () => true,
      handleClick: () => {
        byKey = false
        return false
      },
      handleKeyDown(view, event) {
        if (event.isComposing) return false
        // What the key before has moved is looked at first: the browser tells of it a moment later.
        if (byKey) (view as unknown as { domObserver?: { flush?: () => void } }).domObserver?.flush?.()
        byKey = CARET_KEYS.has(event.key)
        const open = claimEditing.getState(view.state)?.open
        if (open && event.key === 'a' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey) {
          view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, open.from, open.to)))
          return true
        }
        return event.key === 'Enter'
      },
    },
  })
}

/** The keys that move a caret. While a claim is open they move within it, as in any field: beyond it nothing can be typed. */
const CARET_KEYS = new Set(['Home', 'End', 'ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'PageUp', 'PageDown'])

function keptWithin({ selection, doc, tr }: EditorState, open: { from: number; to: number }): Transaction | null {
  const within = (at: number) => Math.min(open.to, Math.max(open.from, at))
  const [anchor, head] = [within(selection.anchor), within(selection.head)]
  if (anchor === selection.anchor && head === selection.head) return null
  return tr.setSelection(TextSelection.create(doc, anchor, head)).scrollIntoView()
}

/**
 * Where the open claim is after a change. One of its own begins in it and ends in it (`staysWithin`), so it starts where it
 * started: a word that is put in whole, by dictation or a phone's suggestion, comes as a step over the words before it,
 * too, and by the step's own account those would be the claim's now.
 */
function openAfter(tr: Transaction, open: { number: number; from: number; to: number }) {
  if (tr.getMeta('replaced')) return { ...open, from: tr.mapping.map(open.from, -1), to: tr.mapping.map(open.to, 1) }
  return { ...open, to: open.to + tr.doc.content.size - tr.before.content.size }
}

function staysWithin(tr: Transaction, open: { from: number; to: number }): boolean {
  const start = tr.before.content.findDiffStart(tr.doc.content)
  if (start === null) return true
  const end = tr.before.content.findDiffEnd(tr.doc.content)
  if (!end) return true
  if (start < open.from || end.a > open.to) return false
  const grown = tr.doc.content.size - tr.before.content.size
  return tr.doc.resolve(open.from).sameParent(tr.doc.resolve(Math.max(open.from, open.to + grown)))
}

function marksOf(state: EditorState, attributesOf: Attributes): DecorationSet {
  const seen = new Set<number>()
  const marks = claimRanges(state.doc).flatMap(({ number, from, text }) => {
    const attributes = attributesOf(number)
    if (!attributes) return []
    const [start, end] = wordsSpan(text)
    const { id, ...rest } = attributes
    const first = !seen.has(number)
    seen.add(number)
    return [Decoration.inline(from + start, from + end, first && id ? { id, ...rest } : rest)]
  })
  return DecorationSet.create(state.doc, marks)
}
