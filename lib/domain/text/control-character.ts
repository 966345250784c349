/**
 * Characters that act on a terminal instead of being shown: C0 but for tab and line feed, DEL, C1, the line and paragraph
 * separators, and those that turn the direction of what follows (Unicode TR 36, "Unicode Security Considerations").
 */
const ACTING = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu

/** A text with those written as escapes, which are the same characters again where the text is JSON. */
export function escapeControls(text: string): string {
  return text.replace(ACTING, (letter) =>
    letter === '\t' || letter === '\n' ? letter : `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
