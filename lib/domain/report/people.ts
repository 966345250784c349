/** Who acted where no member did: the command line and the demo. */
export const HOUSE_NAME = 'Attest'

/**
 * The name each member goes by in a report. Desk names need not differ, so a later member of the same name is told
 * apart by a number; what an earlier report called someone stays as it was.
 * @param members in the order in which they joined
 */
export function deskNames(members: Iterable<{ id: string; name: string }>): (memberId: string | null) => string {
  const names = new Map<string, string>()
  const taken = new Map<string, number>([[HOUSE_NAME, 1]])
  for (const { id, name } of members) {
    const count = (taken.get(name) ?? 0) + 1
    taken.set(name, count)
    names.set(id, count === 1 ? name : `${name} (${count})`)
  }
  return (memberId) => (memberId === null ? HOUSE_NAME : (names.get(memberId) ?? 'A former member'))
}
