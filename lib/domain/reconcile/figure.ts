/**
 * A claim is about someone or something; its figure is what it says. So "Ana Kos, 81" is "Ana Kos, 80" wherever the list
 * has it now, and not "Luka Kos, 81". Three passes, each only where words leave one answer:
 * 1. claims alike in all words but their figures;
 * 2. rows of lists with one label ("Minsk: 31 dead" and "Minsk: 33 killed"), or with one initial and surname in it;
 * 3. sentences about one subject, where the figure would lead to a sentence about another.
 */
import { RareWords } from './candidate.ts'
import type { Evidence } from './evidence.ts'
import { type Grouping, isBesideOwn } from './group.ts'
import { alike, type Form, type Terms } from './term.ts'

/** How many telling words two claims must share to be one by them, where no neighbour speaks for it too. */
const TELLING_WORDS = 3
/** How alike sentences about one subject must be. */
const ENOUGH_ABOUT_ONE = 0.33

/** Pairs free claims whose figures changed, by what they are about. Linear, beside the candidates of step 3. */
export function pairFigures(evidence: Evidence, grouping: Grouping): void {
  const { before, after, terms } = evidence
  if (!grouping.freeBefore().some((at) => hasFigure(terms.before[at])) || grouping.freeAfter().length === 0) return
  pairSole(evidence, grouping, (side, at) => wordsBesideFigures(terms[side][at]), isSure)
  const labelAt: KeyAt = (side, at) => {
    const piece = (side === 'before' ? before : after)[at]
    return piece?.kind === 'list_item' ? rowLabel(piece.text, terms[side][at]) : ''
  }
  pairSole(evidence, grouping, labelAt)
  pairSole(evidence, grouping, (side, at) => initialed(labelAt(side, at)))
  pairSubjects(evidence, grouping)
}

type KeyAt = (side: 'before' | 'after', at: number) => string
type Sure = (evidence: Evidence, grouping: Grouping, from: number, to: number) => boolean

/** Pairs free claims of a kind that are the only ones with their key, among all claims of either text. */
function pairSole(evidence: Evidence, grouping: Grouping, keyAt: KeyAt, sure: Sure = () => true): void {
  const sole = (side: 'before' | 'after', count: number) => {
    const places = new Map<string, number>()
    for (let at = 0; at < count; at++) {
      const key = keyAt(side, at)
      if (key !== '') places.set(key, places.has(key) ? -1 : at)
    }
    return places
  }
  const news = sole('after', evidence.after.length)
  for (const [key, from] of sole('before', evidence.before.length)) {
    const to = news.get(key) ?? -1
    if (from < 0 || to < 0 || grouping.ofBefore[from] || grouping.ofAfter[to]) continue
    if (evidence.before[from]?.kind !== evidence.after[to]?.kind || !evidence.compatible(from, to, false)) continue
    if (sure(evidence, grouping, from, to)) grouping.join([from], [to])
  }
}

/** The words of a claim that has a figure, without it. */
function wordsBesideFigures(terms: Terms | undefined): string {
  if (!terms?.forms.some(({ number }) => number)) return ''
  const rest = terms.forms.filter(({ number }) => !number)
  return rest.some(isTelling) ? rest.map(({ id }) => id).join(' ') : ''
}

/** A row of a list is about its label; of a sentence, a word or two say too little if it is found alone. */
function isSure(evidence: Evidence, grouping: Grouping, from: number, to: number): boolean {
  if (evidence.before[from]?.kind === 'list_item') return true
  const telling = evidence.terms.before[from]?.forms.filter((form) => !form.number && isTelling(form)).length ?? 0
  return telling >= TELLING_WORDS || isBesideOwn(grouping, from, to)
}

const LABEL = /^[\s\p{N}.,)#№-]*([\p{L}\p{M}][^\p{N}:,;(–—=]*)/u

/** What a row with a figure begins with, up to a mark or the figure: "Minsk" of "Minsk: 31 dead". */
function rowLabel(text: string, terms: Terms | undefined): string {
  if (!terms?.forms.some(({ number }) => number)) return ''
  return LABEL.exec(text.slice(0, 200))?.[1]?.trim().toLowerCase() ?? ''
}

/** "A. Kos" of "Aliaksandr Kos" and "Alyaksandr Kos"; nothing of a single word. */
function initialed(label: string): string {
  const words = label.split(/\s+/u)
  return words.length < 2 ? '' : `${label[0]}. ${words.at(-1)}`
}

/** Pairs sentences about the same subject, where one about another subject has their figure and would be taken for them. */
function pairSubjects(evidence: Evidence, grouping: Grouping): void {
  const { before, after } = evidence.terms
  const free = { before: grouping.freeBefore().filter((at) => hasFigure(before[at])), after: grouping.freeAfter() }
  if (free.before.length === 0 || free.after.length === 0) return
  const [olds, news] = [leads(before), leads(after)]
  let index: RareWords | undefined
  for (const from of free.before) {
    const [old, lead] = [before[from], leadOf(before[from])]
    const to = lead && olds.get(lead) === from ? (news.get(lead) ?? -1) : -1
    const now = after[to]
    if (!old || !now || grouping.ofAfter[to] || !old.forms.some((form) => form.number && !now.forms.includes(form)))
      continue
    const score = evidence.pairScore(from, to)
    if (score < ENOUGH_ABOUT_ONE || score === 1) continue
    index ??= new RareWords(free.after, after)
    const rival = index.find(old).some((at) => {
      const other = leadOf(after[at])
      const crossed = at !== to && other !== undefined && other !== lead && (olds.get(other) ?? -1) >= 0
      return crossed && sharesFigure(old, after[at], now) && evidence.pairScore(from, at) >= score
    })
    if (rival) grouping.join([from], [to])
  }
}

/** By the word a claim begins with, the one claim that does; -1 where several do. */
function leads(terms: readonly Terms[]): Map<Form, number> {
  const found = new Map<Form, number>()
  for (const [at, own] of terms.entries()) {
    const lead = leadOf(own)
    if (lead) found.set(lead, found.has(lead) ? -1 : at)
  }
  return found
}

function leadOf(terms: Terms | undefined): Form | undefined {
  return terms?.forms.find((form) => !form.number && isTelling(form))
}

function hasFigure(terms: Terms | undefined): boolean {
  return terms?.forms.some(({ number }) => number) ?? false
}

/** Whether two claims share a figure that a third one lacks. */
function sharesFigure(one: Terms, other: Terms | undefined, third: Terms): boolean {
  return one.forms.some((form) => form.number && other?.forms.includes(form) && !third.forms.includes(form))
}

/** Whether a word is more than a function word. */
export function isTelling(form: Form): boolean {
  return form.weight >= 0.25
}

/** Whether a word or a form of it is among others. */
export function hasWordOf(forms: readonly Form[], form: Form): boolean {
  return forms.some((other) => other === form || alike(other, form))
}
