/** What is looked for: the quote as it was, the same folded, its surroundings folded, and where it stood (raw units). */
export type AnchorSearch = {
  exact: string
  pattern: string
  prefix: string
  suffix: string
  /** Null where it is not known. */
  position: number | null
}
