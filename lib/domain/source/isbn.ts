/**
 * Reads an ISBN-10 or ISBN-13, with or without "ISBN", hyphens or spaces, and gives it as ISBN-13 without hyphens.
 * Null where a check digit is wrong (ISO 2108: weights 10…1 modulo 11; 1 and 3 by turns modulo 10). Of several parted
 * by white space, commas or semicolons, as bibliographies write them, the first that is right.
 */
export function readIsbn(text: string): string | null {
  if (text.length > 200) return null
  return (
    oneIsbn(text) ??
    text
      .split(/[\s,;]+/u)
      .map(oneIsbn)
      .find((isbn) => isbn !== null) ??
    null
  )
}

function oneIsbn(text: string): string | null {
  const typed = text.trim().replace(/^ISBN(?:-?1[03])?\s*:?\s*/iu, '')
  if (!/^\d[\d\s\u2010-\u2013-]*[\dXx]$/u.test(typed)) return null
  const digits = typed.replace(/[^\dXx]/gu, '').toUpperCase()
  if (/^97[89]\d{10}$/.test(digits)) return checkDigit(digits) === digits[12] ? digits : null
  if (!/^\d{9}[\dX]$/.test(digits)) return null
  const sum = [...digits].reduce((total, digit, at) => total + (10 - at) * (digit === 'X' ? 10 : Number(digit)), 0)
  const whole = `978${digits.slice(0, 9)}`
  return sum % 11 === 0 ? whole + checkDigit(whole) : null
}

function checkDigit(isbn13: string): string {
  const sum = [...isbn13.slice(0, 12)].reduce((total, digit, at) => total + Number(digit) * (at % 2 ? 3 : 1), 0)
  return String((10 - (sum % 10)) % 10)
}
