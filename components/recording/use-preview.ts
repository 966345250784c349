'use client'

import { useRef, useState } from 'react'
import type { Answer, Problem } from '@/components/ui/use-command.ts'
import type { CorrectionDto } from '@/lib/schema/recording.ts'
import type { Preview } from '@/lib/view/recording.ts'

/** `chosen`: keys of the changes to be recorded; all are, until someone chooses. */
export type Decided = {
  corrections: CorrectionDto[]
  choices: Record<string, 'ours' | 'theirs'>
  chosen?: string[]
  /** Claims under another heading whose checks are to go stale, by number. */
  recheck?: number[]
}

const NOTHING: Decided = { corrections: [], choices: {} }

/**
 * What recording would come to, asked for again with every correction. An answer that was overtaken by a later question
 * is not shown.
 * @param choosing changes are chosen one by one; those of the first answer are, and whatever comes later is not
 */
export function usePreview(ask: (decided: Decided) => Promise<Answer<Preview | null>>, choosing = false) {
  const [preview, setPreview] = useState<Preview | null>(null)
  const [decided, setDecided] = useState(NOTHING)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const asked = useRef(0)
  /** What was decided when the preview that is shown was asked for. */
  const answered = useRef(NOTHING)

  async function look(now: Decided = NOTHING): Promise<Preview | null> {
    asked.current += 1
    const mine = asked.current
    setBusy(true)
    setProblem(null)
    // Shown at once; taken back where the answer does not come.
    setDecided(now)
    const answer = await ask(now).catch(
      (): Answer<Preview | null> => ({
        ok: false,
        problem: {
          code: 'unavailable',
          message: 'Can’t reach Attest. Your text is kept here; try again.',
        },
      }),
    )
    if (mine !== asked.current) return null
    setBusy(false)
    if (!answer.ok) {
      setDecided(answered.current)
      setProblem(answer.problem)
      return null
    }
    const settled = choosing && !now.chosen && answer.value ? { ...now, chosen: answer.value.keys } : now
    answered.current = settled
    setDecided(settled)
    if (answer.value) setPreview(answer.value)
    return answer.value
  }

  const isChosen = (key: string) => decided.chosen?.includes(key) ?? true

  /** A correction makes other changes of the ones it is about: they are chosen where those were. */
  async function correct(correction: CorrectionDto) {
    const now = { ...decided, corrections: [...decided.corrections, correction] }
    const known = new Set(preview?.keys)
    const about = preview?.decisions.find(({ after }) => after.some(({ piece }) => piece === correction.after))
    const answer = await look(now)
    const made = answer?.keys.filter((key) => !known.has(key)) ?? []
    if (now.chosen && about && isChosen(about.key) && made.length > 0)
      await look({ ...now, chosen: [...now.chosen, ...made] })
  }

  /** Chooses changes to be recorded, or leaves them out; shown at once, whatever is still being asked. */
  function pick(keys: readonly string[], chosen: boolean) {
    const rest = (decided.chosen ?? preview?.keys ?? []).filter((key) => !keys.includes(key))
    void look({ ...decided, chosen: chosen ? [...rest, ...keys] : rest })
  }

  return {
    preview,
    decided,
    busy,
    problem,
    /** Asks again; what was decided holds while the preview is still of the same text. */
    look: () => look(preview ? decided : NOTHING),
    correct,
    isChosen,
    pick,
    isRechecked: (claim: number) => decided.recheck?.includes(claim) ?? false,
    /** Says whether the place a claim goes to makes its checks stale. */
    recheck: (claim: number, stale: boolean) => {
      const rest = (decided.recheck ?? []).filter((number) => number !== claim)
      void look({ ...decided, recheck: stale ? [...rest, claim] : rest })
    },
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
      answered.current = NOTHING
    },
  }
}

export type PreviewState = ReturnType<typeof usePreview>
