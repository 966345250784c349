import { When } from '@/components/ui/when.tsx'
import type { Viewer } from '@/lib/view/galley.ts'

/** Says on every page of an archived article that it is, by whom and why. */
export function ArchivedNote({ archived: { by, at, reason } }: { archived: NonNullable<Viewer['archived']> }) {
  return (
    <section
      aria-label="Archived article"
      className="no-print border-b border-line bg-paper px-5 py-2 text-[13px] leading-5 text-ink2 [overflow-wrap:anywhere]"
    >
      <b className="font-semibold text-ink">Archived</b> by <bdi>{by}</bdi>, <When at={at} />. It can be read and
      exported, not changed.
      {reason && (
        <>
          {' '}
          Reason: <bdi>{reason}</bdi>
        </>
      )}
    </section>
  )
}
