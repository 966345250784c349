'use client'

import { useRef, useState } from 'react'
import type { Problem } from '@/components/ui/use-command'
import type { CorrectionDto, Preview } from '@/lib/schema/recording'

export type Decided = { corrections: CorrectionDto[]; choices: Record<string, 'ours' | 'theirs'> }
type Answer = { ok: true; value: Preview | null } | { ok: false; problem: Problem }

const NOTHING: Decided = { corrections: [], choices: {} }

/**
 * What recording would come to, asked for again with every correction. An answer that was overtaken by a later question
 * is not shown.
 */
export function usePreview(ask: (decided: Decided) => Promise<Answer>) {
  const [preview, setPreview] = useState<Preview | null>(null)
  const [decided, setDecided] = useState(NOTHING)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const asked = useRef(0)

  async function look(now: Decided = NOTHING) {
    asked.current += 1
    const mine = asked.current
    setBusy(true)
    setProblem(null)
    // Shown at once; taken back where the answer does not come.
    setDecided(now)
    const answer = await ask(now).catch(
      (): Answer => ({
        ok: false,
        problem: {
          code: 'unavailable',
          message: 'Attest does not answer just now. Your text is kept here; try again.',
        },
      }),
    )
    if (mine !== asked.current) return
    setBusy(false)
    if (!answer.ok) {
      setDecided(decided)
      return setProblem(answer.problem)
    }
    if (answer.value) setPreview(answer.value)
  }

  return {
    preview,
    decided,
    busy,
    problem,
    /** Asks again; what was decided holds while the preview is still of the same text. */
    look: () => look(preview ? decided : NOTHING),
    correct: (correction: CorrectionDto) => look({ ...decided, corrections: [...decided.corrections, correction] }),
    takeBack: () => look({ ...decided, corrections: decided.corrections.slice(0, -1) }),
    choose: (key: string, choice: 'ours' | 'theirs') =>
      look({ ...decided, choices: { ...decided.choices, [key]: choice } }),
    /** The article went on: what it would come to now, with what was decided so far. */
    replace: setPreview,
    forget: () => {
      asked.current += 1
      setBusy(false)
      setPreview(null)
      setDecided(NOTHING)
    },
  }
}

export type PreviewState = ReturnType<typeof usePreview>
