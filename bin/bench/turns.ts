import { generateKeyPairSync } from 'node:crypto'
import { houseArticle, houseAuthority } from '@/lib/data/access.ts'
import { importArticle } from '@/lib/data/article/article.ts'
import { readStanding, type StandingArticle } from '@/lib/data/article/standing.ts'
import { readComparison } from '@/lib/data/history/comparison.ts'
import { rebaseWorking } from '@/lib/data/live/working.ts'
import { redactEntry } from '@/lib/data/redaction/redact.ts'
import { previewRecording, recordWanted } from '@/lib/data/revision/recording.ts'
import { BLOCKS_LIMIT } from '@/lib/domain/article/size.ts'
import { parseArticle } from '@/lib/exchange/plain-text/plain-text.ts'
import { sentenceSegmenter } from '@/lib/exchange/sentences/sentences.ts'
import { withoutWords } from '@/lib/exchange/working-text.ts'
import { openBenchDesk } from './arrangement.ts'

export type Turn = { name: string; milliseconds: number; longest: number }

/** The aim is that of a server under attack: whoever asks for its health is answered within 250 ms. */
const AIM = 250

/**
 * How long others wait while the largest article there may be is worked on: the longest turn of the event loop, in
 * milliseconds, within each thing that a person may do to it. Each is done once; the first of them starts cold.
 */
export async function measureTurns(databaseUrl: string): Promise<Turn[]> {
  const { privateKey } = generateKeyPairSync('ed25519')
  process.env.ATTEST_SIGNING_KEY = privateKey.export({ format: 'pem', type: 'pkcs8' }).toString()
  const { db, workspaceId } = await openBenchDesk(databaseUrl)
  const turns: Turn[] = []
  const timed = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const watch = watchTurns()
    const began = performance.now()
    const value = await work()
    turns.push({ name, milliseconds: Math.round(performance.now() - began), longest: Math.round(watch.end()) })
    return value
  }
  try {
    const segment = await sentenceSegmenter('en')
    const parsed = parseArticle(largestText(), segment, 'en')
    if (!parsed.ok) throw new Error(parsed.problem.message)
    const given = { text: parsed.article, language: 'en', summary: 'Imported' }
    const { articleId, slug } = await timed('import', () => importArticle(db, houseAuthority(workspaceId), given))
    const article = houseArticle(workspaceId, articleId, slug)
    const standing = () => db.$transaction((tx) => readStanding(tx, article))
    const first = await timed('read as it stands', standing)
    const wanted = {
      from: 'draft',
      baseRevision: 1,
      blocks: edited(first),
      segment,
      corrections: [],
      choices: {},
    } as const
    const preview = await timed('preview of one reworded claim', () => previewRecording(db, article, wanted))
    const signed = { seen: preview.digest, reason: 'June, not May' }
    await timed('recording it', () => recordWanted(db, article, wanted, signed))
    const old = { baseRevision: 1, blocks: edited(first, 900), segment }
    await timed('rebase of a working text', () => rebaseWorking(db, article, old))
    await timed('comparison of two revisions', () => readComparison(db, article, 1, 2))
    const { id } = await db.claimRevision.findFirstOrThrow({ where: { articleId, state: 'superseded' } })
    const reason = 'A person asked for it.'
    await timed('redaction of the former wording', () =>
      redactEntry(db, article, { what: 'wording', id, reason }, withoutWords),
    )
    return turns
  } finally {
    await db.$disconnect()
  }
}

export function turnLines(turns: readonly Turn[]): string[] {
  return turns.map(
    ({ name, milliseconds, longest }) =>
      `${name}: ${milliseconds} ms, longest turn ${longest} ms (aim ${AIM} ms: ${longest <= AIM ? 'met' : 'MISSED'})`,
  )
}

function largestText(): string {
  const paragraph = (n: number) =>
    `The mill number ${n} burned in May and ${n + 3} people were hurt. No one in village ${n} saw who had set the fire.`
  return `= The largest article =\n\n${Array.from({ length: BLOCKS_LIMIT - 1 }, (_, n) => paragraph(n)).join('\n\n')}\n`
}

/** The article as someone left it who put June for May in one of its paragraphs. */
function edited({ layout, texts }: StandingArticle, at = 700) {
  return layout.blocks.map(({ id, kind, claims }, place) => ({
    ...{ id, kind },
    runs: claims.map((hint) => {
      const text = texts.get(hint) ?? ''
      return { text: place === at ? text.replace('May', 'June') : text, hint }
    }),
  }))
}

function watchTurns(): { end: () => number } {
  let longest = 0
  let last = performance.now()
  let over = false
  const turn = () => {
    const now = performance.now()
    longest = Math.max(longest, now - last)
    last = now
    if (!over) setImmediate(turn)
  }
  setImmediate(turn)
  return {
    end: () => {
      over = true
      return Math.max(longest, performance.now() - last)
    },
  }
}
