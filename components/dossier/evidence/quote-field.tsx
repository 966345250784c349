'use client'

import { useEffect, useRef } from 'react'
import { Button } from '@/components/ui/button.tsx'
import { TextArea } from '@/components/ui/field.tsx'
import { Words } from '@/components/wording/words.tsx'

type Props = {
  quote: string
  /** It was selected in a snapshot: what stands there is the quote, and nothing is typed. */
  taken: boolean
  /** Opens the reader; absent where nothing is kept of the source. */
  onRead?: (() => void) | undefined
  onType: (quote: string) => void
  onTakeBack: () => void
  /** It was taken a moment ago: the reader has closed, and the focus goes on from here. */
  focus?: boolean
  error?: string | undefined
}

/** The source's own words: typed, or better, selected in what was kept of it. */
export function QuoteField({ quote, taken, onRead, onType, onTakeBack, focus = false, error }: Props) {
  const place = useRef<HTMLElement>(null)
  useEffect(() => {
    // After the reader has tried to give it back to a button that is gone.
    const later = focus ? setTimeout(() => place.current?.querySelector('button')?.focus(), 50) : undefined
    return () => clearTimeout(later)
  }, [focus])
  if (taken)
    return (
      <section ref={place} aria-label="Quote from the snapshot" className="flex flex-col gap-1">
        <p className="text-[13px] font-medium text-ink2">
          Quote <span className="font-normal text-ink3">from the snapshot</span>
        </p>
        <blockquote
          dir="auto"
          className="max-h-[30dvh] overflow-y-auto border-l-2 border-pencil pl-2.5 font-serif text-[16px] leading-6 [overflow-wrap:anywhere]"
        >
          <Words text={quote} />
        </blockquote>
        <p className="-ml-2 flex flex-wrap">
          {onRead && (
            <Button small tone="quiet" onClick={onRead}>
              Select another passage
            </Button>
          )}
          <Button small tone="quiet" onClick={onTakeBack}>
            Take it back
          </Button>
        </p>
      </section>
    )
  return (
    <div className="flex flex-col gap-1">
      <TextArea
        label="Quote"
        name="quote"
        serif
        rows={2}
        value={quote}
        onChange={onType}
        hint="The source’s own words."
        error={error}
      />
      {onRead && (
        <Button small className="self-start" onClick={onRead}>
          {quote.trim() === '' ? 'Select it in the page' : 'Find it in the page'}
        </Button>
      )}
    </div>
  )
}
