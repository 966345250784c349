import { partsOf } from '@/lib/domain/text/invisible-character.ts'

/**
 * Someone's words as they are. A character that shows nothing, or turns the direction of writing, stands there by its
 * name, and reaches no further than itself.
 */
export function Words({ text }: { text: string }) {
  const parts = partsOf(text)
  if (parts.every(({ name }) => name === null)) return text
  let at = 0
  return parts.map(({ text: part, name }) => {
    const key = at
    at += part.length
    if (name === null) return <bdi key={key}>{part}</bdi>
    return (
      <span key={key} className="unseen" title="Invisible character">
        ⟨{name}⟩
      </span>
    )
  })
}
