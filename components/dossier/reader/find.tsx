'use client'

import { useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button.tsx'
import { PLACE_LIMIT, placesOf } from '@/lib/domain/quote/find.ts'
import type { SearchableText } from '@/lib/domain/text/searchable.ts'

type Place = { start: number; end: number }
type Props = { within: () => SearchableText; onFind: (place: Place) => void }

/** Finds words in the kept text, and chooses what it finds: Enter the next place, Shift with Enter the one before. */
export function ReaderFind({ within, onFind }: Props) {
  const [text, setText] = useState('')
  const [found, setFound] = useState<{ text: string; places: Place[]; at: number } | null>(null)

  // Where there is a keyboard, one looks for words first; a finger would only get a screen full of keys.
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (window.matchMedia('(pointer: fine)').matches) field.current?.focus({ preventScroll: true })
  }, [])

  function step(by: 1 | -1) {
    const places = found?.text === text ? found.places : placesOf(within(), text)
    const before = found?.text === text ? found.at : by === 1 ? -1 : 0
    const at = places.length === 0 ? 0 : (before + by + places.length) % places.length
    setFound({ text, places, at })
    const place = places[at]
    if (place) onFind(place)
  }
  const told = found?.text === text && text.trim() !== '' ? found : null
  return (
    <div className="flex flex-wrap items-center gap-1.5">
      <label className="min-w-0 flex-1 sm:flex-none">
        <span className="sr-only">Find in the kept text</span>
        <input
          ref={field}
          type="search"
          value={text}
          placeholder="Find, then Enter to choose it"
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
            event.preventDefault()
            step(event.shiftKey ? -1 : 1)
          }}
          className="w-full rounded-[7px] border border-line bg-raise px-2.5 py-1 text-[13px] placeholder:text-ink3 sm:w-[230px]"
        />
      </label>
      <Button small aria-label="The place before" onClick={() => step(-1)}>
        ↑
      </Button>
      <Button small aria-label="The next place" onClick={() => step(1)}>
        ↓
      </Button>
      <span aria-live="polite" className="min-w-[70px] text-xs text-ink3">
        {told && (told.places.length === 0 ? 'not there' : `${told.at + 1} of ${count(told.places.length)}`)}
      </span>
    </div>
  )
}

const count = (places: number) => (places >= PLACE_LIMIT ? `${PLACE_LIMIT} or more` : String(places))
