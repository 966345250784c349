import type { Worker } from 'node:worker_threads'
import type { ReadingProblem } from '@/lib/domain/snapshot'
import type { Content, Extracted } from './extract'
import { endThread, giveBack, takeThread } from './extract-thread'
import { sniffMedia } from './media-sniff'
import { NOTHING_FOUND } from './page-metadata'

/** The time counts the start of a thread, which takes most of a second. */
export type Bounds = { milliseconds: number; memoryMb: number }

/**
 * `extract` in a thread of its own, which is ended when it takes too long or too much memory: a foreign file must never
 * hang the desk. Then what it is is still said, and a sentence why it has no words. Never throws.
 */
export async function extractApart(content: Content, bounds: Bounds): Promise<Extracted> {
  const outcome = await runApart(content, bounds).catch(() => UNREAD)
  if (!('message' in outcome)) return outcome
  const { bytes, mediaType, fileName } = content
  const media = await sniffMedia(bytes, mediaType, fileName)
  return { ...media, readable: null, fields: NOTHING_FOUND, problem: outcome }
}

const UNREAD: ReadingProblem = { code: 'unread', message: 'It could not be read; its bytes are kept.' }

async function runApart(content: Content, { milliseconds, memoryMb }: Bounds): Promise<Extracted | ReadingProblem> {
  const thread = await takeThread(memoryMb)
  try {
    const outcome = await ask(thread, content, milliseconds)
    if (outcome !== null) giveBack(thread, memoryMb)
    else endThread(thread)
    return outcome ?? UNREAD
  } catch (error) {
    endThread(thread)
    if (error instanceof TooLong)
      return {
        code: 'too_long',
        message: `Reading it took longer than ${seconds(milliseconds)}; its bytes are kept.`,
      }
    const isFull = (error as { code?: unknown } | null)?.code === 'ERR_WORKER_OUT_OF_MEMORY'
    return isFull
      ? { code: 'too_much_memory', message: `Reading it took more than ${memoryMb} MB of memory; its bytes are kept.` }
      : UNREAD
  }
}

class TooLong extends Error {}

/** One question and its answer; a thread that fails, ends or is silent past its time is a fault. */
function ask(thread: Worker, content: Content, milliseconds: number): Promise<Extracted | null> {
  const { promise, resolve, reject } = Promise.withResolvers<Extracted | null>()
  const timer = setTimeout(() => reject(new TooLong()), milliseconds)
  const onExit = () => reject(new Error('the thread ended'))
  thread.once('message', resolve).once('error', reject).once('exit', onExit)
  thread.postMessage(content)
  return promise.finally(() => {
    clearTimeout(timer)
    thread.off('message', resolve).off('error', reject).off('exit', onExit)
  })
}

function seconds(milliseconds: number): string {
  const rounded = Math.round(milliseconds / 100) / 10
  return rounded === 1 ? 'a second' : `${rounded} seconds`
}
