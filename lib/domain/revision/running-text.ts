/**
 * Two states of an article as one running text: what the first said and the second does not, struck out in its place;
 * what came in, inserted.
 *
 * Plan: blocks are paired by the claims they hold, those that most have in common first, then by their id. Of the pairs
 * that stand in the same order on both sides each is one block, compared word by word; everything else is a block that
 * was taken out, or put in. So a block that moved is struck out where it stood and inserted where it stands.
 * Reading only what is kept or struck out gives the text before; only what is kept or inserted, the text after.
 */
import { isInfobox, type LayoutBlock } from '../article/layout.ts'
import type { Standing } from '../article/target.ts'
import { oneLine } from '../claim/wording.ts'
import { inOrder } from '../reconcile/order.ts'
import { countWords } from '../text/word.ts'
import { type DiffPart, wordDiff } from '../text/word-diff.ts'

export type RunningBlock = Pick<LayoutBlock, 'id' | 'kind' | 'label' | 'level'> & {
  state: 'same' | 'changed' | 'removed' | 'added'
  parts: DiffPart[]
}

type Spelled = { block: LayoutBlock; text: string }

export function runningText(before: Standing, after: Standing): RunningBlock[] {
  const [old, now] = [spelled(before), spelled(after)]
  const stayed = new Map([...inOrder(pairs(old, now))].map((pair) => [pair.after, pair.before]))
  const running: RunningBlock[] = []
  let gone = 0
  /** Blocks of before that stand in front of `end` and were not kept. */
  const strike = (end: number) => {
    for (; gone < end; gone++) running.push(whole(old[gone], 'removed', gone))
  }
  const nextStayed = (from: number) => {
    for (let at = from; at < now.length; at++) if (stayed.has(at)) return stayed.get(at) ?? old.length
    return old.length
  }
  for (const [at, one] of now.entries()) {
    const from = stayed.get(at)
    if (at === 0 || stayed.has(at - 1)) strike(nextStayed(at))
    if (from === undefined) {
      running.push(whole(one, 'added', at))
      continue
    }
    const parts = wordDiff(old[from]?.text ?? '', one.text)
    const same = parts.every(({ kind }) => kind === 'same')
    running.push({ ...look(one.block), id: `a${at}`, state: same ? 'same' : 'changed', parts })
    gone = from + 1
  }
  strike(old.length)
  return running
}

function spelled({ layout, texts }: Standing): Spelled[] {
  return layout.blocks.map((block) => ({
    block,
    text: oneLine(block.claims.map((number) => texts.get(number) ?? '').join('')).trim(),
  }))
}

function look({ kind, label, level }: LayoutBlock): Omit<RunningBlock, 'id' | 'state' | 'parts'> {
  return { kind, ...(label !== undefined && { label }), ...(level !== undefined && { level }) }
}

function whole(one: Spelled | undefined, state: 'removed' | 'added', at: number): RunningBlock {
  const { block, text } = one ?? {
    block: { id: '', kind: 'paragraph' as const, open: '', close: '', claims: [] },
    text: '',
  }
  const parts: DiffPart[] = text === '' ? [] : [{ kind: state, text }]
  return { ...look(block), id: `${state[0] === 'r' ? 'b' : 'a'}${at}`, state, parts }
}

function pairs(old: readonly Spelled[], now: readonly Spelled[]): { before: number; after: number; weight: number }[] {
  const home = new Map(old.flatMap(({ block }, at) => block.claims.map((number) => [number, at] as const)))
  const byId = new Map(old.map(({ block }, at) => [block.id, at]))
  const wanted: { before: number; after: number; shared: number }[] = []
  for (const [after, { block }] of now.entries()) {
    const shared = new Map<number, number>()
    for (const number of block.claims) {
      const before = home.get(number)
      if (before !== undefined) shared.set(before, (shared.get(before) ?? 0) + 1)
    }
    const namesake = byId.get(block.id)
    if (namesake !== undefined) shared.set(namesake, (shared.get(namesake) ?? 0) + 0.5)
    for (const [before, count] of shared)
      if (alike(old[before]?.block, block)) wanted.push({ before, after, shared: count })
  }
  wanted.sort((a, b) => b.shared - a.shared || a.after - b.after || a.before - b.before)
  const [taken, placed] = [new Set<number>(), new Set<number>()]
  return wanted.flatMap(({ before, after }) => {
    if (taken.has(before) || placed.has(after)) return []
    taken.add(before)
    placed.add(after)
    return [{ before, after, weight: Math.max(1, countWords(now[after]?.text ?? '')) }]
  })
}

/** Set alike, so that a comparison of their words says all. A field of the infobox is its label. */
function alike(one: LayoutBlock | undefined, other: LayoutBlock): boolean {
  return one?.kind === other.kind && one.level === other.level && (!isInfobox(other) || one.label === other.label)
}

export type Folded = { blocks: RunningBlock[]; folded: number }

/**
 * What a page shows of a running text: all of it up to `most` blocks; of a longer one, what changed with the blocks next
 * to it. Each stretch says how many blocks were left out before it; the last one, without blocks, how many behind.
 */
export function foldSame(running: readonly RunningBlock[], most: number): Folded[] {
  const near = (at: number) => [at - 1, at, at + 1].some((place) => running[place] && running[place].state !== 'same')
  const shown = running.length <= most ? () => true : near
  const stretches: Folded[] = []
  let folded = 0
  let count = 0
  for (const [at, block] of running.entries()) {
    if (!shown(at) || count >= most) {
      folded += 1
      continue
    }
    const last = stretches.at(-1)
    if (last && folded === 0) last.blocks.push(block)
    else stretches.push({ blocks: [block], folded })
    folded = 0
    count += 1
  }
  return folded > 0 ? [...stretches, { blocks: [], folded }] : stretches
}
