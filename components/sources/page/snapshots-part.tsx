'use client'

import { useRouter } from 'next/navigation'
import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button.tsx'
import { FileButton } from '@/components/ui/file-button.tsx'
import { ProblemNote } from '@/components/ui/problem-note.tsx'
import { ERASED_FILE } from '@/lib/domain/desk/vouching.ts'
import type { CaptureDto, SnapshotRow } from '@/lib/view/shelf.ts'
import { CaptureProgress } from '../capture-progress.tsx'
import { FileDrop } from '../file-drop.tsx'
import { focusPart } from './focus-part.ts'
import { RedactSnapshot } from './redaction.tsx'
import { SnapshotLine } from './snapshot-line.tsx'
import { useCaptures } from './use-captures.ts'

type Props = {
  workspaceId: string
  sourceId: string
  snapshots: SnapshotRow[]
  captures: CaptureDto[]
  /** It has an address, a DOI or an ISBN that can be asked. */
  fetchable: boolean
  mayCapture: boolean
  mayRedact: boolean
  /** Where a snapshot was redacted: by whom, when and why. */
  redacted: Record<string, ReactNode>
}

/** What is kept of a source, and how more of it is: fetched now, or given as a file. */
export function SnapshotsPart({ workspaceId, sourceId, snapshots, captures, fetchable, mayCapture, ...rest }: Props) {
  const { mayRedact, redacted } = rest
  const router = useRouter()
  const { underWay, said, ended, putAway, files, fetchNow, give, dropFile } = useCaptures(
    workspaceId,
    sourceId,
    captures,
  )
  // What its snapshot says itself is not said twice.
  const shown = underWay.filter((id) => !said[id] || !snapshots.some(({ problem }) => problem === said[id]))
  const isMoving = underWay.some((id) => said[id] === undefined)
  const body = (
    <>
      {mayCapture && (
        <div className="flex flex-wrap items-center gap-2">
          {fetchable && (
            <Button
              tone={snapshots.length === 0 && !isMoving ? 'go' : 'plain'}
              busy={fetchNow.busy}
              onClick={fetchNow.run}
            >
              Fetch it now
            </Button>
          )}
          <FileButton words="Upload a file…" onFiles={give} />
          <span className="text-[13px] text-ink3 pointer-coarse:hidden">or drop one here</span>
        </div>
      )}
      <ProblemNote command={fetchNow.command} />
      {shown.map((id) => (
        <div key={id} className="flex items-start gap-2 rounded-lg border border-line bg-raise px-3 py-2">
          <div className="min-w-0 flex-1">
            <CaptureProgress
              workspaceId={workspaceId}
              captureId={id}
              onEnd={(capture) => {
                ended(id, capture)
                router.refresh()
              }}
            />
          </div>
          {said[id] !== undefined && (
            <Button
              small
              tone="quiet"
              aria-label="Dismiss"
              onClick={() => {
                putAway(id)
                focusPart('snapshots')
              }}
            >
              ×
            </Button>
          )}
        </div>
      ))}
      <ul aria-live="polite" className="space-y-2 empty:hidden">
        {files.map(({ id, file, words, failed }) => (
          <li
            key={id}
            className="flex flex-wrap items-center gap-2 rounded-lg border border-line bg-raise px-3 py-2 text-[13px]"
          >
            <span className="min-w-0 flex-1 basis-52 [overflow-wrap:anywhere]">
              <b className="font-medium">{file.name}</b>:{' '}
              <span className={failed ? 'text-ref' : 'text-ink2'}>{words}</span>
            </span>
            {failed && (
              <>
                <Button small onClick={() => give([file], id)}>
                  Try again
                </Button>
                <Button small tone="quiet" aria-label={`Put “${file.name}” away`} onClick={() => dropFile(id)}>
                  ×
                </Button>
              </>
            )}
          </li>
        ))}
      </ul>
      {snapshots.length === 0 && !isMoving && (
        <p className="text-ink2">
          {fetchable
            ? 'Nothing is kept of it yet. Fetch it, and what it says now can be quoted and checked even when the page is gone.'
            : 'Nothing is kept of it yet. A photograph, a scan, a recording’s transcript: drop a file, and it can be quoted.'}
        </p>
      )}
      <ul className="divide-y divide-line empty:hidden">
        {snapshots.map((snapshot) => (
          <SnapshotLine
            key={snapshot.id}
            sourceId={sourceId}
            snapshot={snapshot}
            redacted={redacted[snapshot.id]}
            redact={mayRedact && <RedactSnapshot workspaceId={workspaceId} snapshotId={snapshot.id} />}
          />
        ))}
      </ul>
      {snapshots.some(({ sha256 }) => sha256 !== ERASED_FILE) && (
        <p className="text-[13px]">
          <a className="text-pencil underline" href={`/api/sources/${sourceId}/warc`} download>
            Save all as a WARC file
          </a>
          <span className="text-ink3"> · what web archives keep and read</span>
        </p>
      )}
    </>
  )
  if (!mayCapture) return <div className="flex flex-col gap-3">{body}</div>
  return <FileDrop onFiles={(dropped) => give(dropped)}>{body}</FileDrop>
}
