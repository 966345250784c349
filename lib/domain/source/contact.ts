import { may, ROLES, type Who } from '../desk/permission.ts'

/**
 * May this member see who spoke to the desk, and put something else in its place? Whoever recorded it, and from the role
 * on that the policy names. What one may not see one may not overwrite either: it would be gone from the page.
 * @param least the policy's `contactRole`
 */
export function maySeeContact(who: Who, recordedBy: string | null, least: (typeof ROLES)[number]): boolean {
  const own = who.memberId !== null && who.memberId === recordedBy && may(who.role, 'source.add')
  return own || ROLES.indexOf(who.role) >= ROLES.indexOf(least)
}
