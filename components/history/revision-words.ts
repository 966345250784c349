import type { RevisionCounts, RevisionKind } from '@/lib/schema/history'

export const KIND_WORDS: Record<RevisionKind, string> = {
  imported: 'Imported',
  recorded: 'Recorded',
  accepted: 'Proposal accepted',
  restored: 'Restored',
  upstream: 'Newer state taken in',
}

const COUNT_WORDS: [what: keyof RevisionCounts, words: string][] = [
  ['reworded', 'reworded'],
  ['new', 'new'],
  ['split', 'split'],
  ['merged', 'merged'],
  ['moved', 'moved'],
  ['returned', 'came back'],
  ['retired', 'retired'],
]

/** "3 claims reworded, 1 split": what a revision made. */
export function countWords(counts: RevisionCounts): string {
  const parts = COUNT_WORDS.filter(([what]) => counts[what] > 0)
  if (parts.length === 0) return 'only how the text is set'
  return parts
    .map(([what, words], at) => {
      const claims = at === 0 ? (counts[what] === 1 ? ' claim' : ' claims') : ''
      return `${counts[what].toLocaleString('en')}${claims} ${words}`
    })
    .join(', ')
}
