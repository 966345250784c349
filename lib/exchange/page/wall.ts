import type { ReadableText, ReadingProblem, ReadingProblemCode } from '@/lib/domain/quote/snapshot.ts'
import { refreshTarget } from '@/lib/platform/fetch/refresh.ts'
import {
  CHALLENGE_MARK,
  CHALLENGE_TEXT,
  CHALLENGE_TITLE,
  CONSENT,
  CONSENT_TITLE,
  LOADING,
  NEEDS_SCRIPT,
  NOT_FOUND,
  NOT_FOUND_IN_WORDS,
  SUBSCRIBE,
} from './wall-words.ts'

/** How much of the markup is looked at, and how long the words of each such page are at most. */
const MARKUP = 400_000
const SHORT = { challenge: 1_500, consent: 4_000, missing: 1_200, script: 400, teaser: 6_000 }

const MESSAGES: Partial<Record<ReadingProblemCode, string>> = {
  redirect_page: 'The page only leads on to another address, and was not followed. Give that address to the source.',
  bot_challenge:
    'The site asked for a proof that a person is asking instead of showing the page. Open the page in a browser, save it, and drop the file here.',
  consent_wall:
    'The site showed a notice about consent instead of the page. Open the page in a browser, save it, and drop the file here.',
  not_found_page: 'The site says that there is no such page (any more), though it answered as if there were.',
  empty_page:
    'The page has no words of its own: a program draws it in the browser. Open it in a browser, save it, and drop the file here.',
  paywall:
    'The site shows only a part of the page to those who don’t subscribe. What it does not show may still say the quote.',
}

/**
 * What a page is instead of what it is asked for: a notice about consent, a proof against robots, "not found" with a
 * status of success, a frame that a program fills, a redirect, or only the beginning of a page that has to be paid for.
 * Null for a page. Recognised by few and plain signs, each together with how short the page is: an article about cookies has
 * more to say than a notice has.
 */
export function pageProblem(html: string, readable: ReadableText): ReadingProblem | null {
  const code = wallOf(html.slice(0, MARKUP), readable)
  return code && { code, message: MESSAGES[code] ?? '' }
}

/** Whether what was fetched is not the page at all, so that nothing of it belongs to the source. */
export function isNotThePage({ code }: ReadingProblem): boolean {
  return code in MESSAGES && code !== 'paywall'
}

function wallOf(markup: string, { text, blocks }: ReadableText): ReadingProblemCode | null {
  const words = text.toLowerCase()
  const title = titleOf(markup)
  const heading = words.slice(...rangeOf(blocks.find(({ kind }) => kind === 'heading')))
  if (refreshTarget(markup) !== null || isMovedByScript(markup, words)) return 'redirect_page'
  if (words.length <= SHORT.challenge && isChallenge(markup, words, title, heading)) return 'bot_challenge'
  if (words.length <= SHORT.missing && isMissing(words, title, heading)) return 'not_found_page'
  if (words.length <= SHORT.consent && isConsent(words, blocks, title, heading)) return 'consent_wall'
  if (isEmpty(words, title)) return 'empty_page'
  return isTeaser(markup, words) ? 'paywall' : null
}

const rangeOf = (block: { start: number; end: number } | undefined): [number, number] =>
  block ? [block.start, block.end] : [0, 0]

function titleOf(markup: string): string {
  const found = /<title[^>]{0,200}>([^<]{0,500})/iu.exec(markup)?.[1] ?? ''
  return found
    .replace(/&(?:#8211|ndash);/giu, '–')
    .replace(/\s+/gu, ' ')
    .trim()
    .toLowerCase()
}

function isMovedByScript(markup: string, words: string): boolean {
  return (
    words.length < 80 &&
    markup.length < 20_000 &&
    /\blocation(?:\.href)?\s*(?:=(?!=)|\.(?:replace|assign)\s*\()\s*["'`]/u.test(markup)
  )
}

function isChallenge(markup: string, words: string, title: string, heading: string): boolean {
  if (CHALLENGE_MARK.test(markup)) return words.length < 600
  const isNamed = CHALLENGE_TITLE.test(title) || CHALLENGE_TITLE.test(heading)
  return CHALLENGE_TEXT.test(words) ? isNamed || words.length < 500 : isNamed && words.length < 300
}

function isMissing(words: string, title: string, heading: string): boolean {
  // The name of the site is beside what the page is called.
  const parts = [...title.split(/\s+[|·•»:–—-]+\s+|\s*\|\s*/u), title, heading].map((part) => part.trim())
  if (parts.some((part) => part !== '' && NOT_FOUND.test(part))) return true
  const isNumbered = /(?<!\p{N})404(?!\p{N})/u.test(`${title} ${heading}`) || words.startsWith('404')
  return isNumbered && (words.length < 200 || NOT_FOUND_IN_WORDS.test(words))
}

function isConsent(words: string, blocks: ReadableText['blocks'], title: string, heading: string): boolean {
  if (CONSENT.filter((kind) => kind.test(words)).length < 3) return false
  const isNamed = CONSENT_TITLE.test(title) || CONSENT_TITLE.test(heading)
  const about = blocks.reduce((sum, { start, end }) => {
    const block = words.slice(start, end)
    return sum + (CONSENT.some((kind) => kind.test(block)) || CONSENT_TITLE.test(block) ? end - start : 0)
  }, 0)
  return about >= (isNamed ? 0.6 : 0.85) * words.length
}

function isEmpty(words: string, title: string): boolean {
  if (!/[\p{L}\p{N}]/u.test(words)) return true
  if (words.length > SHORT.script) return false
  return NEEDS_SCRIPT.test(words) || LOADING.test(words) || LOADING.test(words.replace(title, '').trim())
}

function isTeaser(markup: string, words: string): boolean {
  // What a page says first of this is about itself; what it lists may be said to be free or not as well.
  const said = /"isAccessibleForFree"\s*:\s*(?:"\s*(?:https?:\/\/schema\.org\/)?)?(true|false)\b/iu.exec(markup)?.[1]
  return said?.toLowerCase() === 'false' || (words.length <= SHORT.teaser && SUBSCRIBE.test(words.slice(-500)))
}
