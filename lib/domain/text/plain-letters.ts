/** Letters that are no letter with an accent, but are searched for as one. */
const PLAIN: Record<string, string> = { ł: 'l', đ: 'd', ø: 'o', ß: 'ss', æ: 'ae', œ: 'oe', ı: 'i' }

/** Letters as a person types them who has no key for the accents, in lower case. */
export function plainLetters(text: string): string {
  const bare = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  return bare.replace(/[łđøßæœı]/gu, (letter) => PLAIN[letter] ?? letter)
}
