import { Fragment, type ReactNode } from 'react'
import type { LayoutBlock } from '@/lib/domain/article/layout.ts'
import { wordsSpan } from '@/lib/editor/claim-attributes.ts'
import { groupBlocks } from '@/lib/editor/galley-document.ts'
import { headingTag } from '@/lib/editor/heading-tag.ts'

type Props = {
  blocks: LayoutBlock[]
  textOf: (claim: number) => string
  attributesOf: (claim: number) => Record<string, string> | null
}

/** The article as the server sets it: the same elements as the editor's, so that the page stands still when it opens. */
export function Sheet({ blocks, textOf, attributesOf }: Props) {
  const words = (block: LayoutBlock) =>
    block.claims.map((number) => <ClaimWords key={number} text={textOf(number)} attributes={attributesOf(number)} />)
  return <SheetBlocks blocks={blocks} words={words} />
}

/** Blocks set as the galley sets them, whatever stands in them. */
export function SheetBlocks({ blocks, words }: { blocks: LayoutBlock[]; words: (block: LayoutBlock) => ReactNode }) {
  return groupBlocks(blocks).map((group) => {
    if (group.kind === 'infobox')
      return (
        <dl key={group.fields[0]?.values[0]?.id} className="infobox">
          {group.fields.map(({ label, values }) => (
            <Fragment key={values[0]?.id}>
              <dt dir="auto">{label}</dt>
              {values.map((block) => (
                <dd key={block.id} dir="auto" data-level={block.kind === 'list_item' ? (block.level ?? 1) : 0}>
                  {words(block)}
                </dd>
              ))}
            </Fragment>
          ))}
        </dl>
      )
    if (group.kind === 'list')
      return (
        <ul key={group.items[0]?.id}>
          {group.items.map((block) => (
            <li key={block.id} dir="auto" data-level={block.level ?? 1}>
              {words(block)}
            </li>
          ))}
        </ul>
      )
    const { block } = group
    if (block.kind === 'heading') {
      const Heading = headingTag(block.level ?? 2)
      return (
        <Heading key={block.id} dir="auto">
          {words(block)}
        </Heading>
      )
    }
    if (block.kind === 'quotation')
      return (
        <blockquote key={block.id} dir="auto">
          {words(block)}
        </blockquote>
      )
    return (
      <p key={block.id} dir="auto">
        {words(block)}
      </p>
    )
  })
}

function ClaimWords({ text, attributes }: { text: string; attributes: Record<string, string> | null }) {
  if (!attributes) return text
  const [start, end] = wordsSpan(text)
  const { class: className, tabindex, ...rest } = attributes
  return (
    <>
      {text.slice(0, start)}
      <span {...rest} className={className} {...(tabindex !== undefined && { tabIndex: Number(tabindex) })}>
        {text.slice(start, end)}
      </span>
      {text.slice(end)}
    </>
  )
}
