'use client'

import { useEffect, useState } from 'react'

const STEPS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
]

/**
 * A moment, said as people do; the exact time in the reader's own zone on hover.
 * @param day the day itself, and not how long ago it was
 */
export function When({ at, day = false }: { at: string | Date; day?: boolean }) {
  const date = new Date(at)
  // The server does not know the reader's zone: the first paint is the plain day, in UTC.
  const [words, setWords] = useState(() => date.toISOString().slice(0, 10))
  const [exact, setExact] = useState<string>()
  const time = date.getTime()
  useEffect(() => {
    const seconds = (time - Date.now()) / 1000
    const step = STEPS.find(([, length]) => Math.abs(seconds) >= length)
    const relative = new Intl.RelativeTimeFormat(undefined, { numeric: 'auto', style: 'short' })
    if (day) setWords(new Intl.DateTimeFormat(undefined, { dateStyle: 'long' }).format(time))
    else setWords(step ? relative.format(Math.round(seconds / step[1]), step[0]) : 'just now')
    setExact(new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'long' }).format(time))
  }, [time, day])
  return (
    <time dateTime={date.toISOString()} title={exact} className="whitespace-nowrap">
      {words}
    </time>
  )
}
