import { STATUS_LABEL, type Status } from '@/lib/domain/claim/status.ts'

const LOOK: Record<Status, { glyph: string; tone: string }> = {
  supported: { glyph: '✓', tone: 'text-sup' },
  refuted: { glyph: '✕', tone: 'text-ref' },
  conflicting_evidence: { glyph: '≠', tone: 'text-con' },
  not_enough_evidence: { glyph: '?', tone: 'text-nee' },
  disputed: { glyph: '═', tone: 'text-dis' },
  stale: { glyph: '∿', tone: 'text-sta' },
  in_progress: { glyph: '…', tone: 'text-pencil' },
  unchecked: { glyph: '·', tone: 'text-ink2' },
  not_checkable: { glyph: '–', tone: 'text-ink3' },
}

/** A status as a word and a sign, never by colour alone. */
export function StatusTag({ status }: { status: Status }) {
  const { glyph, tone } = LOOK[status]
  return (
    <span
      className={`inline-flex items-center gap-1.5 rounded-full px-2 py-px text-xs font-semibold leading-[18px] ring-1 ring-current ring-inset ${tone}`}
    >
      <span aria-hidden="true">{glyph}</span>
      <span>{STATUS_LABEL[status]}</span>
    </span>
  )
}
