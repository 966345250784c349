import type { Node as ProseNode } from '@tiptap/pm/model'

export type ClaimRange = { number: number; from: number; to: number; text: string }

/** Every claim of a document with the positions of its text; a claim that was cut in two gives one range a piece. */
export function claimRanges(doc: ProseNode): ClaimRange[] {
  const ranges: ClaimRange[] = []
  doc.descendants((node, position) => {
    if (!node.isText) return
    const number = node.marks.find((mark) => mark.type.name === 'claim')?.attrs.number as number | undefined
    if (number === undefined) return
    const last = ranges.at(-1)
    const text = node.text ?? ''
    if (last && last.number === number && last.to === position) {
      last.to += text.length
      last.text += text
    } else ranges.push({ number, from: position, to: position + text.length, text })
  })
  return ranges
}
