import { type MentionPart, mentionParts, type Nameable } from '../text/mention.ts'
import { parseWebAddress } from '../text/web-address.ts'
import { parseClaimKey } from './claim.ts'

/** A piece of a comment: plain words, a member's name, an address of the web, or a claim of the article by its key. */
export type CommentPart =
  | { kind: 'text'; text: string }
  | { kind: 'mention'; text: string; memberId: string }
  | { kind: 'link'; text: string; href: string }
  | { kind: 'claim'; text: string; number: number }

/** Addresses and keys; what stands directly before either is no letter or digit. */
const FOUND = /(?<![\p{L}\p{N}])(?:https?:\/\/[^\s<>"“”]+|C-\d{1,7}(?![\p{L}\p{N}]))/giu
/** Beyond it nothing is an address; so taking brackets off its end is bounded. */
const LONGEST = 2_100
/** What ends a sentence, and not an address. */
const TAIL = /[.,;:!?'’*_]+$/u

/**
 * A comment cut at what leads somewhere. The parts joined give the text back.
 * @param hasClaim whether the article has a claim of this number now
 */
export function commentParts(
  text: string,
  people: readonly Nameable[],
  hasClaim: (number: number) => boolean,
): CommentPart[] {
  return mentionParts(text, people).flatMap((part) => partsOf(part, hasClaim))
}

function partsOf({ text, memberId }: MentionPart, hasClaim: (number: number) => boolean): CommentPart[] {
  if (memberId !== null) return [{ kind: 'mention', text, memberId }]
  const parts: CommentPart[] = []
  let from = 0
  const plain = (to: number) => {
    if (to > from) parts.push({ kind: 'text', text: text.slice(from, to) })
  }
  for (const { 0: found, index } of text.matchAll(FOUND)) {
    const part = linkOf(found) ?? claimOf(found, hasClaim)
    if (!part) continue
    plain(index)
    parts.push(part)
    from = index + part.text.length
  }
  plain(text.length)
  return parts
}

function linkOf(found: string): CommentPart | null {
  if (!/^http/i.test(found) || found.length > LONGEST) return null
  const text = withoutTail(found)
  const href = parseWebAddress(text)
  return href ? { kind: 'link', text, href } : null
}

function claimOf(found: string, hasClaim: (number: number) => boolean): CommentPart | null {
  const number = parseClaimKey(found)
  return number !== null && hasClaim(number) ? { kind: 'claim', text: found, number } : null
}

/** Without the full stop behind it, or a bracket that was opened before it. */
function withoutTail(address: string): string {
  for (let text = address; ; ) {
    const bare = text.replace(TAIL, '')
    const last = bare.at(-1)
    const opening = last === ')' ? '(' : last === ']' ? '[' : null
    const isOpen = opening !== null && bare.split(opening).length < bare.split(last ?? '').length
    if (!isOpen) return bare
    text = bare.slice(0, -1)
  }
}
