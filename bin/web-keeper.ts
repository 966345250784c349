import { createServer, type Server } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { answerInWords } from '@/lib/platform/http/plain-answer.ts'
import { backOff } from './back-off.ts'
import type { WebServer } from './web-server.ts'

/** A server that ran for so many milliseconds was in order; what ends it then is not the failure before. */
const STEADY = 60_000

type Kept = {
  launch: () => WebServer
  place: { host: string; port: number }
  /** Where it is known which process serves. */
  note: (pid: number) => void
  signal: AbortSignal
  say: (line: string) => void
}

/**
 * Keeps the web server running: one that ends without having been told to is started again, at once the first time, then
 * after longer and longer pauses. Whoever comes meanwhile is told so. The first start is the caller's to judge: it
 * fails with the server's own words.
 */
export class WebKeeper {
  private server: WebServer | undefined
  private since = 0

  constructor(private readonly kept: Kept) {}

  async start(): Promise<void> {
    await this.launch()
    void this.keep()
  }

  stop = async (): Promise<void> => {
    await this.server?.stop()
  }

  /** Ends the server; it comes back by itself, with whatever `launch` gives it now. */
  restart(): void {
    void this.server?.stop()
  }

  private async launch(): Promise<void> {
    this.server = this.kept.launch()
    this.kept.note(this.server.pid)
    await this.server.ready()
    this.since = Date.now()
  }

  private async keep(): Promise<void> {
    const { signal, say, place } = this.kept
    for (let failures = 0; ; ) {
      await this.server?.ended
      if (signal.aborted) return
      failures = Date.now() - this.since > STEADY ? 1 : failures + 1
      const pause = failures === 1 ? 0 : backOff(failures - 1)
      const when = pause === 0 ? '' : ` in ${pause / 1_000} s`
      say(`The web server ended unexpectedly. What was recorded is safe in the database; starting it again${when} …`)
      const sign = pause === 0 ? undefined : await hangSign(place)
      await wait(pause, undefined, { signal }).catch(() => undefined)
      await takeDown(sign)
      if (signal.aborted) return
      await this.launch().then(
        () => say('The web server is back.'),
        (error: unknown) => say(error instanceof Error ? error.message : String(error)),
      )
    }
  }
}

const WORDS =
  'Attest is being started again. Nothing that was recorded is lost, and what you typed is kept in your browser. Try again in a moment.'

/** Answers in the server's place while there is none; without one where the port cannot be had. */
async function hangSign({ host, port }: { host: string; port: number }): Promise<Server | undefined> {
  const sign = createServer((request, response) => {
    request.resume()
    response.setHeader('Connection', 'close')
    answerInWords(request, response, 503, WORDS)
  })
  return new Promise((resolve) => {
    sign.once('error', () => resolve(undefined))
    sign.listen(port, host, () => resolve(sign))
  })
}

async function takeDown(sign: Server | undefined): Promise<void> {
  if (!sign) return
  const closed = new Promise((resolve) => sign.close(resolve))
  sign.closeAllConnections()
  await closed
}
