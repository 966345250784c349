/**
 * A lead that was pushed down. When news goes on, a new first sentence takes over the tail of the old one ("… the mayor
 * of Sarn over the sale of the harbour"), and what the old one said is told again, shorter, further down. The tail would
 * make the new sentence the old claim. Plan: where a later claim begins with what the old one began with (its subject
 * and its verb), and an earlier one that does not has much of the rest, what those two share speaks for neither.
 */
import { RareWords } from './reconcile-candidate'
import type { Evidence } from './reconcile-evidence'
import { hasWordOf, isTelling } from './reconcile-figure'
import type { Grouping } from './reconcile-group'
import { common, restOf } from './reconcile-similarity'
import type { Form, Terms } from './reconcile-term'

/** How many telling words a claim's lead has, and among how many of the first ones of another they are looked for. */
const LEAD_WORDS = 2
const FIRST_WORDS = 5
/** How many telling words a claim needs to have a lead and a tail. */
const LEAST_WORDS = 5
/** What share of the old claim its tail must be, and what share of the new one may be its own. */
const TAIL_SHARE = 0.3

/** The terms of the claims before, without the tails that an earlier claim took over where a later one tells the lead. */
export function withoutTails(evidence: Evidence, grouping: Grouping): readonly Terms[] {
  const { before, after } = evidence.terms
  const free = { before: grouping.freeBefore(), after: grouping.freeAfter() }
  if (free.before.length === 0 || free.after.length < 2) return before
  const index = new RareWords(free.after, after)
  let changed: Terms[] | undefined
  for (const from of free.before) {
    const old = before[from]
    const lead = old && leadOf(old)
    if (!lead) continue
    const found = index.find(old)
    const told = found.filter((to) => beginsWith(after[to], lead))
    const [retold] = told
    if (told.length !== 1 || retold === undefined) continue
    const taker = found.find((to) => to < retold && takesTail(old, after[to], lead))
    const now = taker === undefined ? undefined : after[taker]
    if (!now) continue
    changed ??= [...before]
    changed[from] = without(old, now, lead)
  }
  return changed ?? before
}

function leadOf({ forms }: Terms): Form[] | undefined {
  const telling = forms.filter((form) => !form.number && isTelling(form))
  return telling.length < LEAST_WORDS ? undefined : telling.slice(0, LEAD_WORDS)
}

function beginsWith(terms: Terms | undefined, lead: readonly Form[]): boolean {
  if (!terms) return false
  const first = terms.forms.filter(isTelling).slice(0, FIRST_WORDS)
  return lead.every((form) => hasWordOf({ ...terms, forms: first }, form))
}

function takesTail(old: Terms, now: Terms | undefined, lead: readonly Form[]): boolean {
  if (!now || lead.every((form) => hasWordOf(now, form))) return false
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
