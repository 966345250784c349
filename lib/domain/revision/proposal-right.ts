import { mayHere } from '../desk/archiving.ts'
import { may, type Who } from '../desk/permission.ts'

// Who may do what with a proposal that waits. Asked by the screens before anything is offered, and by the server before
// anything is recorded.

const isOwn = ({ memberId }: Who, authorId: string | null) => memberId !== null && memberId === authorId

/** May this member put the proposal into the article? @param mustDiffer policy: must the reviewer be another person? */
export function mayAccept(who: Who, authorId: string | null, mustDiffer: boolean): boolean {
  return may(who.role, 'wording.review') && !(mustDiffer && isOwn(who, authorId))
}

/** May this member reject it? One's own is withdrawn, not rejected; and a rejection is a person's. */
export function mayReject(who: Who, authorId: string | null): boolean {
  return mayHere(who, 'wording.review') && who.memberId !== null && !isOwn(who, authorId)
}

/** May this member record their own words in its place? One's own is amended. */
export function mayTakeOver(who: Who, authorId: string | null): boolean {
  return mayHere(who, 'wording.record') && who.memberId !== null && !isOwn(who, authorId)
}

/** May this member amend it, or withdraw it? Only its author. Of an archived article it can only be withdrawn. */
export function mayChangeProposal(who: Who, authorId: string | null): boolean {
  return may(who.role, 'wording.propose') && isOwn(who, authorId)
}
