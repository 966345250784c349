'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { noteOwnAction } from './own-action.ts'

export type Problem = { code: string; message: string; fields?: Record<string, string> }
/** What the server says of a command. */
export type Answer<T> = { ok: true; value: T } | { ok: false; problem: Problem }

/** Milliseconds between tries while the server or its database is away; the last one repeats. */
const PAUSES = [1_000, 2_000, 4_000, 5_000]
const MOST_TRIES = 120

const AWAY: Problem = {
  code: 'unavailable',
  message: 'Can’t reach Attest. Your text is kept; trying again …',
}

/** A server that never answers may be away, or refuse what it cannot say (too large, a page older than the server). */
const MOST_UNHEARD = 12
const UNHEARD: Problem = {
  code: 'fault',
  message:
    'Attest did not take this. Nothing was recorded; what you typed is kept here. Reload the page and try again.',
}

/** How the server begins what it says of a body it does not take (`lib/domain/desk/body-limit.ts`). */
const TOO_LARGE = /^This is too large for Attest/

const WRONG_FIELD = 'form [aria-invalid="true"], form fieldset[data-invalid] input'

export type Command<I> = {
  run: (input: I) => Promise<void>
  busy: boolean
  /** Waiting for the server or its database to come back; the command goes out again by itself. */
  waiting: boolean
  problem: Problem | null
  errors: Record<string, string>
  clear: () => void
}

/**
 * Sends a command and never lies about it: `done` is called when the server has said that it is recorded, and only
 * then. A command that met a server or database that was away is sent again under the same id, so it is done once.
 */
export function useCommand<I extends object, O>(
  send: (input: I & { commandId: string }) => Promise<Answer<O | null>>,
  done: (value: O | null) => void,
): Command<I> {
  const [busy, setBusy] = useState(false)
  const [waiting, setWaiting] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const alive = useRef(true)
  const running = useRef(false)
  const latest = useRef({ send, done })
  latest.current = { send, done }
  useEffect(() => {
    alive.current = true
    return () => {
      alive.current = false
    }
  }, [])

  // To where the eye has to go next, once the page shows what was wrong.
  useEffect(() => {
    if (problem?.fields) document.querySelector<HTMLElement>(WRONG_FIELD)?.focus()
  }, [problem])

  const run = useCallback(async (input: I) => {
    if (running.current) return
    running.current = true
    const command = { ...input, commandId: crypto.randomUUID() }
    let unheard = 0
    setBusy(true)
    setProblem(null)
    for (let tries = 0; tries < MOST_TRIES && alive.current; tries++) {
      const answer = await latest.current.send(command).catch((error: unknown): Answer<O | null> => {
        // Said by the server before the action was reached: it will not be otherwise the next time.
        if (error instanceof Error && TOO_LARGE.test(error.message))
          return { ok: false, problem: { code: 'invalid', message: error.message } }
        unheard += 1
        return { ok: false, problem: unheard < MOST_UNHEARD ? AWAY : UNHEARD }
      })
      if (!alive.current) return
      if (answer.ok) {
        running.current = false
        noteOwnAction()
        setBusy(false)
        setWaiting(false)
        setProblem(null)
        return latest.current.done(answer.value)
      }
      setProblem(answer.problem)
      if (answer.problem.code !== 'unavailable') break
      setWaiting(true)
      await new Promise((resolve) => setTimeout(resolve, PAUSES[Math.min(tries, PAUSES.length - 1)]))
    }
    running.current = false
    if (!alive.current) return
    setBusy(false)
    setWaiting(false)
  }, [])

  const clear = useCallback(() => setProblem(null), [])
  return { run, busy, waiting, problem, errors: problem?.fields ?? {}, clear }
}
