export type Passage = { snapshotId: string; start: number; end: number }
