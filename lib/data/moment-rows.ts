/** Rows that count at a moment of the clock they were recorded by. */
export const countsAt = (seq: number) => ({
  createdSeq: { lte: seq },
  OR: [{ endedSeq: null }, { endedSeq: { gt: seq } }],
})
