import { BoundedProcess } from './bounded-process.ts'

export type PoolSettings = {
  /** A file below the project's folder. */
  program: string
  memoryMb: number
  /** How many processes at once. */
  most: number
  /** How many questions may wait for one; beyond it a question is refused at once. */
  mostWaiting: number
}

/** How often one process is used, and for how many milliseconds in all: what leaks does not grow for ever. */
const MOST_USES = 200
const MOST_SPENT = 240_000
/** Bytes it may hold while it waits; one that grew beyond is not kept. */
const MOST_HELD = 260_000_000
/** Milliseconds after which an idle process ends. */
const IDLE = 30_000

/** Too many questions wait already. */
export class PoolBusy extends Error {
  override readonly name = 'PoolBusy'
}

/** Processes that are kept for the next question: starting one takes longer than most answers. */
export class ProcessPool {
  private readonly idle = new Map<BoundedProcess, ReturnType<typeof setTimeout>>()
  private readonly waiting: (() => void)[] = []
  private taken = 0

  constructor(private readonly settings: PoolSettings) {}

  /** @throws BoundedFault where no answer came, PoolBusy where too many wait */
  async ask(question: unknown, milliseconds: number): Promise<unknown> {
    await this.place()
    const found = this.takeIdle()
    const process = found ?? BoundedProcess.start(this.settings.program, this.settings.memoryMb)
    try {
      const answer = await process.ask(question, milliseconds)
      this.keep(process)
      return answer
    } catch (error) {
      // What failed may have left anything behind.
      await process.end()
      throw error
    } finally {
      this.taken -= 1
      this.waiting.shift()?.()
    }
  }

  /** Ends the idle ones; whoever has asked all there is to ask can end then. */
  async close(): Promise<void> {
    const all = [...this.idle]
    this.idle.clear()
    for (const [, timer] of all) clearTimeout(timer)
    await Promise.all(all.map(([process]) => process.end()))
  }

  private async place(): Promise<void> {
    if (this.taken >= this.settings.most && this.waiting.length >= this.settings.mostWaiting) throw new PoolBusy()
    while (this.taken >= this.settings.most) await new Promise<void>((resolve) => this.waiting.push(resolve))
    this.taken += 1
  }

  private takeIdle(): BoundedProcess | undefined {
    for (const [process, timer] of this.idle) {
      clearTimeout(timer)
      this.idle.delete(process)
      if (!process.isAlive) continue
      process.wake()
      return process
    }
    return undefined
  }

  private keep(process: BoundedProcess): void {
    if (isWorn(process)) {
      void process.end()
      return
    }
    process.rest()
    const timer = setTimeout(() => {
      this.idle.delete(process)
      void process.end()
    }, IDLE)
    timer.unref()
    this.idle.set(process, timer)
  }
}

function isWorn({ uses, spent, held, isAlive }: BoundedProcess): boolean {
  return uses >= MOST_USES || spent >= MOST_SPENT || held >= MOST_HELD || !isAlive
}
