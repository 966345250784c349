/** Claims `before` that are the claims `after`: indexes into the two texts, ascending. One side may be empty. */
export type Group = { before: readonly number[]; after: readonly number[] }

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
