import * as Y from 'yjs'

/** The words of a shared text, a line for each thing that holds some. */
export function wordsOf(text: Y.XmlFragment): string {
  const inner = (node: Y.XmlFragment): string =>
    node
      .toArray()
      .map((child) =>
        child instanceof Y.XmlText
          ? child.toDelta().reduce((all: string, { insert }: { insert: unknown }) => `${all}${insert}`, '')
          : child instanceof Y.XmlElement
            ? inner(child)
            : '',
      )
      .join('\n')
  return inner(text)
}

export function firstParagraph(text: Y.XmlFragment): Y.XmlText {
  for (const block of text.toArray()) {
    const inside = block instanceof Y.XmlElement && block.nodeName === 'paragraph' ? block.get(0) : undefined
    if (inside instanceof Y.XmlText) return inside
  }
  throw new Error('the document has no paragraph with text in it')
}
