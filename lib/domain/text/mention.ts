import { plainLetters } from './plain-letters.ts'
export type Nameable = { id: string; name: string }

/** Letters and digits may not follow a mention: "@Ann" is not in "@Anna". */
const CONTINUES = /^[\p{L}\p{N}]/u

/** What stands before the "@" of an e-mail address. */
const ADDRESS = /[\p{L}\p{N}._%+-]$/u

export type MentionPart = { text: string; memberId: string | null }

/**
 * A comment cut at its mentions: "@" and a member's name. Where one name begins another, the longer one is meant. The "@"
 * of an e-mail address begins none.
 * The parts joined give the text back.
 */
export function mentionParts(text: string, people: readonly Nameable[]): MentionPart[] {
  const names = people.filter(({ name }) => name !== '').toSorted((a, b) => b.name.length - a.name.length)
  const parts: MentionPart[] = []
  let plain = ''
  let at = 0
  while (at < text.length) {
    const next = text.indexOf('@', at)
    if (next === -1) break
    const isAddress = ADDRESS.test(text.slice(Math.max(0, next - 2), next))
    const meant = names.find(
      ({ name }) =>
        !isAddress && text.startsWith(name, next + 1) && !CONTINUES.test(text.slice(next + 1 + name.length)),
    )
    const end = meant ? next + 1 + meant.name.length : next + 1
    plain += text.slice(at, meant ? next : end)
    if (meant) {
      if (plain) parts.push({ text: plain, memberId: null })
      plain = ''
      parts.push({ text: text.slice(next, end), memberId: meant.id })
    }
    at = end
  }
  plain += text.slice(at)
  if (plain) parts.push({ text: plain, memberId: null })
  return parts
}

/** What is typed behind an "@" as far as it may be a name: letters, and what stands within names. */
const NAME = /^[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}'’_-]{0,40}/u
const MOST_UNKNOWN = 3

/** Names behind an "@" that are no member's, as they were typed: whoever is meant would not hear of it. At most three. */
export function unknownMentions(text: string, people: readonly Nameable[]): string[] {
  const unknown = new Set<string>()
  let before = ''
  for (const { text: part, memberId } of mentionParts(text, people)) {
    if (memberId === null)
      for (const { index } of part.matchAll(/@/g)) {
        const name = NAME.exec(part.slice(index + 1, index + 60))?.[0]
        const ahead = (before + part.slice(Math.max(0, index - 2), index)).slice(-2)
        if (name !== undefined && !ADDRESS.test(ahead)) unknown.add(name)
        if (unknown.size >= MOST_UNKNOWN) return [...unknown]
      }
    before = part.slice(-2)
  }
  return [...unknown]
}

/** A text in which the name being typed before the caret was chosen, and where the caret is then: behind one space. */
export function withMention(text: string, caret: number, name: string): { text: string; caret: number } {
  const start = text.lastIndexOf('@', caret - 1)
  const rest = text.slice(caret)
  const said = `${text.slice(0, start)}@${name}`
  const gap = /^\s/u.test(rest) ? '' : ' '
  return { text: said + gap + rest, caret: said.length + 1 }
}

/** The members a text mentions, each once. */
export function mentionedIds(text: string, people: readonly Nameable[]): string[] {
  return [...new Set(mentionParts(text, people).flatMap(({ memberId }) => memberId ?? []))]
}

const TYPED = /(?<![\p{L}\p{N}._%+-])@(?! )([\p{L}\p{M}\p{N}'’ -]{0,30})$/u

/** What is typed of a name behind an "@" at the end of a text; null where none is being named. */
export function nameAsked(before: string): string | null {
  return TYPED.exec(before)?.[1] ?? null
}

/** Members whose name holds what was typed, in any part and without accents; those with a word that begins so first. */
export function namesLike<N extends Nameable>(people: readonly N[], asked: string): N[] {
  const wanted = plainLetters(asked)
  const rank = ({ name }: N) => {
    const whole = plainLetters(name)
    if (!whole.includes(wanted)) return 3
    if (whole.startsWith(wanted)) return 0
    return whole.split(/[^\p{L}\p{N}]+/u).some((word) => word.startsWith(wanted)) ? 1 : 2
  }
  return people
    .map((person) => [rank(person), person] as const)
    .filter(([place]) => place < 3)
    .sort(([a], [b]) => a - b)
    .map(([, person]) => person)
}
