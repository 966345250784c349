'use client'

import { useCallback, useRef, useState } from 'react'
import { useCommand } from '@/components/ui/use-command.ts'
import { ask } from '@/lib/actions/capture.ts'
import { byteWords } from '@/lib/domain/text/byte-size.ts'
import type { CaptureDto } from '@/lib/view/shelf.ts'
import { isUnderWay } from '../capture-progress.tsx'
import { FILE_LIMIT, sendFile } from '../send-file.ts'

type Given = { id: string; file: File; words: string; failed: boolean }

/** Snapshots of a source that are on their way: those the page came with, and those asked for since. */
export function useCaptures(workspaceId: string, sourceId: string, captures: CaptureDto[]) {
  const [asked, setAsked] = useState<string[]>([])
  const [done, setDone] = useState<string[]>([])
  const [said, setSaid] = useState<Record<string, string>>({})
  const [files, setFiles] = useState<Given[]>([])
  const line = useRef<Promise<void>>(Promise.resolve())
  const command = useCommand(ask, (answer) => {
    if (answer) setAsked((all) => [...all.filter((id) => id !== answer.captureId), answer.captureId])
  })

  /** One that failed, or has something to say, stays in sight until it is put away; one that was kept stands in the list. */
  const ended = useCallback((id: string, capture: CaptureDto | null) => {
    if (capture?.state === 'done' && !capture.words) return setDone((all) => [...all, id])
    // So that it stays in sight although the page no longer comes with it.
    setAsked((all) => (all.includes(id) ? all : [...all, id]))
    setSaid((all) => ({ ...all, [id]: capture?.words ?? '' }))
  }, [])
  const putAway = useCallback((id: string) => setDone((all) => [...all, id]), [])

  const give = useCallback(
    (things: File[], again?: string) => {
      for (const file of things) {
        const id = again ?? crypto.randomUUID()
        const tooLarge = file.size > FILE_LIMIT
        const words = tooLarge
          ? `It has ${byteWords(file.size)}; at most ${byteWords(FILE_LIMIT)} are taken. Nothing was sent.`
          : 'Waits for its turn.'
        setFiles((all) => [...all.filter((given) => given.id !== id), { id, file, words, failed: tooLarge }])
        if (tooLarge) continue
        line.current = line.current.then(async () => {
          const say = (said: string, failed: boolean) =>
            setFiles((all) => all.map((given) => (given.id === id ? { ...given, words: said, failed } : given)))
          say(`Sending ${byteWords(file.size)}…`, false)
          const answer = await sendFile(workspaceId, file, sourceId)
          if (!answer.ok) return say(answer.words, true)
          setFiles((all) => all.filter((given) => given.id !== id))
          setAsked((all) => [...all, answer.captureId])
        })
      }
    },
    [workspaceId, sourceId],
  )

  const open = captures.filter(isUnderWay).map(({ id }) => id)
  const underWay = [...new Set([...open, ...asked])].filter((id) => !done.includes(id))
  const dropFile = useCallback((id: string) => setFiles((all) => all.filter((given) => given.id !== id)), [])
  const fetchNow = { command, busy: command.busy, run: () => void command.run({ workspaceId, sourceId }) }
  return { underWay, said, ended, putAway, files, fetchNow, give, dropFile }
}
