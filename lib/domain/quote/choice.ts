import { MARGIN, type Ranked } from './rank.ts'

/** How far a quote may have moved where the position alone chooses among equals, and how many times farther others must be. */
const NEAR = 4_000
const FARTHER = 4

/**
 * The place to show of several, best first: the likeliest, where it is likelier than each other by more than chance
 * explains. Among equals, the one near the old position, if the others are much farther off; else none, for a part that
 * was put in or taken out before them all moves every place, and the nearest is then the nearest by chance.
 * @param hint the old position; null where none is known, then the first of those equal to the last letter is as good as any
 */
export function chosen(places: readonly Ranked[], hint: number | null): Ranked | null {
  const [first] = places
  if (!first) return null
  const equals = places.filter(
    (place) => first.weight - place.weight < MARGIN && (place === first || isApart(place, first)),
  )
  if (equals.length === 1) return first
  if (hint === null) return equals.every(({ errors }) => errors === 0) ? firstOf(equals) : null
  const off = (place: Ranked) => Math.abs(place.start - hint)
  equals.sort((a, b) => off(a) - off(b))
  const [near, next] = equals as [Ranked, Ranked]
  return off(near) <= NEAR && off(next) >= FARTHER * off(near) + (near.end - near.start) / 4 ? near : null
}

function isApart(a: Ranked, b: Ranked): boolean {
  return a.end <= b.start || b.end <= a.start || Math.abs(a.start - b.start) > (b.end - b.start) / 2
}

function firstOf(places: readonly Ranked[]): Ranked | null {
  return places.reduce((first, place) => (place.start < first.start ? place : first))
}
