export const ROLES = ['viewer', 'checker', 'editor', 'owner'] as const
export type Role = (typeof ROLES)[number]

/** What a person may do, each with the least role that may. One table, so that a rule is read and changed in one place. */
const LEAST_ROLE = {
  'article.read': 'viewer',
  'source.read': 'viewer',
  'report.read': 'viewer',
  'source.add': 'checker',
  'source.grade': 'checker',
  'source.capture': 'checker',
  'source.merge': 'editor',
  'citation.attach': 'checker',
  'claim.take': 'checker',
  'claim.assess': 'checker',
  'comment.write': 'checker',
  'wording.propose': 'checker',
  'wording.record': 'editor',
  'wording.review': 'editor',
  'wording.restore': 'editor',
  'claim.adjudicate': 'editor',
  'claim.mark_checkable': 'editor',
  'claim.assign': 'editor',
  'article.import': 'editor',
  'article.amend': 'editor',
  'article.archive': 'editor',
  'report.export': 'editor',
  'member.manage': 'owner',
  'record.redact': 'owner',
} as const satisfies Record<string, Role>

export type Ability = keyof typeof LEAST_ROLE
export const ABILITIES = Object.keys(LEAST_ROLE) as Ability[]

/** May this role do that? Roles are ordered: each may all that those before it may. */
export function may(role: Role, ability: Ability): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(LEAST_ROLE[ability])
}

/** Why a role may not, in words for whoever has it; null where it may. */
export function whyNotMay(role: Role, ability: Ability): string | null {
  if (may(role, ability)) return null
  const least = ROLE_LABEL[LEAST_ROLE[ability]].toLowerCase()
  return `You are ${article(role)} on this desk: this is for ${article(least)}${least === 'owner' ? '' : ' or above'}.`
}

const article = (role: string) => `${/^[eo]/i.test(role) ? 'an' : 'a'} ${role.toLowerCase()}`

/** What can be withdrawn, with what one must be able to do for it. */
export const WITHDRAWN_BY = {
  citation: 'citation.attach',
  assessment: 'claim.assess',
  adjudication: 'claim.adjudicate',
  comment: 'comment.write',
  search: 'citation.attach',
} as const satisfies Record<string, Ability>
export type Withdrawable = keyof typeof WITHDRAWN_BY

/** A member, or the house itself, which is no one's colleague: the command line and the demo. */
export type Who = { memberId: string | null; role: Role; archived?: unknown }

/**
 * May this member withdraw what that member recorded, or change it in place? One's own from the role on that records it;
 * another's from editor on. An assessment is its author's answer: no one takes it back for them.
 */
export function mayWithdraw(who: Who, what: Withdrawable, recordedBy: string | null): boolean {
  if (!may(who.role, WITHDRAWN_BY[what])) return false
  if (who.memberId === null) return true
  return who.memberId === recordedBy || (what !== 'assessment' && may(who.role, 'wording.review'))
}

/** May this member give a claim to that one, or take it back from them? For oneself from checker on, for others from editor on. */
export function mayAssign(who: { memberId: string; role: Role }, assigneeId: string): boolean {
  return may(who.role, who.memberId === assigneeId ? 'claim.take' : 'claim.assign')
}

export const ROLE_LABEL: Record<Role, string> = {
  viewer: 'Viewer',
  checker: 'Checker',
  editor: 'Editor',
  owner: 'Owner',
}
