import { segment as sentencex } from 'sentencex-wasm'
import type { Piece, RecordedPiece } from '@/lib/domain/reconcile/piece.ts'
import { reconcile } from '@/lib/domain/reconcile/reconcile.ts'
import { cut, sentenceSegmenter } from '@/lib/exchange/sentences/sentences.ts'
import { timed, timedInTurns } from './figure.ts'
import { demoText } from './measures.ts'

type Row = {
  name: string
  claims: number
  /** Median. */
  ms: number
  count: number
  /** The most memory the process has held so far, MB. */
  peakMb: number
  /** How much longer than ten times fewer claims take, over what n log n would: at most 1 is as good. */
  growth: number | null
}

const SIZES = [100, 1_000, 10_000]
const EDITS: [name: string, edit: (sentence: string, word: Words, at: number) => string][] = [
  ['nothing changed', (sentence) => sentence],
  ['5 % changed', (sentence, words, at) => (at % 20 === 7 ? changed(sentence, words) : sentence)],
  ['100 % changed', (sentence, words) => changed(sentence, words)],
  ['100 % rewritten', (_, words) => written(words)],
]

/** Times reconciliation by size and share of changes, and segmentation against sentencex as it comes. */
export async function measureClaims(json: boolean): Promise<void> {
  const rows: Row[] = []
  for (const [name, edit] of EDITS)
    for (const claims of SIZES) {
      const words = wordsFrom(claims)
      const before = Array.from({ length: claims }, () => written(words))
      const [olds, news] = [recorded(before), recorded(before.map((sentence, at) => edit(sentence, words, at)))]
      rows.push(await measured(name, claims, olds, news, rows.at(-1)))
    }
  const segmentation = await measureSegmentation()
  if (json) {
    console.log(JSON.stringify({ reconciliation: rows, segmentation }))
    return
  }
  for (const { name, claims, ms, count, peakMb, growth } of rows) {
    const size = `${claims.toLocaleString('en')} claims`.padStart(13)
    const grows = growth === null ? '' : `   ${growth.toFixed(2)} × n log n`
    const memory = `peak RSS ${peakMb.toFixed(0)} MB`.padStart(16)
    console.log(`${name.padEnd(18)}${size} ${ms.toFixed(1).padStart(9)} ms  (median of ${count})  ${memory}${grows}`)
  }
  const { ours, bare, cuts, ratio } = segmentation
  console.log(
    `\nsegmentation: ${ours.toFixed(2)} MB/s, sentencex by itself ${bare.toFixed(2)} MB/s, ratio ${ratio.toFixed(2)}` +
      ` (without our corrections ${(cuts / bare).toFixed(2)}); of the demo article, block by block`,
  )
}

async function measured(
  name: string,
  claims: number,
  olds: RecordedPiece[],
  news: Piece[],
  smaller?: Row,
): Promise<Row> {
  const { median, count } = await timed(claims > 1_000 ? 5 : 15, async () => reconcile(olds, news), 2)
  const growth =
    smaller && smaller.name === name
      ? median / smaller.ms / ((claims * Math.log(claims)) / (smaller.claims * Math.log(smaller.claims)))
      : null
  return { name, claims, ms: median, count, peakMb: process.resourceUsage().maxRSS / 1_000, growth }
}

function recorded(texts: readonly string[]): RecordedPiece[] {
  return texts.map((text, at) => ({ text, block: Math.floor(at / 5), kind: 'paragraph', number: at + 1 }))
}

type Words = () => string

/** Words as a text has them, few of them often and most seldom; the same for the same seed. */
function wordsFrom(seed: number): Words {
  let state = seed
  const random = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const letters = () => String.fromCharCode(97 + Math.floor(random() * 26))
  const known = Array.from({ length: 5_000 }, () => Array.from({ length: 3 + random() * 7 }, letters).join(''))
  return () => known[Math.floor(known.length * random() ** 3)] ?? ''
}

function written(word: Words): string {
  const length = 8 + (word().length % 12)
  return `${Array.from({ length }, word).join(' ')}.`
}

function changed(sentence: string, word: Words): string {
  const all = sentence.split(' ')
  return [...all.slice(0, 3), word(), ...all.slice(4), word()].join(' ')
}

/** How often the article is cut for one sample: once takes a fifth of a millisecond. */
const TURNS = 20

/** Throughput in MB of text a second: ours, the pieces without our corrections, and bare sentencex. */
async function measureSegmentation() {
  const blocks = demoText()
    .split(/\n+/u)
    .filter((block) => block.length > 80)
  const ours = await sentenceSegmenter('en')
  const over = (work: (block: string) => unknown) => async () => {
    for (let turn = 0; turn < TURNS; turn++) for (const block of blocks) work(block)
  }
  const [mine, cuts, bare] = await timedInTurns(
    40,
    [over(ours), over((block) => cut(block, 'en')), over((block) => sentencex('en', block))],
    5,
  )
  const megabytes = (TURNS * blocks.join('').length) / 1e6
  const speed = (median = 1) => megabytes / (median / 1_000)
  return {
    ours: speed(mine?.median),
    cuts: speed(cuts?.median),
    bare: speed(bare?.median),
    ratio: speed(mine?.median) / speed(bare?.median),
  }
}
