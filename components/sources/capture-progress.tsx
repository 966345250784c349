'use client'

import { useEffect, useRef, useState } from 'react'
import { state } from '@/lib/actions/capture.ts'
import { byteWords } from '@/lib/domain/text/byte-size.ts'
import type { CaptureDto } from '@/lib/view/shelf.ts'
import { ProgressBar } from './progress-bar.tsx'

/** Milliseconds between looks. */
const PAUSE = 700
/** How many looks in a row may fail before this says so and stops. */
const MOST_FAILED = 8

const WORDS: Record<CaptureDto['state'], string> = {
  waiting: 'Waits for its turn…',
  fetching: 'Fetching…',
  reading: 'Reading what it says…',
  keeping: 'Keeping it…',
  done: 'Kept.',
  failed: 'No snapshot was kept.',
}

const LOST = 'How far it has come could not be asked. It goes on by itself; reload the page to see.'

type Props = {
  workspaceId: string
  captureId: string
  /** It ended, well or badly. Null where that could not be found out. */
  onEnd?: (capture: CaptureDto | null) => void
  /** What is known of it already. */
  start?: CaptureDto
}

export function isUnderWay(capture: Pick<CaptureDto, 'state'>): boolean {
  return capture.state !== 'done' && capture.state !== 'failed'
}

/** A snapshot on its way, from being asked for to being kept. It keeps its height until it has ended. */
export function CaptureProgress({ workspaceId, captureId, onEnd, start }: Props) {
  const [capture, setCapture] = useState<CaptureDto | null>(start ?? null)
  const [lost, setLost] = useState<string | null>(null)
  const told = useRef(onEnd)
  told.current = onEnd

  useEffect(() => {
    let alive = true
    let timer: ReturnType<typeof setTimeout> | undefined
    let failed = 0
    const look = async () => {
      const answer = await state({ workspaceId, captureId }).catch(() => null)
      if (!alive) return
      if (answer?.ok && answer.value) {
        failed = 0
        setCapture(answer.value)
        if (!isUnderWay(answer.value)) return told.current?.(answer.value)
      } else {
        failed += 1
        const isFinal = answer?.ok === false && answer.problem.code !== 'unavailable' && answer.problem.code !== 'fault'
        if (isFinal || failed >= MOST_FAILED) {
          setLost(answer?.ok === false && isFinal ? answer.problem.message : LOST)
          return told.current?.(null)
        }
      }
      timer = setTimeout(look, PAUSE * Math.min(4, 1 + failed))
    }
    void look()
    return () => {
      alive = false
      clearTimeout(timer)
    }
  }, [workspaceId, captureId])

  const now = capture?.state ?? 'waiting'
  const { received = 0, expected = null, words = '' } = capture ?? {}
  const isMoving = lost === null && now !== 'done' && now !== 'failed'
  const isCounted = now === 'fetching' && expected !== null && expected > 0
  const said = lost ?? (now === 'failed' && words ? `${WORDS.failed} ${words}` : (!isMoving && words) || WORDS[now])
  return (
    <div className={`text-[13px] leading-5 ${isMoving ? 'min-h-10' : ''}`}>
      <div className="flex gap-2">
        <p aria-live="polite" className={`min-w-0 flex-1 ${now === 'failed' ? 'text-ref' : 'text-ink2'}`}>
          {now === 'failed' && <span aria-hidden="true">! </span>}
          {said}
        </p>
        {now === 'fetching' && received > 0 && (
          // Outside what is announced: it changes more than once a second.
          <span className="whitespace-nowrap text-ink3">
            {byteWords(received)}
            {isCounted && ` of ${byteWords(expected)}`}
          </span>
        )}
      </div>
      {isMoving && (
        <ProgressBar
          label={`Snapshot${capture?.fileName ? ` of ${capture.fileName}` : ''}`}
          {...(isCounted && { value: Math.min(received, expected), max: expected })}
        />
      )}
    </div>
  )
}
