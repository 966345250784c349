'use client'

/** The day of a moment, as short as it is plain; the exact time on hover. For what only a browser draws. */
export function Day({ at }: { at: string }) {
  const date = new Date(at)
  const year = date.getFullYear() === new Date().getFullYear() ? {} : ({ year: 'numeric' } as const)
  return (
    <time
      dateTime={at}
      title={new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'long' }).format(date)}
      className="whitespace-nowrap"
    >
      {new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', ...year }).format(date)}
    </time>
  )
}
