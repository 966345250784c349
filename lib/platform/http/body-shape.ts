/** Lists and objects one within another, and members of them all: what an action's input may have, and several times more. */
const DEEPEST = 64
const MOST_MEMBERS = 250_000

const [QUOTE, BACKSLASH, COMMA, OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [34, 92, 44, 91, 93, 123, 125]

/**
 * Counts how JSON is divided as its bytes come in, without parsing it. A long text is read in no time; as many brackets
 * keep a parser, and whoever walks through what it gives, busy for seconds.
 */
export class BodyShape {
  private depth = 0
  private members = 0
  private inText = false
  private isEscaped = false

  /** Whether all that came so far is still like what a page sends. */
  admits(bytes: Uint8Array): boolean {
    for (const byte of bytes) {
      if (this.inText) {
        if (this.isEscaped) this.isEscaped = false
        else if (byte === BACKSLASH) this.isEscaped = true
        else if (byte === QUOTE) this.inText = false
      } else if (byte === QUOTE) this.inText = true
      else if (byte === COMMA) this.members += 1
      else if (byte === OPEN_LIST || byte === OPEN_OBJECT) {
        this.members += 1
        this.depth += 1
        if (this.depth > DEEPEST) return false
      } else if (byte === CLOSE_LIST || byte === CLOSE_OBJECT) this.depth -= 1
    }
    return this.members <= MOST_MEMBERS
  }
}
