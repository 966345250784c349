import type { RevisionKind } from '@/lib/view/history.ts'

export const KIND_WORDS: Record<RevisionKind, string> = {
  imported: 'Imported',
  recorded: 'Recorded',
  accepted: 'Proposal accepted',
  restored: 'Restored',
  upstream: 'Updated from upstream',
}
