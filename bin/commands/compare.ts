import { cutText, piecesOf } from '@/lib/domain/draft.ts'
import { type Decision, OUTCOMES, type Piece, reconcile } from '@/lib/domain/reconcile.ts'
import { guessLanguage } from '@/lib/exchange/language-guess.ts'
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
  const claims = reconcile(numbered, news).map(
    ({ outcome, before: from, after: to, score, moved, reason }): Compared => ({
      outcome,
      before: from.map((at) => olds[at]?.text ?? ''),
      after: to.map((at) => news[at]?.text ?? ''),
      score: Math.round(score * 1_000) / 1_000,
      moved,
      reason,
    }),
  )
  if (options.json) console.log(JSON.stringify({ claims }))
  else console.log([...claims.flatMap(linesOf), summary(claims, olds.length, news.length)].join('\n'))
}

/** A claim that says what it said is one line; one that changed shows both sides, and why they are the same. */
function linesOf({ outcome, before, after, score, moved, reason }: Compared): string[] {
  const head = outcome.padEnd(10)
  const under = ' '.repeat(head.length)
  if (outcome === 'kept') return [`${head}  ${shown(after[0])}`]
  if (outcome === 'moved') return [`${head}→ ${shown(after[0])}`]
  const lines = [...before.map((text) => `- ${shown(text)}`), ...after.map((text) => `+ ${shown(text)}`)]
  const why = before.length > 0 && after.length > 0 ? [`  (${Math.round(score * 100)} %) ${reason}`] : []
  return [...lines, ...why].map((line, at) => (at === 0 ? head : under) + line + (at === 0 && moved ? '  [moved]' : ''))
}

function shown(text = ''): string {
  return text.trim().replace(/\s+/gu, ' ')
}

function summary(claims: readonly Compared[], before: number, after: number): string {
  const counts = OUTCOMES.flatMap((outcome) => {
    const count = claims.filter((claim) => claim.outcome === outcome).length
    return count === 0 ? [] : [`${count} ${outcome}`]
  })
  const told = counts.length === 0 ? 'nothing to compare' : counts.join(', ')
  return `${claims.length === 0 ? '' : '\n'}${before} ${before === 1 ? 'claim' : 'claims'} before, ${after} after: ${told}.`
}
