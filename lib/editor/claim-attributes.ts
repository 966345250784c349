import { withLabel } from '@/lib/domain/article/framing.ts'
import { type ClaimSummary, claimKey } from '@/lib/domain/claim/claim.ts'
import { STATUS_LABEL } from '@/lib/domain/claim/status.ts'
import { lostWords } from '@/lib/domain/quote/fate.ts'
import { unseenIn, visible } from '@/lib/domain/text/invisible-character.ts'

export type ClaimLook = {
  selected: boolean
  dimmed: boolean
  tabStop: boolean
  editing: boolean
  differs?: boolean
  mine?: boolean
  /** What a filter or a search jumped to. */
  hit?: boolean
}

/**
 * How a claim's words are marked on the page: the same whether React or the editor sets them. A claim is a button for
 * whoever cannot see it, announced with its key and status before its words; one of them is in the tab order.
 */
export function claimAttributes(claim: ClaimSummary, look: ClaimLook): Record<string, string> {
  const key = claimKey(claim.number)
  const classes = ['claim', `st-${claim.status}`]
  if (look.selected) classes.push('selected')
  if (look.dimmed) classes.push('dimmed')
  if (look.editing) classes.push('editing')
  if (look.hit) classes.push('hit')
  if (look.differs) classes.push('differs')
  const differs = look.differs ? ', other words in the working text' : ''
  const mine = look.mine ? ', assigned to you' : ''
  const lost = claim.lostSources > 0 ? lostWords(claim.lostSources) : ''
  const label = `${key}, ${STATUS_LABEL[claim.status]}${lost && `, ${lost}`}${mine}${differs}. ${visible(withLabel(claim.label, claim.text.trim()))}`
  const unseen = unseenIn(claim.text)
  return {
    id: key,
    class: classes.join(' '),
    'data-claim': String(claim.number),
    // Shown behind the claim: within it, the character would have to be cut out of its words.
    ...(unseen.length > 0 && { 'data-unseen': unseen.join(' ') }),
    title: `${key} · ${STATUS_LABEL[claim.status]}${lost && ` · ${lost}`}${look.mine ? ' · assigned to you' : ''}`,
    ...(look.editing
      ? {}
      : {
          role: 'button',
          tabindex: look.tabStop ? '0' : '-1',
          'aria-label': label,
          'aria-pressed': look.selected ? 'true' : 'false',
        }),
  }
}

/** Where a wording's words are, without the white space at its edges, which is never marked. */
export function wordsSpan(text: string): [start: number, end: number] {
  const start = text.length - text.trimStart().length
  return [start, Math.max(start, text.trimEnd().length)]
}
