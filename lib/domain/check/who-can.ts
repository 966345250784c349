import { may, type Role } from '../desk/permission.ts'
import { type Judging, whyNotAdjudicate, whyNotAssess } from './judging.ts'

type Member = { id: string; name: string; role: Role; ended: boolean }

/** Members who may assess the claim and, as far as the reader can see, have not. @param assessors seen to have answered */
export function whoCanAssess<M extends Member>(
  people: readonly M[],
  judging: Judging,
  assessors: readonly string[],
): M[] {
  return people.filter(
    ({ id, role, ended }) =>
      !ended && may(role, 'claim.assess') && !assessors.includes(id) && whyNotAssess(judging, id) === null,
  )
}

/**
 * Of those who assessed a claim before its words changed: who can look at it again, and who may not, because the present
 * words are theirs. Who has left the desk is in neither.
 */
export function whoReaffirms<M extends Member>(
  people: readonly M[],
  judging: Judging,
  assessors: readonly string[],
): { asked: M[]; barred: M[] } {
  const here = people.filter(({ id, role, ended }) => !ended && may(role, 'claim.assess') && assessors.includes(id))
  const [asked, barred] = [true, false].map((free) =>
    here.filter(({ id }) => (whyNotAssess(judging, id) === null) === free),
  )
  return { asked: asked ?? [], barred: barred ?? [] }
}

/** Members who may settle a dispute about the claim. @param assessors who are parties to it */
export function whoCanAdjudicate<M extends Member>(
  people: readonly M[],
  judging: Judging,
  assessors: readonly string[],
): M[] {
  return people.filter(
    ({ id, role, ended }) =>
      !ended && may(role, 'claim.adjudicate') && whyNotAdjudicate(judging, id, assessors) === null,
  )
}

/** Beyond them a list of names says nothing to anyone. */
const MOST_NAMES = 3

/**
 * Names joined as in a sentence: "Alena", "Alena or Marek", "Alena, Marek or 4 others". The reader is "you", and first.
 * @param between "or", "and"
 */
export function nameList(
  people: readonly Pick<Member, 'id' | 'name'>[],
  between: 'or' | 'and',
  reader: string,
): string {
  const names = people
    .toSorted((a, b) => Number(b.id === reader) - Number(a.id === reader))
    .map(({ id, name }) => (id === reader ? 'you' : name))
  const shown = names.length > MOST_NAMES + 1 ? [...names.slice(0, MOST_NAMES - 1), others(names.length)] : names
  if (shown.length < 2) return shown.join('')
  return `${shown.slice(0, -1).join(', ')} ${between} ${shown.at(-1)}`
}

const others = (all: number) => `${all - MOST_NAMES + 1} others`

/** "1 of 2 assessments, 0 of 2 origins": what a claim has of what the policy asks for. */
export function haveOf(have: { assessors: number; origins: number }, demands: { assessors: number; origins: number }) {
  const part = (count: number, of: number, one: string) => `${count} of ${of} ${of === 1 ? one : `${one}s`}`
  return `${part(have.assessors, demands.assessors, 'assessment')}, ${part(have.origins, demands.origins, 'independent origin')}`
}
