import { common, type Rest, restOf } from './similarity.ts'
import { alike, type Form, type Terms } from './term.ts'

/** The least share of a part's own words that must be words of the whole, and what of the whole the parts must hold. */
const PART_SHARE = 0.6
const WHOLE_SHARE = 0.6
/** The least weight of a part: less than a word of its own tells nothing. */
const PART_WEIGHT = 0.5

/** Words of a whole that its parts have in common with it, part after part. */
export type Parting = { rest: Rest; held: number; spread: number; used: ReadonlyMap<number, Form[]> }

export function parting(whole: Terms): Parting {
  return { rest: restOf(whole), held: 0, spread: 0, used: new Map() }
}

/**
 * The parting with one more part, or null when the part is not one: too little of it stands in what is left of the
 * whole. Words of the whole that an earlier part has used (a subject named again) speak neither for nor against it.
 */
export function withPart(whole: Terms, before: Parting, part: Terms): Parting | null {
  const shared = common(before.rest, part)
  let again = 0
  for (const form of part.forms) if (isUsed(before.used, form)) again += form.weight
  const own = Math.max(shared.weight, part.weight - Math.max(0, again))
  if (shared.weight < PART_WEIGHT || shared.weight < PART_SHARE * own) return null
  const used = new Map<number, Form[]>()
  for (const [at, form] of whole.forms.entries()) {
    if (shared.rest.forms[at] !== undefined) continue
    const alikes = used.get(form.stem)
    if (alikes) alikes.push(form)
    else used.set(form.stem, [form])
  }
  return { rest: shared.rest, held: before.held + shared.weight, spread: before.spread + own, used }
}

/** Whether an earlier part has used a word or a form of it ("the damages awarded … The award"). */
function isUsed(used: Parting['used'], form: Form): boolean {
  return used.get(form.stem)?.some((other) => other === form || alike(other, form)) ?? false
}

/** In how many claims one may be cut, or of how many one may be made. */
export const MOST_PARTS = 8

/** The partings of a whole into its first two parts, its first three, and so on, as far as each is one. */
export function* partingsOf(
  whole: Terms,
  part: (nth: number) => Terms | undefined,
): Generator<{ count: number; parted: Parting }> {
  let parted: Parting | null = parting(whole)
  for (let count = 1; count <= MOST_PARTS; count++) {
    const next = part(count - 1)
    parted = next ? withPart(whole, parted, next) : null
    if (!parted) return
    if (count > 1) yield { count, parted }
  }
}

/** How well the parts make up the whole, 0 to 1; 0 where they are not nearly all of it. */
export function partingScore(whole: Terms, { held, spread }: Parting): number {
  if (whole.weight === 0 || held < WHOLE_SHARE * whole.weight) return 0
  return Math.min(0.999, (2 * held) / (whole.weight + spread))
}
