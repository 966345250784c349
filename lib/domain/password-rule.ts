export const PASSWORD_MIN = 12
export const PASSWORD_MAX = 200

/**
 * Why a password cannot be taken, in words; null where it can. Length is what counts (OWASP ASVS 5, 6.2): no mix of
 * characters is asked for, and none is forbidden but what cannot be typed.
 * @param known words that anyone would try first: the person's address and name
 */
export function passwordProblem(password: string, known: readonly string[] = []): string | null {
  const characters = [...password]
  if (characters.length < PASSWORD_MIN) return `A password has at least ${PASSWORD_MIN} characters.`
  if (password.length > PASSWORD_MAX) return `A password has at most ${PASSWORD_MAX} characters.`
  if (/\p{Cc}|\p{Cs}/u.test(password)) return 'The password holds a character that cannot be typed. Take it out.'
  if (new Set(characters).size < 5) return 'This password repeats too few characters. Choose another one.'
  const plain = password.trim().toLowerCase()
  if (known.some((word) => word.trim().toLowerCase() === plain))
    return 'This password is your name or address. Choose another one.'
  return null
}
