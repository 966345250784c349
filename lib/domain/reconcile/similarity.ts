import { alike, type Form, type Terms } from './term.ts'

/** What a claim and a part of another have in common. `rest`: the words of `whole` that the part left over. */
export type Common = { weight: number; telling: boolean; rest: Rest }
/** Words of a claim not yet found elsewhere. */
export type Rest = { forms: (Form | undefined)[]; telling: readonly boolean[] }

/** How much forms of one word count as that word. */
const ALIKE = 0.85

export function restOf(terms: Terms): Rest {
  return { forms: terms.forms, telling: terms.telling }
}

/**
 * Finds words in `rest`, each used once: the same words first, then forms of one word. What is found weighs as much as
 * the lighter of the two; a bag of words, so that turned clauses cost nothing.
 */
export function common(rest: Rest, part: Terms): Common {
  const forms = [...rest.forms]
  const find = part.forms.length * forms.length <= SCANNED ? scanning(forms) : indexing(forms)
  let weight = 0
  let telling = false
  const open: number[] = []
  const take = (at: number, place: number, share: number) => {
    weight += share * Math.min(part.forms[at]?.weight ?? 0, forms[place]?.weight ?? 0)
    telling ||= (part.telling[at] ?? false) || (rest.telling[place] ?? false)
    forms[place] = undefined
  }
  for (const [at, form] of part.forms.entries()) {
    const place = find(form)
    if (place < 0) open.push(at)
    else take(at, place, 1)
  }
  for (const at of open) {
    const form = part.forms[at] as Form
    const place = forms.findIndex((other) => other !== undefined && other.stem === form.stem && alike(other, form))
    if (place >= 0) take(at, place, ALIKE)
  }
  return { weight, telling, rest: { forms, telling: rest.telling } }
}

/** Up to how many comparisons of words are cheaper than an index of them. */
const SCANNED = 1_000

/** The first place of a form that was not taken yet, or -1. */
type Find = (form: Form) => number

function scanning(forms: readonly (Form | undefined)[]): Find {
  return (form) => forms.indexOf(form)
}

function indexing(forms: readonly (Form | undefined)[]): Find {
  const places = new Map<Form, number[]>()
  for (let at = forms.length - 1; at >= 0; at--) {
    const form = forms[at]
    const found = form && places.get(form)
    if (found) found.push(at)
    else if (form) places.set(form, [at])
  }
  return (form) => places.get(form)?.pop() ?? -1
}

/** How much of their words two claims share, by weight: Dice's coefficient, 0 to 1. */
export function similarity(one: Terms, other: Terms): number {
  if (one.text === other.text) return 1
  const sum = one.weight + other.weight
  return sum === 0 ? 0 : Math.min(1, (2 * common(restOf(one), other).weight) / sum)
}
