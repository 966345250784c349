import { availableParallelism } from 'node:os'
import type { Checked } from '@/lib/domain/quote/check.ts'
import type { ReadingProblem } from '@/lib/domain/quote/snapshot.ts'
import { AppError } from '@/lib/platform/errors.ts'
import { BoundedFault, type BoundedFaultCode } from '@/lib/platform/process/bounded-process.ts'
import { PoolBusy, ProcessPool } from '@/lib/platform/process/pool.ts'
import type { Bibliography, BibliographyKind } from '../bibliography/reader.ts'
import type { Content, Extracted } from '../extract/extract.ts'
import { MOST_READ } from '../extract/limit.ts'
import { sniffMedia } from '../extract/media-sniff.ts'
import { NOTHING_FOUND } from '../page/metadata.ts'
import type { ReadArticle } from './article-reader.ts'
import type { ReadingQuestion } from './question.ts'

export type Bounds = { milliseconds: number; memoryMb: number }

/** What one page, file or text may take. The time counts the start of a process, about half a second. */
const READING: Bounds = { milliseconds: 30_000, memoryMb: 240 }

const PROGRAM = 'lib/exchange/reading/program.ts'
/** Jobs wait as long as it takes, in a queue that is kept elsewhere; a person is told after so many before them. */
const MOST_WAITING = 64

/**
 * Who asks, and how much of it: what a person waits for is not held up by pages that were fetched, and of what may take
 * all the memory there is, one is read at a time.
 */
type Use = 'light' | 'heavy' | 'people'

const MOST: Record<Use, number> = { light: Math.max(1, Math.min(4, availableParallelism() - 1)), heavy: 1, people: 2 }
/** What is light is small and is no archive of other bytes; should it take more than this, it is read as what is heavy. */
const LIGHT_BYTES = 200_000
const LIGHT_MB = 100

const pools = new Map<string, ProcessPool>()

function ask(use: Use, question: ReadingQuestion, { milliseconds, memoryMb }: Bounds): Promise<unknown> {
  const key = `${use} ${memoryMb}`
  const found = pools.get(key)
  const pool = found ?? new ProcessPool({ program: PROGRAM, memoryMb, most: MOST[use], mostWaiting: MOST_WAITING })
  if (!found) pools.set(key, pool)
  return pool.ask(question, milliseconds)
}

async function askForJob(question: ReadingQuestion, isLight: boolean, bounds: Bounds): Promise<unknown> {
  if (!isLight) return ask('heavy', question, bounds)
  try {
    return await ask('light', question, { ...bounds, memoryMb: Math.min(LIGHT_MB, bounds.memoryMb) })
  } catch (error) {
    if (codeOf(error) !== 'too_much_memory') throw error
    return ask('heavy', question, bounds)
  }
}

function isLight({ bytes }: Content): boolean {
  return bytes.length <= LIGHT_BYTES && !isPdf(bytes)
}

function isPdf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 1_024)).includes('%PDF')
}

/** Of a page or a text no more is sent over than is read of it, and a little, by which the rest is known to be missing. */
async function whatIsRead(content: Content): Promise<Content> {
  const { bytes, mediaType, fileName } = content
  if (bytes.length <= MOST_READ) return content
  const { kind } = await sniffMedia(bytes, mediaType, fileName)
  const isWords = kind === 'html' || kind === 'text' || kind === 'json'
  return isWords ? { ...content, bytes: bytes.subarray(0, MOST_READ + 1) } : content
}

/** Ends the processes that wait for the next question: whoever has read all there is to read can end then. */
export async function endReading(): Promise<void> {
  await Promise.all([...pools.values()].map((each) => each.close()))
}

/**
 * `extract` in a process of its own, which is ended when it takes too long or too much memory: a foreign file never
 * hangs or ends the desk. Then what it is is still said, and a sentence why it has no words. Never throws.
 */
export async function readApart(content: Content, bounds: Bounds = READING): Promise<Extracted> {
  try {
    const question = { read: 'page', content: await whatIsRead(content) } as const
    return (await askForJob(question, isLight(content), bounds)) as Extracted
  } catch (error) {
    return unread(content, problemOf(codeOf(error), bounds))
  }
}

/** What is said of bytes that were not read, and why. */
export async function unread(content: Content, problem: ReadingProblem): Promise<Extracted> {
  const { bytes, mediaType, fileName } = content
  return {
    ...(await sniffMedia(bytes, mediaType, fileName)),
    readable: null,
    fields: NOTHING_FOUND,
    problem,
    fingerprints: [],
  }
}

/** Why something that was begun will not be tried a second time. */
export const ENDED_WITH_IT: ReadingProblem = {
  code: 'unread',
  message: 'It could not be read: Attest ended while it was being read, so it is not read again by itself.',
}

function problemOf(code: BoundedFaultCode, { milliseconds, memoryMb }: Bounds): ReadingProblem {
  if (code === 'too_long')
    return { code, message: `Reading it took longer than ${seconds(milliseconds)}; its bytes are kept.` }
  if (code === 'too_much_memory')
    return { code, message: `Reading it took more than ${memoryMb} MB of memory; its bytes are kept.` }
  return { code: 'unread', message: 'It could not be read; its bytes are kept.' }
}

/** `readBibliography` apart. @throws AppError in words where it takes too much */
export function bibliographyApart(text: string, kind: BibliographyKind): Promise<Bibliography> {
  const what = 'This bibliography'
  return orWords(what, ask('people', { read: 'bibliography', text, kind }, READING) as Promise<Bibliography>)
}

/** An article's text, cut into claims apart; its language is guessed where none is given. @throws AppError in words */
export function articleApart(text: string, language: string | null): Promise<ReadArticle> {
  const asked = ask('people', { read: 'article', text, language }, READING)
  return orWords('This text', asked as Promise<ReadArticle>)
}

/** Where the quotes of a source stand in its text; null where looking took too much. Never throws. */
export async function quotesApart(
  asked: Omit<Extract<ReadingQuestion, { read: 'quotes' }>, 'read'>,
): Promise<Checked[] | null> {
  if (asked.quotes.length === 0) return []
  const texts = [asked.text, ...asked.earlier.values()]
  const length = texts.reduce((sum, text) => sum + text.length, 0)
  const looked = askForJob({ read: 'quotes', ...asked }, length <= LIGHT_BYTES, READING) as Promise<Checked[]>
  return looked.catch(() => null)
}

/** A picture as it is shown: without what its file says about itself. Null where it is not shown. Never throws. */
export async function pictureApart(bytes: Uint8Array, mediaType: string): Promise<Uint8Array | null> {
  return (ask('people', { read: 'picture', bytes, mediaType }, READING) as Promise<Uint8Array | null>).catch(() => null)
}

async function orWords<T>(what: string, answer: Promise<T>): Promise<T> {
  try {
    return await answer
  } catch (error) {
    if (error instanceof PoolBusy)
      throw new AppError('invalid', 'Too much is being read at this moment. Nothing was added; try again in a minute.')
    const code = codeOf(error)
    const why =
      code === 'too_long'
        ? ` within ${seconds(READING.milliseconds)}`
        : code === 'too_much_memory'
          ? ` within ${READING.memoryMb} MB of memory`
          : ''
    throw new AppError('invalid', `${what} could not be read${why}. Nothing was added; try it in smaller parts.`, error)
  }
}

function codeOf(error: unknown): BoundedFaultCode {
  return error instanceof BoundedFault ? error.code : 'failed'
}

function seconds(milliseconds: number): string {
  const rounded = Math.round(milliseconds / 100) / 10
  return rounded === 1 ? 'a second' : `${rounded} seconds`
}
