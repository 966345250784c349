import { wordDiff } from '@/lib/domain/word-diff'
import { Words } from './words'

/** Two wordings, word by word. Read aloud as well as seen: insertions and deletions are elements of their own. */
export function DiffView({ before, after }: { before: string; after: string }) {
  const parts = wordDiff(before.trim(), after.trim())
  let at = 0
  return (
    <span className="diff" dir="auto">
      {parts.map((part) => {
        const key = at
        at += part.text.length + 1
        if (part.kind === 'removed')
          return (
            <del key={key}>
              <Words text={part.text} />
            </del>
          )
        if (part.kind === 'added')
          return (
            <ins key={key}>
              <Words text={part.text} />
            </ins>
          )
        return (
          <span key={key}>
            <Words text={part.text} />
          </span>
        )
      })}
    </span>
  )
}
