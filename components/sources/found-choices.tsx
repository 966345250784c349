'use client'

import { Button } from '@/components/ui/button.tsx'
import { FIELD_LABEL, type FilledField } from '@/lib/domain/source/fill.ts'
import { FOUND_PLACE_LABEL, type FoundChoice, type FoundPlace } from '@/lib/domain/source/found.ts'

type Props = {
  field: FilledField
  choices: readonly FoundChoice[]
  busy?: boolean
  /** Takes one of them, also the one that the record says: that accepts it. Absent where nothing can be taken. */
  onTake?: ((value: string) => void) | undefined
}

/** What was found of one field, side by side, each with where it was found; one click takes another. */
export function FoundChoices({ field, choices, busy = false, onTake }: Props) {
  if (choices.length === 0) return null
  return (
    <ul aria-label={`Found for the ${FIELD_LABEL[field]}`} className="mt-1 w-full space-y-1 text-[13px] leading-[18px]">
      {choices.map(({ value, places, chosen }) => (
        <li
          key={value}
          className={`flex flex-wrap items-baseline gap-x-2 rounded-md px-2 py-1 ${chosen ? 'bg-hover' : 'border border-line border-dashed'}`}
        >
          <span className="min-w-0 flex-1 basis-28 [overflow-wrap:anywhere]">
            {/* Where nothing differs, the value is not said twice. */}
            {choices.length > 1 && <bdi className="block">{value || '(empty)'}</bdi>}
            <span className="text-xs leading-4 text-ink3">{placeWords(places)}</span>
          </span>
          {onTake && (
            <Button
              small
              tone="quiet"
              busy={busy}
              aria-label={chosen ? `Keep “${value}”` : `Take this: “${value}”`}
              onClick={() => onTake(value)}
            >
              {chosen ? 'Keep' : 'Take this'}
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}

function placeWords(places: readonly FoundPlace[]): string {
  return places.length === 0
    ? 'In the record; no place that was asked says this'
    : places.map((place) => FOUND_PLACE_LABEL[place]).join(', ')
}
