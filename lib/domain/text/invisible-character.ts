/**
 * Control characters (but line feed and tab), characters that turn the direction of writing, those that show nothing
 * at all, and halves of surrogate pairs. Joiners stay, which scripts and emoji need; so do the tags of a flag.
 */
const UNSEEN =
  /[^\P{Cc}\n\t]|\p{Bidi_Control}|\u034f|[\u00ad\u115f\u1160\u17b4\u17b5\u180e\u200b\u2028\u2029\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb]|\p{Surrogate}|(?<!\u{1f3f4}[\u{e0020}-\u{e007f}]*)[\u{e0000}-\u{e007f}]/gu

/** "U+202E": what a character is called in Unicode. */
function nameOf(mark: string): string {
  return `U+${(mark.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}

/** Shows such characters by name, "⟨U+202E⟩", so that they neither hide nor reorder anything. */
export function visible(text: string): string {
  return text.replace(UNSEEN, (mark) => `⟨${nameOf(mark)}⟩`)
}

/** A text in parts: words as they are, and characters no one would see, by name. */
export function partsOf(text: string): { text: string; name: string | null }[] {
  const parts: { text: string; name: string | null }[] = []
  let from = 0
  for (const match of text.matchAll(UNSEEN)) {
    if (match.index > from) parts.push({ text: text.slice(from, match.index), name: null })
    parts.push({ text: match[0], name: nameOf(match[0]) })
    from = match.index + match[0].length
  }
  if (from < text.length) parts.push({ text: text.slice(from), name: null })
  return parts
}

/** The names of the unseen characters a text holds, each once, in their order. */
export function unseenIn(text: string): string[] {
  return [...new Set([...text.matchAll(UNSEEN)].map((match) => nameOf(match[0])))]
}
