import type { ReactNode } from 'react'
import { When } from '@/components/ui/when.tsx'
import { ERASED_FILE } from '@/lib/domain/desk/vouching.ts'
import { byteWords } from '@/lib/domain/text/byte-size.ts'
import type { SnapshotDto } from '@/lib/view/snapshot.ts'

/** Where a snapshot came from, when, and by what it is known to be the same. */
export function SnapshotHead({ snapshot }: { snapshot: SnapshotDto }) {
  const { at, bytes, mediaType, sha256, url, finalUrl, fileName, redirects, status, language } = snapshot
  const address = finalUrl ?? url
  const erased = sha256 === ERASED_FILE
  const facts: [string, ReactNode][] = [
    [url ? 'Fetched' : 'Given', <When key="at" at={at} />],
    [
      'Address',
      address && (
        <>
          {address}
          {redirects > 0 && ` (after ${redirects === 1 ? 'one redirect' : `${redirects} redirects`})`}
        </>
      ),
    ],
    ['File', !erased && fileName],
    ['Kind', [mediaType, !erased && byteWords(bytes), language].filter(Boolean).join(' · ')],
    ['Answer', status !== null && status !== 200 && `status ${status}`],
    [
      'SHA-256',
      !erased && (
        <code key="sha" className="font-mono text-xs">
          {sha256}
        </code>
      ),
    ],
  ]
  return (
    <dl className="grid grid-cols-[minmax(64px,84px)_minmax(0,1fr)] gap-x-3 gap-y-1 text-[13px]">
      {facts.map(
        ([label, value]) =>
          value && (
            <div key={label} className="contents">
              <dt className="text-ink3">{label}</dt>
              <dd className="[overflow-wrap:anywhere]">{value}</dd>
            </div>
          ),
      )}
    </dl>
  )
}
