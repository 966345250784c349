import type { ReactNode } from 'react'

type Props = { count: number; what: string; many: string; children: ReactNode }

/** What was recorded and no longer counts: kept, and folded away. */
export function Earlier({ count, what, many, children }: Props) {
  if (count === 0) return null
  return (
    <details className="mt-1">
      <summary className="text-[13px] text-ink3">
        {count} {count === 1 ? what : many}
      </summary>
      <ul>{children}</ul>
    </details>
  )
}
