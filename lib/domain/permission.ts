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

/** May this member withdraw what that member recorded? One's own always; another's from editor on. */
export function mayWithdraw(who: { memberId: string; role: Role }, recordedBy: string | null): boolean {
  return may(who.role, 'comment.write') && (who.memberId === recordedBy || may(who.role, 'wording.review'))
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
