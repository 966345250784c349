import { isNearIdentical } from '../text/fingerprint.ts'

/** What a desk knows of a cited source by which it may be another one as well. Keys are those of `addressKey`. */
export type Sighting = {
  sourceId: string
  /** Its own address, the one it was redirected to, and the one its page calls canonical. */
  addresses: readonly string[]
  /** Of the text that was kept last. */
  fingerprints: readonly number[]
}

export type Twin = { one: string; other: string; why: 'address' | 'text' }

/**
 * Pairs of a claim's sources that look like one: they lead to the same address, or say the same text. Each would be
 * counted as an origin of its own, so a person is asked. Not asked about are sources that are counted as one already, and
 * those that someone found to be apart.
 * @param familyOf sources of one family are one origin
 * @param apart whether someone said that two are not the same, asked either way round
 */
export function twinsAmong(
  sightings: readonly Sighting[],
  familyOf: (sourceId: string) => string,
  apart: (one: string, other: string) => boolean,
): Twin[] {
  return sightings.flatMap((one, at) =>
    sightings.slice(at + 1).flatMap((other): Twin[] => {
      const [a, b] = [one.sourceId, other.sourceId]
      if (a === b || familyOf(a) === familyOf(b) || apart(a, b)) return []
      if (one.addresses.some((address) => other.addresses.includes(address)))
        return [{ one: a, other: b, why: 'address' }]
      return isNearIdentical(one.fingerprints, other.fingerprints) ? [{ one: a, other: b, why: 'text' }] : []
    }),
  )
}

export const TWIN_WHY: Record<Twin['why'], string> = {
  address: 'lead to the same address',
  text: 'say nearly the same text',
}

/** "“A” and “B” lead to the same address. They are counted as two origins …", for whoever relies on the count. */
export function twinWords(one: string, other: string, why: Twin['why']): string {
  return `“${one}” and “${other}” ${TWIN_WHY[why]}, and are counted as two origins. Merge them, say which repeats which, or say that they are not the same.`
}
