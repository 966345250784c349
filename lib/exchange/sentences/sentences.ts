import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { initSync, segment } from 'sentencex-wasm'
import { correctSegments } from '../../domain/segment/segment.ts'
import type { Segmenter } from '../plain-text/plain-text.ts'

/** A text without any mark has one sentence; list items and names are mostly so. */
const PLAIN = /^[\p{L}\p{M}\p{N} ,'’()-]*$/u
/** The second item of a list that runs on: "1) bread 2) milk". */
const ITEM = / \(?[\da-zа-я]\) /u

/** Found from the project's own folder at run time: a bundler that saw the name would take the module apart. */
const MODULE = ['sentencex-wasm', 'sentencex_wasm_bg.wasm'].join('/')

let ready: Promise<void> | undefined

/** From the folder Attest runs in, as its server does; else (a command typed elsewhere) from where this file lies. */
function locate(): string {
  for (const base of [join(process.cwd(), 'package.json'), import.meta.url]) {
    try {
      return createRequire(base).resolve(MODULE)
    } catch {
      // Not below this one; the next may have it.
    }
  }
  throw new Error('The sentence segmenter is not installed. Run npm ci in the folder of Attest.')
}

/** Instantiates the module once per process. Its own loader fetches a file: URL, which Node refuses. */
function load(): Promise<void> {
  ready ??= readFile(locate()).then(
    (module) => {
      initSync({ module })
    },
    (cause: unknown) => {
      ready = undefined
      throw cause
    },
  )
  return ready
}

/** How much sentencex is given at once, in UTF-16 units: its time grows with the square of it. */
const WINDOW = 1_500
/** How near to the end of a window its boundaries are not believed: what follows them is not all there. */
const MARGIN = 200

/**
 * Cuts a text where sentencex does, without our corrections. Joined, the pieces are the text. Linear in its length:
 * sentencex sees one window at a time, and the next begins with the first sentence the last one may not have shown
 * whole. Where a window shows no end of a sentence at all, the sentence goes on into the next window.
 */
export function cut(text: string, language: string): string[] {
  const cuts: string[] = []
  let begun = 0
  let from = 0
  while (text.length - from > WINDOW) {
    const pieces = cutAtOnce(text.slice(from, wholeAt(text, from + WINDOW)), language)
    const sure = from + WINDOW - MARGIN
    let to = from
    for (const piece of pieces.slice(0, -1)) {
      if (to + piece.length > sure) break
      to += piece.length
      cuts.push(text.slice(begun, to))
      begun = to
    }
    from = to > from ? to : pauseBefore(text, from, sure)
  }
  for (const piece of cutAtOnce(text.slice(from), language)) {
    from += piece.length
    cuts.push(text.slice(begun, from))
    begun = from
  }
  return cuts
}

/** The last white space between the middle of a window and its end, or else the end: where to go on reading. */
function pauseBefore(text: string, from: number, end: number): number {
  const half = Math.floor((from + end) / 2)
  for (let at = end; at > half; at--) if (/\s/u.test(text[at - 1] ?? '')) return at
  return wholeAt(text, end)
}

/** `at`, or one before it where it would part a surrogate pair. */
function wholeAt(text: string, at: number): number {
  return (text.codePointAt(at - 1) ?? 0) > 0xffff ? at - 1 : at
}

/**
 * sentencex's pieces of one window. Its offsets are code points, and half of a surrogate pair comes back as U+FFFD (one
 * unit for one unit), so the pieces are measured, not used: their lengths cut the original text. Should the lengths
 * not add up, or a piece be empty, the text comes back whole.
 */
function cutAtOnce(text: string, language: string): string[] {
  const pieces: unknown = segment(language, text)
  if (!Array.isArray(pieces)) return [text]
  const cuts: string[] = []
  let from = 0
  for (const piece of pieces) {
    if (typeof piece !== 'string' || piece === '') return [text]
    cuts.push(text.slice(from, from + piece.length))
    from += piece.length
  }
  return from === text.length ? cuts : [text]
}

/**
 * A function that cuts a block of text into sentences, in the language given (BCP 47; unknown ones are read as
 * English). The pieces, joined, give the text back. Rejects when the WebAssembly module cannot be read.
 */
export async function sentenceSegmenter(language: string): Promise<Segmenter> {
  await load()
  const primary = language.toLowerCase().split(/[-_]/u)[0] ?? 'en'
  return (text) =>
    text.length < 100 && PLAIN.test(text) && !ITEM.test(text) ? [text] : correctSegments(cut(text, primary), language)
}
