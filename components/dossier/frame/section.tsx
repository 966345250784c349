import type { ReactNode } from 'react'

type Props = { title: string; note?: ReactNode; action?: ReactNode; children: ReactNode }

/** One part of the dossier: its name, what there is of it, and its one primary action. */
export function Section({ title, note, action, children }: Props) {
  return (
    <section aria-label={title} className="mt-3.5 border-t border-line pt-3">
      <div className="mb-2 flex items-baseline gap-2">
        <h3 className="font-semibold">{title}</h3>
        {note && <span className="text-[13px] text-ink3">{note}</span>}
        {action && <span className="ml-auto">{action}</span>}
      </div>
      {children}
    </section>
  )
}
