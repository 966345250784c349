import type { Outcome } from '@/lib/domain/reconcile/piece.ts'

const LOOK: Record<Outcome, { glyph: string; words: string; tone: string }> = {
  kept: { glyph: '=', words: 'Kept', tone: 'text-ink3' },
  reworded: { glyph: '∿', words: 'Reworded', tone: 'text-sta' },
  moved: { glyph: '↕', words: 'Moved', tone: 'text-pencil' },
  split: { glyph: '÷', words: 'Split', tone: 'text-dis' },
  merged: { glyph: '⊕', words: 'Merged', tone: 'text-dis' },
  retired: { glyph: '−', words: 'Retired', tone: 'text-ref' },
  new: { glyph: '+', words: 'New', tone: 'text-sup' },
}

/** What becomes of a claim, as a word and a sign. */
export function OutcomeTag({ outcome, moved = false }: { outcome: Outcome; moved?: boolean }) {
  const { glyph, words, tone } = LOOK[outcome]
  return <Tag glyph={glyph} tone={tone} words={moved && outcome !== 'moved' ? `${words}, moved` : words} />
}

/** A claim that had left the article comes back. */
export function ReturnTag() {
  return <Tag glyph="↩" tone="text-sup" words="Returned" />
}

function Tag({ glyph, tone, words }: { glyph: string; tone: string; words: string }) {
  return (
    <span
      className={`inline-flex items-center gap-1.5 rounded-full px-2 py-px text-xs font-semibold leading-[18px] ring-1 ring-current ring-inset ${tone}`}
    >
      <span aria-hidden="true">{glyph}</span>
      <span>{words}</span>
    </span>
  )
}

export const OUTCOME_WORDS = Object.fromEntries(
  Object.entries(LOOK).map(([outcome, { words }]) => [outcome, words.toLowerCase()]),
) as Record<Outcome, string>
