import { Argument, InvalidArgumentError, Option } from 'commander'
import { REASON_LIMIT } from '@/lib/domain/claim/wording.ts'
import { ROLES, type Role } from '@/lib/domain/desk/permission.ts'
import { type PinnedChange, parsePin } from '@/lib/domain/report/pin.ts'

// What several commands of the command line take: each is spelled, and read, here alone.

export type Json = { json?: true }
export const json = new Option('--json', 'print JSON')

export type InLanguage = { language?: string }
/** @param whose it is, with the verb: "its language", "the language of both texts" */
export function language(whose: string, words: string): Option {
  return new Option('--language <code>', `${whose}, such as en or be (default: guessed from ${words})`)
}

export const email = new Argument('<email>', 'their e-mail address')

export type { Role }

const ROLE = 'what they may do'
export const roleOption = new Option('--role <role>', ROLE).choices([...ROLES]).makeOptionMandatory()
export const roleArgument = new Argument('<role>', `${ROLE} from now on`).choices([...ROLES])

export type OnDesk = { desk?: string }
/** @param which desk it is for this command */
export function desk(which: string): Option {
  return new Option('--desk <desk>', `${which}, by its name or id`)
}

export type Keyed = { key?: string }
export function key(placeholder: string, what: string): Option {
  return new Option(`--key <${placeholder}>`, what)
}

export function pinOf(text: string): PinnedChange {
  const pin = parsePin(text)
  if (pin) return pin
  throw new InvalidArgumentError('A pin is two whole numbers, as a report states them: 44.22, for example.')
}

export function countFromZero(text: string): number {
  const number = Number(text)
  if (text.trim() !== '' && Number.isSafeInteger(number) && number >= 0) return number
  throw new InvalidArgumentError('An occurrence is a whole number from 0.')
}

export function linkHours(text: string): number {
  const number = Number(text)
  if (Number.isSafeInteger(number) && number >= 1 && number <= 72) return number
  throw new InvalidArgumentError('A link works for a whole number of hours, from 1 to 72.')
}

export function wholeNumber(text: string): number {
  const number = Number(text)
  if (Number.isSafeInteger(number) && number > 0) return number
  throw new InvalidArgumentError('A revision is a whole number from 1.')
}

export function reasonOf(text: string): string {
  if (text.length <= REASON_LIMIT) return text.trim()
  throw new InvalidArgumentError(`A reason has at most ${REASON_LIMIT.toLocaleString('en')} characters.`)
}
