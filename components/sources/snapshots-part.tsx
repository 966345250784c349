'use client'

import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { Button } from '@/components/ui/button'
import { buttonClass } from '@/components/ui/button-class'
import { ProblemNote } from '@/components/ui/problem-note'
import { When } from '@/components/ui/when'
import { byteWords } from '@/lib/domain/byte-size'
import type { CaptureDto, SnapshotRow } from '@/lib/schema/shelf'
import { CaptureProgress } from './capture-progress'
import { FileDrop } from './file-drop'
import { useCaptures } from './use-captures'

type Props = {
  workspaceId: string
  sourceId: string
  snapshots: SnapshotRow[]
  captures: CaptureDto[]
  /** It has an address, a DOI or an ISBN that can be asked. */
  fetchable: boolean
  mayCapture: boolean
}

/** What is kept of a source, and how more of it is: fetched now, or given as a file. */
export function SnapshotsPart({ workspaceId, sourceId, snapshots, captures, fetchable, mayCapture }: Props) {
  const router = useRouter()
  const { underWay, ended, files, fetchNow, give, dropFile } = useCaptures(workspaceId, sourceId, captures)
  const body = (
    <>
      {mayCapture && (
        <div className="flex flex-wrap items-center gap-2">
          {fetchable && (
            <Button
              tone={snapshots.length === 0 && underWay.length === 0 ? 'go' : 'plain'}
              busy={fetchNow.busy}
              onClick={fetchNow.run}
            >
              Fetch it now
            </Button>
          )}
          <label
            className={`${buttonClass()} cursor-pointer has-focus-visible:outline-2 has-focus-visible:outline-pencil`}
          >
            Give a file of it…
            <input
              type="file"
              multiple
              className="sr-only"
              onChange={(event) => {
                give([...(event.target.files ?? [])])
                event.target.value = ''
              }}
            />
          </label>
          <span className="text-[13px] text-ink3 pointer-coarse:hidden">or drop one here</span>
        </div>
      )}
      <ProblemNote command={fetchNow.command} />
      {underWay.map((id) => (
        <div key={id} className="rounded-lg border border-line bg-raise px-3 py-2">
          <CaptureProgress
            workspaceId={workspaceId}
            captureId={id}
            onEnd={(capture) => {
              ended(id, capture)
              router.refresh()
            }}
          />
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
      {snapshots.length === 0 && underWay.length === 0 && (
        <p className="text-ink2">
          {fetchable
            ? 'Nothing is kept of it yet. Fetch it, and what it says now can be quoted and checked even when the page is gone.'
            : 'Nothing is kept of it yet. A photograph, a scan, a recording’s transcript: drop a file, and it can be quoted.'}
        </p>
      )}
      <ul className="divide-y divide-line">
        {snapshots.map((snapshot) => (
          <Line key={snapshot.id} sourceId={sourceId} snapshot={snapshot} />
        ))}
      </ul>
      {snapshots.length > 0 && (
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

function Line({ sourceId, snapshot }: { sourceId: string; snapshot: SnapshotRow }) {
  const { id, at, bytes, mediaType, sha256, finalUrl, fileName, length, problem } = snapshot
  const file = `/api/snapshots/${id}/file`
  return (
    <li className="flex flex-wrap items-start gap-x-3 gap-y-2 py-3 text-[13px]">
      {mediaType.startsWith('image/') && (
        // biome-ignore lint/performance/noImgElement: the bytes are ours and are shown as they came
        <img src={file} alt="" loading="lazy" className="size-14 rounded-md border border-line object-cover" />
      )}
      <div className="min-w-0 flex-1 basis-64">
        <p className="font-medium">
          <When at={at} />
          <span className="font-normal text-ink2">
            {' · '}
            {mediaType} · {byteWords(bytes)}
            {length > 0 && ` · ${length.toLocaleString('en')} characters`}
          </span>
        </p>
        <p className="text-ink3 [overflow-wrap:anywhere]">
          {finalUrl ?? fileName ?? 'A file'} ·{' '}
          <span title={`SHA-256 ${sha256}`} className="whitespace-nowrap font-mono text-xs">
            {sha256.slice(0, 12)}
          </span>
        </p>
        {problem && (
          <p className="text-con">
            <span aria-hidden="true">! </span>
            {problem}
          </p>
        )}
      </div>
      <div className="flex gap-2">
        <Link prefetch={false} className={buttonClass('plain', true)} href={`/sources/${sourceId}/snapshots/${id}`}>
          Read
        </Link>
        <a className={buttonClass('quiet', true)} href={file} download>
          Save the bytes
        </a>
      </div>
    </li>
  )
}
