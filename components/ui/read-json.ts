/** Said where no answer came: nothing a person typed depends on it. */
export const UNREACHABLE = 'Can’t reach Attest. Your text is kept here; check your connection and try again.'

/**
 * Reads what an address of this site gives.
 * @param otherwise said where the answer was no, without a reason
 * @throws Error whose message is for a person
 */
export async function readJson<T>(address: string, otherwise: string, signal?: AbortSignal): Promise<T> {
  const answer = await fetch(address, { cache: 'no-store', ...(signal && { signal }) }).catch(() => {
    throw new Error(UNREACHABLE)
  })
  const body = (await answer.json().catch(() => ({}))) as T & { problem?: { message?: string } | null }
  if (!answer.ok) throw new Error(body.problem?.message ?? otherwise)
  return body
}
