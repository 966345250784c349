import { framingOf, labelled } from '@/lib/domain/article/framing.ts'
import { type Decision, OUTCOMES, type Piece } from '@/lib/domain/reconcile/piece.ts'
import { reconcile } from '@/lib/domain/reconcile/reconcile.ts'
import { cutText, piecesOf } from '@/lib/domain/revision/draft.ts'
import { guessLanguage } from '@/lib/exchange/sentences/language-guess.ts'
import { parseText, readText } from '../article-file.ts'

type Compared = Omit<Decision, 'before' | 'after'> & { before: string[]; after: string[] }

/** Prints what became of every claim between two states of a text: two article files, or prose without any markup. */
export async function compare(
  beforeFile: string,
  afterFile: string,
  options: { json?: true; language?: string },
): Promise<void> {
  const [before, after] = await Promise.all([readText(beforeFile), readText(afterFile)])
  const language = options.language ?? guessLanguage(`${before}\n${after}`)
  const pieces = async (text: string): Promise<Piece[]> => piecesOf(cutText(await parseText(text, language)))
  const [olds, news] = await Promise.all([pieces(before), pieces(after)])
  const numbered = olds.map((piece, at) => ({ ...piece, number: at + 1 }))
  const decisions = reconcile(numbered, news)
  if (options.json) {
    console.log(JSON.stringify({ claims: decisions.map((one) => withWords(one, olds, news, ({ text }) => text)) }))
    return
  }
  const shown = decisions.map((one) =>
    withWords(one, olds, news, (piece) => labelled(framingOf(piece), oneLine(piece))),
  )
  console.log([...shown.flatMap(linesOf), summary(shown, olds.length, news.length)].join('\n'))
}

function withWords(
  { outcome, before, after, score, moved, reason }: Decision,
  olds: readonly Piece[],
  news: readonly Piece[],
  wordsOf: (piece: Piece) => string,
): Compared {
  const words = (pieces: readonly Piece[], indexes: readonly number[]) =>
    indexes.flatMap((at) => (pieces[at] ? [wordsOf(pieces[at])] : []))
  return {
    outcome,
    before: words(olds, before),
    after: words(news, after),
    score: Math.round(score * 1_000) / 1_000,
    moved,
    reason,
  }
}

function oneLine({ text }: Piece): string {
  return text.trim().replace(/\s+/gu, ' ')
}

/** A claim that says what it said is one line; one that changed shows both sides, and why they are the same. */
function linesOf({ outcome, before, after, score, moved, reason }: Compared): string[] {
  const head = outcome.padEnd(10)
  const under = ' '.repeat(head.length)
  if (outcome === 'kept') return [`${head}  ${after[0]}`]
  if (outcome === 'moved') return [`${head}→ ${after[0]}`]
  const lines = [...before.map((text) => `- ${text}`), ...after.map((text) => `+ ${text}`)]
  const why = before.length > 0 && after.length > 0 ? [`  (${Math.round(score * 100)} %) ${reason}`] : []
  return [...lines, ...why].map((line, at) => (at === 0 ? head : under) + line + (at === 0 && moved ? '  [moved]' : ''))
}

function summary(claims: readonly Compared[], before: number, after: number): string {
  const counts = OUTCOMES.flatMap((outcome) => {
    const count = claims.filter((claim) => claim.outcome === outcome).length
    return count === 0 ? [] : [`${count} ${outcome}`]
  })
  const told = counts.length === 0 ? 'nothing to compare' : counts.join(', ')
  return `${claims.length === 0 ? '' : '\n'}${before} ${before === 1 ? 'claim' : 'claims'} before, ${after} after: ${told}.`
}
