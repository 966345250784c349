import { AppError } from '@/lib/platform/errors.ts'

/** A revision's number as an address says it; undefined where it names none. @throws AppError with the code given */
export function revisionNumber(text: string | null, code: 'invalid' | 'not_found'): number | undefined {
  if (text === null || text === '') return undefined
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text)
  throw new AppError(code, 'A revision is a whole number from 1.')
}
