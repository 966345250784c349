import type { Run } from '../article/recut.ts'
import { oneLine } from '../claim/wording.ts'
import type { Item, Side } from './chosen-item.ts'

/**
 * The claims of a block that was woven of two sides, with the white space between them: that of a side on which the two
 * stood next to each other; else what stood behind the one, or before the other; in no case do they run together. At
 * the ends of the block stands what stood there at an end.
 */
export function edged(items: readonly Item[], main: Side, other: Side): Run[] {
  const sides = [main, other]
  const borders = items.slice(1).map((item, at) => borderOf(items[at], item, sides))
  return items.map((item, at) => {
    const lead = at === 0 ? startOf(item, sides) : (borders[at - 1]?.lead ?? '')
    const trail = at === items.length - 1 ? endOf(item, sides) : (borders[at]?.trail ?? '')
    const { text, ...run } = item.run
    const whole = lead + text.trim() + trail
    // A recorded wording may hold line breaks of the file it came from; in any other form it is one line.
    return { ...run, text: whole === text ? whole : oneLine(whole) }
  })
}

type Border = { trail: string; lead: string }

function borderOf(one: Item | undefined, next: Item, sides: readonly Side[]): Border {
  for (const side of sides) {
    const [last, first] = [one?.[side.name]?.last, next[side.name]?.first]
    if (last !== undefined && first === last + 1 && together(side, last, first)) return bordersOn(side, last)
  }
  for (const side of sides) {
    const last = one?.[side.name]?.last
    if (last !== undefined && together(side, last, last + 1)) return fresh(bordersOn(side, last), one, next)
  }
  for (const side of sides) {
    const first = next[side.name]?.first
    if (first !== undefined && together(side, first - 1, first)) return fresh(bordersOn(side, first - 1), one, next)
  }
  return fresh({ trail: '', lead: '' }, one, next)
}

const together = ({ blockOf }: Side, one: number, next: number) =>
  blockOf[one] !== undefined && blockOf[one] === blockOf[next]

function bordersOn({ texts }: Side, last: number): Border {
  return { trail: trailOf(texts[last] ?? ''), lead: leadOf(texts[last + 1] ?? '') }
}

/** Scripts whose sentences stand side by side without a space, and their marks. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u

/** White space between two claims that never stood beside each other. */
function fresh({ trail, lead }: Border, one: Item | undefined, next: Item): Border {
  if (trail + lead !== '') return { trail: trail + lead, lead: '' }
  const ends = [...(one?.run.text.trim() ?? '')].at(-1) ?? ''
  const starts = [...next.run.text.trim()][0] ?? ''
  return { trail: UNSPACED.test(ends) || UNSPACED.test(starts) ? '' : ' ', lead: '' }
}

function startOf(item: Item, sides: readonly Side[]): string {
  for (const side of sides) {
    const first = item[side.name]?.first
    if (first !== undefined && !together(side, first - 1, first)) return leadOf(side.texts[first] ?? '')
  }
  return ''
}

function endOf(item: Item, sides: readonly Side[]): string {
  for (const side of sides) {
    const last = item[side.name]?.last
    if (last !== undefined && !together(side, last, last + 1)) return trailOf(side.texts[last] ?? '')
  }
  return ''
}

const leadOf = (text: string) => text.slice(0, text.length - text.trimStart().length)
const trailOf = (text: string) => text.slice(text.trimEnd().length)
