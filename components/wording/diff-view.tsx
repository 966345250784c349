import { labelled, type Said } from '@/lib/domain/article/framing.ts'
import { type DiffPart, wordDiff } from '@/lib/domain/text/word-diff.ts'
import { Words } from './words.tsx'

/** Two wordings, word by word. Read aloud as well as seen: insertions and deletions are elements of their own. */
export function DiffView({ before, after }: { before: string; after: string }) {
  return (
    <span className="diff" dir="auto">
      <DiffParts parts={wordDiff(before.trim(), after.trim())} />
    </span>
  )
}

/** The same of all that a claim says, each side under its label; null: it is not there. */
export function SaidDiff({ before, after }: { before: Said; after: Said | null }) {
  return <DiffView before={labelled(before, before.text)} after={after ? labelled(after, after.text) : ''} />
}

export function DiffParts({ parts }: { parts: readonly DiffPart[] }) {
  let at = 0
  return parts.map((part) => {
    const key = at
    at += part.text.length + 1
    const Part = part.kind === 'removed' ? 'del' : part.kind === 'added' ? 'ins' : 'span'
    return (
      <Part key={key}>
        <Words text={part.text} />
      </Part>
    )
  })
}
