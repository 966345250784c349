/**
 * A place where a sentence may end, in UTF-16 units: the ending mark starts at `mark` and stops at `stop`; closing
 * quotation marks reach to `closed`, footnote markers to `end`; the next sentence would begin at `next`. `voted` says
 * that the segmenter breaks there, `sure` that a sentence ends there whatever it says.
 */
export type Candidate = {
  mark: number
  stop: number
  closed: number
  end: number
  next: number
  voted: boolean
  sure?: true
}

/**
 * A candidate with what the rules look at: `left` ends with the mark, `right` begins with what would be the next
 * sentence (both short, so that the cost of a rule is bounded); the sentence under way began at `from`; the quotation
 * or parenthesis that closes here, if one does, at `opened`; `language` is a primary subtag in lower case.
 */
export type Place = {
  text: string
  from: number
  at: Candidate
  opened: number | undefined
  left: string
  right: string
  language: string
}
