import type { LayoutBlock } from '../article/layout.ts'
import type { Run } from '../article/recut.ts'
import { cutDraft, type DraftBlock, recordedPieces } from '../revision/draft.ts'

const NOUNS = ['mill', 'river', 'bridge', 'owner', 'brother', 'guard', 'station', 'depot', 'fence', 'train']
const VERBS = ['burned', 'flooded', 'collapsed', 'vanished', 'reported', 'denied', 'repaired', 'sold']
const PLACES = ['Minsk', 'Brest', 'Gomel', 'Vitebsk', 'Orsha', 'Mogilev', 'Grodno', 'Pinsk']

/** A sentence that no other number gives: its words say which claim it is, wherever it goes. */
function sentence(number: number): string {
  const of = (words: readonly string[], step: number) => words[(number * step) % words.length]
  return `The ${of(NOUNS, 7)} number${number} ${of(VERBS, 3)} near ${of(PLACES, 5)} and witness${number} saw part${number}.`
}

const sentences = (text: string) => text.match(/[^.]*\.?\s*/gu)?.filter((part) => part !== '') ?? [text]

/** One edit: what is done (0 to 4 to a claim, to 10 to blocks too), and where, by numbers taken modulo what there is. */
export type Edit = { kind: number; block: number; run: number; to: number; spot: number }

/**
 * An article (a field, a heading, and blocks of so many sentences; 2: list items) and what some edits made of it, cut
 * into claims.
 */
export function editedArticle(sizes: readonly (readonly [kind: number, size: number])[], edits: readonly Edit[]) {
  const { blocks, texts } = articleOf(sizes)
  const draft = blocks.map(draftOf(texts))
  for (const [at, one] of edits.entries()) make(draft, one, 100 + at)
  const theirs = cutDraft(draft, blocks, (number) => texts.get(number), sentences)
  const base = { blocks, pieces: recordedPieces({ layout: { open: '', close: '', blocks }, texts }) }
  return { base, theirs }
}

function articleOf(sizes: readonly (readonly [number, number])[]) {
  const texts = new Map<number, string>([
    [1, '12 dead'],
    [2, 'The fire'],
  ])
  const blocks: LayoutBlock[] = [
    { id: 'b1', kind: 'infobox_field', label: 'Toll', open: '- Toll: ', close: '\n', claims: [1] },
    { id: 'b2', kind: 'heading', level: 2, open: '== ', close: ' ==\n', claims: [2] },
  ]
  for (const [kind, size] of sizes) {
    const claims = Array.from({ length: size }, (_, at) => texts.size + 1 + at)
    for (const [at, number] of claims.entries()) texts.set(number, sentence(number) + (at < size - 1 ? ' ' : ''))
    const item =
      kind === 2 ? { kind: 'list_item' as const, level: 1, open: '- ' } : { kind: 'paragraph' as const, open: '' }
    blocks.push({ ...item, id: `b${blocks.length + 1}`, close: '\n\n', claims })
  }
  return { blocks, texts }
}

const draftOf =
  (texts: ReadonlyMap<number, string>) =>
  ({ id, kind, label, level, claims }: LayoutBlock): DraftBlock => ({
    id,
    kind,
    ...(label !== undefined && { label }),
    ...(level !== undefined && { level }),
    runs: claims.map((hint) => ({ text: texts.get(hint) ?? '', hint })),
  })

/** One edit, as an editor's document takes it; what does not fit changes nothing. */
function make(draft: DraftBlock[], { kind, block: blockAt, run: runAt, to, spot }: Edit, fresh: number): void {
  const block = draft[blockAt % Math.max(1, draft.length)]
  if (!block) return
  const { runs } = block
  const at = runAt % Math.max(1, runs.length)
  const run = runs[at]
  const sole = block.kind === 'heading' || block.kind === 'infobox_field'
  const other = draft[to % draft.length]
  const add = (into: Run[], place: number, added: Run) => {
    const before = into[place - 1]
    if (before && !/\s$/u.test(before.text)) before.text += ' '
    into.splice(place, 0, { ...added, text: into.length > place ? `${added.text.trim()} ` : added.text.trim() })
  }
  if (kind === 0 && run) run.text = run.text.replace(/near \w+|fire|dead/u, `beside ${PLACES[spot % PLACES.length]}`)
  else if (kind === 1 && !sole) add(runs, spot % (runs.length + 1), { text: sentence(fresh) })
  else if (kind === 2) runs.splice(at, 1)
  else if (kind === 3 && run && !sole) run.text = run.text.replace(' and witness', '. And witness')
  else if (kind === 4 && run && !sole) {
    const [joined] = runs.splice(at + 1, 1)
    if (joined) run.text = `${run.text.replace(/\.\s*$/u, '')}, while ${joined.text}`
  } else if (kind === 5 && run && !sole && other && other.kind !== 'heading' && other.kind !== 'infobox_field') {
    runs.splice(at, 1)
    add(other.runs, spot % (other.runs.length + 1), run)
  } else if (kind === 6 && !sole)
    draft.splice(draft.indexOf(block) + 1, 0, { kind: 'paragraph', runs: runs.splice(at, runs.length) })
  else if (kind === 7) draft.splice(to % draft.length, 0, ...draft.splice(draft.indexOf(block), 1))
  else if (kind === 8) draft.splice(to, 0, { kind: 'paragraph', runs: [{ text: sentence(fresh) }] })
  else if (kind === 9 && !sole && other && other !== block && other.kind === block.kind) {
    for (const one of runs.splice(0)) add(other.runs, other.runs.length, one)
  } else if (kind === 10 && !sole) {
    block.kind = block.kind === 'quotation' ? 'paragraph' : 'quotation'
    delete block.level
  }
}
