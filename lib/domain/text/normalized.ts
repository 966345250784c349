/** More marks on one letter than any script has; the bound is that of the Stream-Safe Text Format (UAX #15, 13). */
const TOO_MANY = /\p{M}{31}/u
const PARTS = /(?:\P{M}(?!\p{M}))+|\P{M}?\p{M}{1,30}/gu

/**
 * A text in a normal form of Unicode. Putting the marks on one letter in order takes the square of their number, and a
 * hostile text has a million: beyond thirty, each thirty are put in order by themselves.
 */
export function normalized(text: string, form: 'NFC' | 'NFKC' | 'NFKD'): string {
  return TOO_MANY.test(text) ? text.replace(PARTS, (part) => part.normalize(form)) : text.normalize(form)
}
