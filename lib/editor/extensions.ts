import { type Extensions, Mark, Node } from '@tiptap/core'
import { headingTag } from './heading-tag.ts'

// The galley's document: the one list of extensions for browser, server and tests. Blocks carry the id they have in
// the layout; claims are marks, so that a claim is a run of text like any other and two claims may touch.

const blockId = { blockId: { default: '', rendered: false } }

/** Every block is set in the direction of its own words. */
const AUTO = { dir: 'auto' }

const GalleyDocument = Node.create({
  name: 'doc',
  topNode: true,
  // The first is what a block is where nothing else is said: what is typed is prose.
  content: '(paragraph | heading | infobox | list | quotation)*',
})

const Text = Node.create({ name: 'text', group: 'inline' })

const Heading = Node.create({
  name: 'heading',
  content: 'inline*',
  defining: true,
  addAttributes: () => ({ ...blockId, level: { default: 2, rendered: false } }),
  renderHTML: ({ node }) => [headingTag(Number(node.attrs.level)), AUTO, 0],
})

const Paragraph = Node.create({
  name: 'paragraph',
  content: 'inline*',
  addAttributes: () => blockId,
  renderHTML: () => ['p', AUTO, 0],
})

const Quotation = Node.create({
  name: 'quotation',
  content: 'inline*',
  addAttributes: () => blockId,
  renderHTML: () => ['blockquote', AUTO, 0],
})

const List = Node.create({ name: 'list', content: 'item+', renderHTML: () => ['ul', 0] })

const Item = Node.create({
  name: 'item',
  content: 'inline*',
  addAttributes: () => ({ ...blockId, level: { default: 1, rendered: false } }),
  renderHTML: ({ node }) => ['li', { ...AUTO, 'data-level': String(node.attrs.level) }, 0],
})

const Infobox = Node.create({
  name: 'infobox',
  content: '(label value+)+',
  isolating: true,
  renderHTML: () => ['dl', { class: 'infobox' }, 0],
})

/** The name of an infobox field. Not text of the article under check, so no one types in it. */
const Label = Node.create({
  name: 'label',
  atom: true,
  selectable: false,
  addAttributes: () => ({ text: { default: '', rendered: false } }),
  renderHTML: ({ node }) => ['dt', AUTO, String(node.attrs.text)],
})

const Value = Node.create({
  name: 'value',
  content: 'inline*',
  addAttributes: () => ({ ...blockId, level: { default: 0, rendered: false } }),
  renderHTML: ({ node }) => ['dd', { ...AUTO, 'data-level': String(node.attrs.level) }, 0],
})

/** A claim's words. The number is a hint for people and reconciliation, never proof of identity. */
const Claim = Mark.create({
  name: 'claim',
  inclusive: true,
  excludes: 'claim',
  addAttributes: () => ({ number: { default: 0, rendered: false } }),
  renderHTML: () => ['span', 0],
})

export const galleyExtensions: Extensions = [
  GalleyDocument,
  Text,
  Heading,
  Paragraph,
  Quotation,
  List,
  Item,
  Infobox,
  Label,
  Value,
  Claim,
]
