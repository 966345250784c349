import Link from 'next/link'
import { TopBar } from '@/components/shell/top-bar.tsx'
import { buttonClass } from '@/components/ui/button-class.ts'
import { ERASED_FILE } from '@/lib/domain/desk/vouching.ts'
import type { Viewer } from '@/lib/view/galley.ts'
import type { SnapshotDto } from '@/lib/view/snapshot.ts'
import { SnapshotHead } from './head.tsx'
import { SnapshotReader } from './reader.tsx'

/** A snapshot as a page of its own, to read in peace. */
export function SnapshotScreen({ viewer, snapshot }: { viewer: Viewer; snapshot: SnapshotDto }) {
  const { source } = snapshot
  const back = `/sources/${source.id}`
  return (
    <>
      <TopBar
        viewer={viewer}
        crumbs={[
          { href: '/', words: 'Desk' },
          { href: '/sources', words: 'Sources' },
          { href: back, words: source.title },
          { words: 'Snapshot' },
        ]}
      />
      <main className="mx-auto max-w-[700px] px-5 py-8">
        <h1 className="mb-3 font-serif text-[26px] font-semibold leading-9 tracking-tight [overflow-wrap:anywhere]">
          {source.title}
        </h1>
        <SnapshotHead snapshot={snapshot} />
        <div className="mt-3 mb-6 flex flex-wrap gap-2 border-line border-b pb-5">
          <Link prefetch={false} className={buttonClass()} href={back}>
            To the source
          </Link>
          {snapshot.sha256 !== ERASED_FILE && (
            <a className={buttonClass()} href={`/api/snapshots/${snapshot.id}/file?as=kept`} download>
              Save the bytes
            </a>
          )}
        </div>
        <SnapshotReader snapshot={snapshot} />
      </main>
    </>
  )
}
