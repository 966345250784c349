/** Claims `before` that are the claims `after`: indexes into the two texts, ascending. One side may be empty. */
export type Group = { before: readonly number[]; after: readonly number[] }

/** Groups in the making: what of either text is in one, and what is still free. No index is in two. */
export class Grouping {
  readonly ofBefore: (Group | undefined)[]
  readonly ofAfter: (Group | undefined)[]

  constructor(before: number, after: number) {
    this.ofBefore = new Array<Group | undefined>(before).fill(undefined)
    this.ofAfter = new Array<Group | undefined>(after).fill(undefined)
  }

  /** Makes a group; whatever of it was in another group takes that whole group with it. */
  join(before: readonly number[], after: readonly number[]): void {
    const group = { before, after }
    for (const at of before) this.ofBefore[at] = group
    for (const at of after) this.ofAfter[at] = group
  }

  /** Every group made so far, in the order of the text before. */
  groups(): Group[] {
    return [...new Set(this.ofBefore.filter((group) => group !== undefined))]
  }

  /** Whether anything is free on both sides. */
  isOpen(): boolean {
    return this.ofBefore.includes(undefined) && this.ofAfter.includes(undefined)
  }

  freeBefore(): number[] {
    return freeOf(this.ofBefore)
  }

  freeAfter(): number[] {
    return freeOf(this.ofAfter)
  }
}

function freeOf(places: readonly (Group | undefined)[]): number[] {
  const free: number[] = []
  for (const [at, group] of places.entries()) if (group === undefined) free.push(at)
  return free
}

/** Every index of both sides in exactly one group: those given, and one group each for what is left over. */
export function partitioned(groups: Iterable<Group>, before: number, after: number): Group[] {
  const all: Group[] = []
  const left = [new Set(Array(before).keys()), new Set(Array(after).keys())] as const
  for (const group of groups) {
    all.push(group)
    for (const at of group.before) left[0].delete(at)
    for (const at of group.after) left[1].delete(at)
  }
  for (const at of left[0]) all.push({ before: [at], after: [] })
  for (const at of left[1]) all.push({ before: [], after: [at] })
  return all
}

/** Whether the claims before two, or those behind them, are one claim. */
export function isBesideOwn(grouping: Grouping, from: number, to: number): boolean {
  return isTogether(grouping, from - 1, to - 1) || isTogether(grouping, from + 1, to + 1)
}

/** Whether two claims are in one group. */
export function isTogether(grouping: Grouping, from: number, to: number): boolean {
  const group = grouping.ofBefore[from]
  return group !== undefined && group === grouping.ofAfter[to]
}
