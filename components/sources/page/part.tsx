import type { ReactNode } from 'react'

type Props = { title: string; beside?: ReactNode; children: ReactNode; id: string }

/** A part of a source's page, under a heading by which it is found. */
export function SourcePart({ title, beside, children, id }: Props) {
  return (
    <section aria-label={title} id={id} className="border-line border-t pt-4">
      <div className="mb-2.5 flex flex-wrap items-center gap-x-3 gap-y-1">
        <h2 tabIndex={-1} className="flex-1 font-semibold text-[15px] leading-6">
          {title}
        </h2>
        {beside}
      </div>
      {children}
    </section>
  )
}
