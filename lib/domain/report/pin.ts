/** What a report is pinned to: a change of its article's record, and one of its desk's. */
export type PinnedChange = { change: number; deskChange: number }

/** A pin in its one spelling, "44.22": the article's change, then the desk's. */
export function pinText({ change, deskChange }: PinnedChange): string {
  return `${change}.${deskChange}`
}

/** Reads a pin as a report states it; null where the text is none. */
export function parsePin(text: string): PinnedChange | null {
  const [, change, deskChange] = /^([1-9]\d{0,8})\.(0|[1-9]\d{0,8})$/.exec(text) ?? []
  return change === undefined || deskChange === undefined
    ? null
    : { change: Number(change), deskChange: Number(deskChange) }
}
