/**
 * A lead that was pushed down. When news goes on, a new first sentence takes over the tail of the old one ("… the mayor
 * of Sarn over the sale of the harbour"), and what the old one said is told again, shorter, further down. The tail would
 * make the new sentence the old claim. Plan: where a later claim begins with what the old one began with (its subject
 * and its verb), and an earlier one that does not has much of the rest, what those two share speaks for neither.
 */
import type { Evidence } from './evidence.ts'
import { hasWordOf, isTelling } from './figure.ts'
import type { Grouping } from './group.ts'
import { common, restOf } from './similarity.ts'
import type { Form, Terms } from './term.ts'

/** How many telling words a claim's lead has, and among how many of the first ones of another they are looked for. */
const LEAD_WORDS = 2
const FIRST_WORDS = 5
/** How many telling words a claim needs to have a lead and a tail. */
const LEAST_WORDS = 5
/** How far before the lead that is told again the new one is looked for, and how many claims may begin alike. */
const NEAR = 12
const MOST_OPENINGS = 40
/** What share of the old claim its tail must be, by weight. */
const TAIL_SHARE = 0.3

/** The terms of the claims before, without the tails that an earlier claim took over where a later one tells the lead. */
export function withoutTails(evidence: Evidence, grouping: Grouping): readonly Terms[] {
  const { before, after } = evidence.terms
  const free = { before: grouping.freeBefore(), after: grouping.freeAfter() }
  if (free.before.length === 0 || free.after.length < 2) return before
  const openings = openingsOf(free.after, after)
  let changed: Terms[] | undefined
  for (const from of free.before) {
    const old = before[from]
    const lead = old && leadOf(old)
    const retold = lead && soleRetelling(lead, openings, after)
    if (!lead || retold === undefined) continue
    for (let to = retold - 1; to >= 0 && to >= retold - NEAR; to--) {
      const now = after[to]
      if (grouping.ofAfter[to] || !now || !takesTail(old, now, lead)) continue
      changed ??= [...before]
      changed[from] = without(old, now, lead)
      break
    }
  }
  return changed ?? before
}

/** By the beginnings of the first words of claims, which claims have them. */
function openingsOf(indexes: readonly number[], terms: readonly Terms[]): Map<number, number[]> {
  const openings = new Map<number, number[]>()
  for (const at of indexes)
    for (const { stem } of firstOf(terms[at])) {
      const found = openings.get(stem)
      if (!found) openings.set(stem, [at])
      else if (found.length <= MOST_OPENINGS && found.at(-1) !== at) found.push(at)
    }
  return openings
}

/** The one claim that begins with a lead, if no other does. */
function soleRetelling(
  lead: readonly Form[],
  openings: Map<number, number[]>,
  terms: readonly Terms[],
): number | undefined {
  const lists = lead.map(({ stem }) => openings.get(stem) ?? []).sort((a, b) => a.length - b.length)
  const told =
    (lists[0] ?? []).length > MOST_OPENINGS ? [] : (lists[0] ?? []).filter((at) => beginsWith(terms[at], lead))
  return told.length === 1 ? told[0] : undefined
}

function firstOf(terms: Terms | undefined): Form[] {
  const first: Form[] = []
  for (const form of terms?.forms ?? []) {
    if (isTelling(form)) first.push(form)
    if (first.length === FIRST_WORDS) break
  }
  return first
}

function leadOf({ forms }: Terms): Form[] | undefined {
  const telling = forms.filter((form) => !form.number && isTelling(form))
  return telling.length < LEAST_WORDS ? undefined : telling.slice(0, LEAD_WORDS)
}

function beginsWith(terms: Terms | undefined, lead: readonly Form[]): boolean {
  if (!terms) return false
  return lead.every((form) => hasWordOf(firstOf(terms), form))
}

function takesTail(old: Terms, now: Terms, lead: readonly Form[]): boolean {
  if (lead.every((form) => hasWordOf(now.forms, form))) return false
  return common(restOf(old), now).weight >= TAIL_SHARE * old.weight
}

/** A claim without the words another has, its lead aside. */
function without(old: Terms, now: Terms, lead: readonly Form[]): Terms {
  const kept = [...old.forms.keys()].filter((at) => {
    const form = old.forms[at]
    return form && (lead.includes(form) || !now.forms.includes(form))
  })
  const forms = kept.flatMap((at) => old.forms[at] ?? [])
  const telling = kept.map((at) => old.telling[at] ?? false)
  return { text: old.text, forms, telling, weight: forms.reduce((sum, { weight }) => sum + weight, 0) }
}
