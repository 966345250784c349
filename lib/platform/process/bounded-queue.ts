/** As much waits as may; what comes now is not taken on. */
export class QueueFull extends Error {}

/**
 * Runs so many works at once and lets so many wait, in the order in which they came. What comes beyond that is refused
 * at once, so that a flood costs neither memory nor time.
 */
export class BoundedQueue {
  private running = 0
  private readonly waiting: (() => void)[] = []

  /** @param reserve places to wait in that only what says so may take */
  constructor(
    private readonly atOnce: number,
    private readonly most: number,
    private readonly reserve = 0,
  ) {}

  /** @throws QueueFull */
  async run<T>(work: () => Promise<T>, reserved = false): Promise<T> {
    if (this.running < this.atOnce) this.running += 1
    else {
      if (this.waiting.length >= this.most + (reserved ? this.reserve : 0))
        throw new QueueFull('too much waits already')
      await new Promise<void>((resolve) => this.waiting.push(resolve))
    }
    try {
      return await work()
    } finally {
      const next = this.waiting.shift()
      // The place goes on to the next one, so that no newcomer takes it meanwhile.
      if (next) next()
      else this.running -= 1
    }
  }
}
