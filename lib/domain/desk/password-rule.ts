export const PASSWORD_MIN = 12
export const PASSWORD_MAX = 200

/** What people choose where a word is not enough: with figures or signs around it, or twice, it is tried first. */
const COMMON = new Set(
  `password passwort passw0rd p@ssword p@ssw0rd parol пароль qwerty qwertyuiop qwertz azerty qwertyuiopasdf asdfghjkl
  asdfghjklqwertyuiop zxcvbnm qazwsx qazwsxedc qwerasdf йцукен йцукенгшщзхъ admin administrator root welcome letmein
  iloveyou changeme secret login sunshine princess football baseball superman batman dragon monkey master trustno1
  whatever computer internet attest factcheck factchecker mypassword newpassword thepassword yourpassword default
  qwertyqwerty passwordpassword`.split(/\s+/),
)
const RUNS = ['01234567890123456789', 'abcdefghijklmnopqrstuvwxyz', '98765432109876543210']

/** A well-known word or run with nothing of one's own. @param plain in small letters */
function isCommon(plain: string): boolean {
  const bare = plain.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
  const half = bare.slice(0, bare.length / 2)
  if (COMMON.has(bare) || (bare === half + half && COMMON.has(half))) return true
  return RUNS.some((run) => run.includes(plain)) || /^(?:1q2w3e4r|q1w2e3r4|1qaz2wsx)/.test(plain)
}

/**
 * Why a password cannot be taken, in words; null where it can. Length is what counts (OWASP ASVS 5, 6.2): no mix of
 * characters is asked for, and none is forbidden but what cannot be typed. What is tried first everywhere is refused.
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
  if (isCommon(plain)) return 'Many people have this password, so it is guessed first. Choose another one.'
  return null
}
