import { NUMBER_WORD } from '../text/number-word.ts'
import { diffTokens } from '../text/word-token.ts'
import { isPersonNoun, isThing, isTollLabel, isTollWord, TOLL_NONE } from './human-toll-word.ts'

/** How many words may lie between a number and the word that says killed, injured or detained. */
const REACH = 8

/**
 * Whether a claim states a quantity of people killed, injured or detained; the checking policy asks more of such
 * claims (product.md).
 *
 * An infobox field named for it (Fatalities, Injuries, Arrests …) does so with any value. In prose a quantity (digits,
 * number words, "several", "dozens", "no") must stand near a word for death, injury or detention, in the same clause,
 * and must not be a date, an age, a length of time, a share or a count of things. One person named by an article ("a
 * Belarusian was arrested") is no quantity. In doubt the answer is yes: it costs a second check, the opposite error
 * costs a wrong death toll. English, Belarusian (both alphabets), Russian, Ukrainian and Polish.
 *
 * @param label the infobox field's name, if the claim stands under one
 */
export function statesHumanToll(text: string, label?: string): boolean {
  if (label !== undefined && isTollLabel(label)) return /\S/u.test(text)
  return clauses(text).some(clauseStates)
}

/** Clauses as lists of tokens without white space. A comma does not part clauses: tolls are often lists. */
function clauses(text: string): string[][] {
  const parts: string[][] = [[]]
  let before = ''
  for (const token of diffTokens(text)) {
    // A full stop behind a short word may be an abbreviation's ("Art. 361", "Gen. Smith").
    if (/^[;!?…]$/u.test(token) || (token === '.' && before.length > 4)) parts.push([])
    else if (/\S/u.test(token)) parts.at(-1)?.push(token)
    before = token
  }
  return parts
}

function clauseStates(tokens: string[]): boolean {
  const isToll = tokens.map(isTollWord)
  if (!isToll.includes(true)) return false
  return tokens.some((token, at) => {
    if (!isQuantity(tokens, at)) return false
    if (TOLL_NONE.test(token)) return tollWithin(tokens, isToll, at, 1, 3) !== undefined
    return [1, -1].some((step) => {
      const toll = tollWithin(tokens, isToll, at, step, REACH)
      return toll !== undefined && countsPeople(tokens, at, toll)
    })
  })
}

/** The nearest word for a toll on one side of `at`, with at most `reach` words between; undefined if there is none. */
function tollWithin(tokens: string[], isToll: boolean[], at: number, step: number, reach: number): number | undefined {
  let passed = 0
  for (let next = at + step; next >= 0 && next < tokens.length && passed <= reach; next += step) {
    if (isToll[next]) return next
    if (/[\p{L}\p{N}]/u.test(tokens[next] ?? '')) passed++
  }
  return undefined
}

/** A number that is no date, year, age, ordinal or share. */
function isQuantity(tokens: string[], at: number): boolean {
  const token = tokens[at] ?? ''
  if (NUMBER_WORD.test(token) || TOLL_NONE.test(token)) return true
  if (!/^\p{Nd}[\p{Nd}.,  \u202f–-]*$/u.test(token)) return false
  const after = tokens[at + 1] ?? ''
  if (/^[%‰°]$/u.test(after) || /^[$€£₽№#§]$/u.test(tokens[at - 1] ?? '')) return false
  if (
    /^(?:no|nos|nr|art|article|арт|ст|aged?|узрост\p{L}*|возраст\p{L}*)$/iu.test(
      (tokens[at - 1] ?? '').replace('.', ''),
    )
  )
    return false
  if (tokens[at - 1] === '.' && /^(?:no|art|арт|ст|nr)$/iu.test(tokens[at - 2] ?? '')) return false
  return !isYear(token) || isPersonNoun(after)
}

function isYear(token: string): boolean {
  return /^(?:1[5-9]|20)\d\d(?:[–-](?:\d\d|(?:1[5-9]|20)\d\d))?$/u.test(token)
}

/** Whether the number counts people: a word for people or the toll follows before any word for a thing. */
function countsPeople(tokens: string[], at: number, toll: number): boolean {
  for (let next = at + 1; next < Math.min(tokens.length, at + 5); next++) {
    const token = tokens[next] ?? ''
    if (next === toll || isPersonNoun(token)) return true
    if (isThing(token)) return false
    if (/^(?:and|or|і|и|та|i|oraz|to|–|-|—)$/u.test(token)) continue
    if (/^[,()]$/u.test(token) && next > at + 1) break
  }
  return true
}
