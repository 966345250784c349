/** Milliseconds for which what others do can wait for one word to be composed. */
const LONGEST = 8_000
/** Milliseconds after which the editor has taken in what was composed. */
const SETTLED = 60

/**
 * Holds back what the server says while its reader composes a word with an input method: a change of someone else's in
 * the same words would have the browser set them again, end the composition in the middle and leave its beginning there,
 * doubled. In order, and not for ever.
 */
export class HeldMessages {
  private readonly waiting: (() => void)[] = []
  private holding = false
  private later: ReturnType<typeof setTimeout> | undefined

  /** @returns whether it waits; it is delivered when the word is there */
  take(deliver: () => void): boolean {
    if (!this.holding && this.waiting.length === 0) return false
    this.waiting.push(deliver)
    return true
  }

  begin = (): void => {
    clearTimeout(this.later)
    this.holding = true
    this.later = setTimeout(this.release, LONGEST)
  }

  end = (): void => {
    if (!this.holding) return
    clearTimeout(this.later)
    this.later = setTimeout(this.release, SETTLED)
  }

  /** Nothing is to come any more. */
  drop(): void {
    clearTimeout(this.later)
    this.holding = false
    this.waiting.length = 0
  }

  private release = (): void => {
    this.holding = false
    for (let deliver = this.waiting.shift(); deliver; deliver = this.waiting.shift()) deliver()
  }
}
