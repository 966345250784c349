const DIGITS = '⁰¹²³⁴⁵⁶⁷⁸⁹'
const LETTERS: Record<string, string> = {
  a: 'ᵃ',
  b: 'ᵇ',
  c: 'ᶜ',
  d: 'ᵈ',
  e: 'ᵉ',
  f: 'ᶠ',
  g: 'ᵍ',
  h: 'ʰ',
  i: 'ⁱ',
  j: 'ʲ',
  k: 'ᵏ',
  l: 'ˡ',
  m: 'ᵐ',
  n: 'ⁿ',
  o: 'ᵒ',
  p: 'ᵖ',
  r: 'ʳ',
  s: 'ˢ',
  t: 'ᵗ',
  u: 'ᵘ',
  v: 'ᵛ',
  w: 'ʷ',
  x: 'ˣ',
  y: 'ʸ',
  z: 'ᶻ',
}

/**
 * A raised number or letter as plain letters show it, so that the 7 of a note is not read as a number of the text
 * ("killed.⁷"), nor 10⁶ as 106; null for what plain letters don't show raised ("1st", "Mlle").
 */
export function raisedMark(text: string): string | null {
  const mark = text.trim()
  if (/^\d{1,3}(?:[,–-]\d{1,3})*$/.test(mark)) return mark.replace(/\d/g, (digit) => DIGITS[Number(digit)] ?? digit)
  if (/^[†‡*]{1,3}$/u.test(mark)) return mark
  return LETTERS[mark] ?? null
}
