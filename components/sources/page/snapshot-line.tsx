import Link from 'next/link'
import type { ReactNode } from 'react'
import { buttonClass } from '@/components/ui/button-class.ts'
import { When } from '@/components/ui/when.tsx'
import { isShownPicture } from '@/lib/domain/quote/snapshot.ts'
import { byteWords } from '@/lib/domain/text/byte-size.ts'
import type { SnapshotRow } from '@/lib/view/shelf.ts'

type Props = {
  sourceId: string
  snapshot: SnapshotRow
  /** Said in its place where it was redacted. */
  redacted: ReactNode
  /** The way to redact it, for whoever may. */
  redact: ReactNode
}

/** One thing that is kept of a source: when it came, what it is, and by what it is known to be the same. */
export function SnapshotLine({ sourceId, snapshot, redacted, redact }: Props) {
  if (redacted)
    return (
      <li className="py-3 text-[13px]">
        <p className="font-medium">
          <When at={snapshot.at} />
        </p>
        {redacted}
      </li>
    )
  return <KeptSnapshot {...{ sourceId, snapshot, redact }} />
}

function KeptSnapshot({ sourceId, snapshot, redact }: Omit<Props, 'redacted'>) {
  const { id, at, bytes, mediaType, sha256, finalUrl, fileName, length, problem } = snapshot
  const moment = new Date(at).toISOString().slice(0, 16).replace('T', ' ')
  const file = `/api/snapshots/${id}/file`
  return (
    <li className="flex flex-wrap items-start gap-x-3 gap-y-2 py-3 text-[13px]">
      {isShownPicture(mediaType) && (
        // biome-ignore lint/performance/noImgElement: the server has taken out what the file says about itself, and the size is small
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
          Read<span className="sr-only"> what was kept at {moment}</span>
        </Link>
        <a className={buttonClass('quiet', true)} href={`${file}?as=kept`} download>
          Save the bytes<span className="sr-only"> kept at {moment}</span>
        </a>
        {redact}
      </div>
    </li>
  )
}
