'use client'

import { Button } from '@/components/ui/button.tsx'
import { withLabel } from '@/lib/domain/article/framing.ts'
import { DiffView } from './diff-view.tsx'
import { Words } from './words.tsx'

/** `note`: said instead, of a conflict that no one has just run into. */
type Props = {
  base: string
  theirs: string
  mine: string
  /** What the claim is shown with; null for running text. */
  label: string | null
  whose?: string
  note?: string
  onTakeOver?: () => void
}

/** A conflict: what it was based on, what stands now, what was asked for. All three, so that no one has to remember. */
export function ThreeTexts({ base, theirs, mine, label: of, whose = 'Yours', note, onTakeOver }: Props) {
  const spoken = (text: string) => withLabel(of, text.trim())
  const rows = [
    ['Based on', spoken(base), null],
    ['Current', spoken(theirs), spoken(base)],
    [whose, spoken(mine), spoken(base)],
  ] as const
  return (
    <div role={note === undefined ? 'alert' : undefined} className="rounded-lg border border-sta p-3">
      <p className="mb-2 text-[13px] font-medium">
        {note ?? 'The wording changed meanwhile. Nothing was recorded, nothing is lost.'}
      </p>
      <dl className="space-y-2">
        {rows.map(([label, text, against]) => (
          <div key={label}>
            <dt className="text-xs text-ink3">{label}</dt>
            <dd className="font-serif text-[16px] leading-6">
              {against === null ? <Words text={text} /> : <DiffView before={against} after={text} />}
            </dd>
          </div>
        ))}
      </dl>
      {onTakeOver && (
        <Button small className="mt-3" onClick={onTakeOver}>
          Continue from the current wording
        </Button>
      )}
    </div>
  )
}
