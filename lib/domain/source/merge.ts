export type Merged = { sourceId: string; intoId: string }

/**
 * Where a source goes if it is merged into another, or why it can't be: the other may itself have been merged, and a
 * survivor is always one step away.
 * @param merges those that concern either of the two
 */
export function decideMerge(
  sourceId: string,
  intoId: string,
  merges: readonly Merged[],
): { into: string } | { why: string } {
  const into = merges.find((merge) => merge.sourceId === intoId)?.intoId ?? intoId
  const before = merges.find((merge) => merge.sourceId === sourceId)
  if (into === sourceId || before?.intoId === into)
    return { why: 'These two are one source already. Nothing was changed.' }
  if (before) return { why: 'This source was merged into another already. Merge that one instead.' }
  return { into }
}
