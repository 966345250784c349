/** Keeps bytes under the name of what they are: the SHA-256 of the bytes, in lower-case hex. */
export interface BlobStore {
  /** Idempotent; returns the hash once the bytes are safely there. */
  put(bytes: Uint8Array): Promise<string>
  /** @throws AppError `not_found` when nothing is kept under the hash, `fault` when what is kept is no longer what it was */
  get(hash: string): Promise<Uint8Array>
  has(hash: string): Promise<boolean>
  /** Takes what is kept under the hash away for good; nothing happens where nothing is. Only for what was redacted. */
  erase(hash: string): Promise<void>
  /** Where things are kept, in words for whoever runs the installation; without any secret. */
  describe(): string
}

/** Has the store keep bytes, unless it does: it is asked first, because that costs less than reading them again. */
export async function keepIn(store: BlobStore, hash: string, bytes: Uint8Array): Promise<void> {
  if (!(await store.has(hash))) await store.put(bytes)
}
