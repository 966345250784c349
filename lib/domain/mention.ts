export type Nameable = { id: string; name: string }

/** Letters and digits may not follow a mention: "@Ann" is not in "@Anna". */
const CONTINUES = /^[\p{L}\p{N}]/u

export type MentionPart = { text: string; memberId: string | null }

/**
 * A comment cut at its mentions: "@" and a member's name. Where one name begins another, the longer one is meant.
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
    const meant = names.find(
      ({ name }) => text.startsWith(name, next + 1) && !CONTINUES.test(text.slice(next + 1 + name.length)),
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

/** The members a text mentions, each once. */
export function mentionedIds(text: string, people: readonly Nameable[]): string[] {
  return [...new Set(mentionParts(text, people).flatMap(({ memberId }) => memberId ?? []))]
}
