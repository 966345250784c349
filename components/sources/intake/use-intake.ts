'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { toast } from 'sonner'
import { importFile, paste } from '@/lib/actions/capture.ts'
import { readEntry } from '@/lib/domain/source/entry.ts'
import { byteWords } from '@/lib/domain/text/byte-size.ts'
import type { Duplicate, Imported } from '@/lib/view/shelf.ts'
import { AWAY, FILE_LIMIT, sendFile } from '../send-file.ts'

const BIBLIOGRAPHY = /\.(bib|bibtex|ris|json|csl)$/i

export type Added = { sourceId: string; existing: boolean; captureId: string | null; problems?: string[] }

/** How far one thing has come that someone pasted or dropped. */
export type Stage =
  | { at: 'waiting' | 'busy'; words: string }
  | { at: 'failed'; words: string; again: boolean }
  | { at: 'there'; duplicates: Duplicate[]; text: string }
  | { at: 'bibliography'; count: number; titles: string[]; problems: string[]; text: string }
  | { at: 'imported'; imported: Imported }
  | { at: 'added'; added: Added }

export type Entry = { id: string; name: string; what: { text: string } | { file: File }; stage: Stage }

/** Takes in what is pasted or dropped, one after another; each stays listed until it is settled or put away. */
export function useIntake(workspaceId: string, onAdded: (added: Added) => void) {
  const [entries, setEntries] = useState<Entry[]>([])
  const line = useRef<Promise<void>>(Promise.resolve())
  const alive = useRef(true)
  const told = useRef(onAdded)
  told.current = onAdded
  useEffect(() => {
    alive.current = true
    return () => {
      alive.current = false
    }
  }, [])

  const move = useCallback((id: string, stage: Stage) => {
    if (alive.current) setEntries((all) => all.map((entry) => (entry.id === id ? { ...entry, stage } : entry)))
  }, [])

  /** Sends one; `lone` is handed on at once, others wait to be chosen. */
  const send = useCallback(
    (entry: Entry, lone: boolean, anyway = false) => {
      line.current = line.current.then(async () => {
        if (!alive.current) return
        const settle = (stage: Stage) => {
          move(entry.id, stage)
          if (stage.at === 'added' && lone && alive.current) told.current(stage.added)
          // Whoever is taken to the source at once must hear of it all the same.
          if (stage.at === 'added' && lone) for (const problem of stage.added.problems ?? []) toast(problem)
        }
        const busy = (words: string) => move(entry.id, { at: 'busy', words })
        settle(await sent(workspaceId, entry.what, anyway, busy))
      })
    },
    [workspaceId, move],
  )

  const take = useCallback(
    (things: Entry['what'][]) => {
      const fresh = things.map((what) => ({ id: crypto.randomUUID(), name: nameOf(what), what, stage: first(what) }))
      setEntries((all) => [...all.filter(({ stage }) => stage.at !== 'added'), ...fresh])
      for (const entry of fresh) if (entry.stage.at === 'waiting') send(entry, fresh.length === 1)
    },
    [send],
  )

  const importAll = useCallback(
    async (entry: Entry, text: string, count: number) => {
      const words = `Adding ${count.toLocaleString('en')} sources. Those that are done stay, whatever happens.`
      move(entry.id, { at: 'busy', words })
      move(entry.id, await imported(workspaceId, text))
    },
    [workspaceId, move],
  )

  const drop = useCallback((id: string) => setEntries((all) => all.filter((entry) => entry.id !== id)), [])
  return { entries, take, send, importAll, drop }
}

function nameOf(what: Entry['what']): string {
  if ('file' in what) return what.file.name
  const line = what.text.trim().split('\n', 1)[0] ?? ''
  return line.length > 80 ? `${line.slice(0, 79)}…` : line
}

function first(what: Entry['what']): Stage {
  if ('file' in what && what.file.size > FILE_LIMIT) {
    const words = `This file has ${byteWords(what.file.size)}; at most ${byteWords(FILE_LIMIT)} are taken. Nothing was sent. A part of it, or a smaller print, will do.`
    return { at: 'failed', words, again: false }
  }
  return { at: 'waiting', words: 'Waits for its turn.' }
}

async function sent(
  workspaceId: string,
  what: Entry['what'],
  anyway: boolean,
  busy: (words: string) => void,
): Promise<Stage> {
  try {
    if ('text' in what) {
      busy('Looking it up on the shelf…')
      return await pasted(workspaceId, what.text, anyway)
    }
    if (BIBLIOGRAPHY.test(what.file.name) && what.file.size <= 5_000_000) {
      busy('Reading the records…')
      const text = await what.file.text()
      if (isRecords(text)) return await pasted(workspaceId, text, anyway)
    }
    busy(`Sending ${byteWords(what.file.size)}…`)
    return await upload(workspaceId, what.file)
  } catch {
    return { at: 'failed', words: AWAY, again: true }
  }
}

async function pasted(workspaceId: string, text: string, anyway: boolean): Promise<Stage> {
  const answer = await paste({ workspaceId, text, anyway, commandId: crypto.randomUUID() })
  if (!answer.ok) return { at: 'failed', words: answer.problem.message, again: true }
  const value = answer.value
  if (value?.outcome === 'added') return { at: 'added', added: value }
  if (value?.outcome === 'likely_there') return { at: 'there', duplicates: value.duplicates, text }
  if (value?.outcome === 'bibliography') return { ...value, at: 'bibliography', text }
  return { at: 'failed', words: 'No address, number or record could be read in this. Nothing was added.', again: false }
}

async function imported(workspaceId: string, text: string): Promise<Stage> {
  try {
    const answer = await importFile({ workspaceId, text, commandId: crypto.randomUUID() })
    if (!answer.ok) return { at: 'failed', words: answer.problem.message, again: true }
    return { at: 'imported', imported: answer.value ?? { added: 0, existing: 0, problems: [] } }
  } catch {
    const words =
      'Attest stopped answering while the records were added. What was added stays; add all again for the rest.'
    return { at: 'failed', words, again: true }
  }
}

async function upload(workspaceId: string, file: File): Promise<Stage> {
  const answer = await sendFile(workspaceId, file)
  if (!answer.ok) return { at: 'failed', words: answer.words, again: true }
  return { at: 'added', added: { sourceId: answer.sourceId, existing: false, captureId: answer.captureId } }
}

function isRecords(text: string): boolean {
  return ['bibtex', 'ris', 'csl'].includes(readEntry(text).kind)
}
