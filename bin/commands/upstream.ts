import { claimKey } from '@/lib/domain/claim/claim.ts'
import type { Conflict } from '@/lib/domain/revision/three-way.ts'
import type { ShownDecision } from '@/lib/view/recording.ts'
import { readArticleFile } from '../article-file.ts'
import { withDatabase } from './database.ts'

export type TakeOptions = { into: string; take: 'ours' | 'theirs'; dryRun?: true; json?: true; summary?: string }

/** How often a recording is tried again when the article goes on between the look and the recording. */
const TRIES = 5

/**
 * Takes a newer state of an article into the one that is here. What both sides changed stays as the desk has it, unless
 * `take` says otherwise, and is told.
 */
export async function takeFile(file: string, { into, take, dryRun, json, summary }: TakeOptions): Promise<void> {
  const { preview, revision } = await withDatabase(async (db) => {
    const found = await db.article.findFirst({
      where: { slug: into },
      orderBy: { createdAt: 'asc' },
      select: { id: true, workspaceId: true, language: true },
    })
    if (!found) throw new Error(`There is no article ${into}; nothing was recorded. \`attest list\` shows the slugs.`)
    const { article: text } = await readArticleFile(file, found.language)
    const { houseArticle } = await import('@/lib/data/access.ts')
    const { previewRecording, recordWanted } = await import('@/lib/data/revision/recording.ts')
    const article = houseArticle(found.workspaceId, found.id, into)
    const looking = { from: 'upstream', text, corrections: [], choices: {} } as const
    for (let tries = 0; tries < TRIES; tries++) {
      const { conflicts } = await previewRecording(db, article, looking)
      const wanted = { ...looking, choices: Object.fromEntries(conflicts.map(({ key }) => [key, take])) }
      const preview = await previewRecording(db, article, wanted)
      if (dryRun) return { preview, revision: null }
      const signed = { seen: preview.digest, reason: summary ?? 'Updated from upstream by the command line' }
      const taken = await recordWanted(db, article, wanted, signed)
      if (taken.outcome === 'recorded') return { preview, revision: taken.revision }
    }
    throw new Error('The article is being changed too often just now; nothing was recorded. Try again.')
  })
  const { counts, decisions, conflicts } = preview
  if (json) {
    console.log(JSON.stringify({ revision, counts, decisions, conflicts }))
    return
  }
  for (const decision of decisions) console.log(lineOf(decision))
  for (const conflict of conflicts) console.log(conflictLines(conflict, take))
  const told = Object.entries(counts).filter(([, count]) => count > 0)
  console.log(told.map(([outcome, count]) => `${count} ${outcome}`).join(', '))
  console.error(
    revision === null ? `Nothing was recorded (--dry-run).` : `Recorded as revision ${revision} of ${into}.`,
  )
}

function lineOf({ outcome, moved, before, after, atStake }: ShownDecision): string {
  const keys = before.map(({ number }) => claimKey(number)).join(' ')
  const texts = [
    ...before.map(({ text }) => `  - ${text.trim()}`),
    ...(outcome === 'kept' || outcome === 'moved' ? [] : after.map(({ text }) => `  + ${text.trim()}`)),
  ]
  const checks = atStake.citations + atStake.assessments
  const stake = checks > 0 ? ` (${checks} ${checks === 1 ? 'check' : 'checks'} to look at again)` : ''
  return [`${outcome}${moved && outcome !== 'moved' ? ', moved' : ''}${keys && ` ${keys}`}${stake}`, ...texts].join(
    '\n',
  )
}

function conflictLines({ claims, base, ours, theirs }: Conflict, take: 'ours' | 'theirs'): string {
  const words = (text: string) => text.trim() || '(taken out)'
  return [
    `conflict ${claims.map(claimKey).join(' ')}: ${take === 'ours' ? 'the desk’s' : 'upstream’s'} is kept`,
    `  both began with: ${words(base)}`,
    `  the desk:        ${words(ours)}`,
    `  upstream:        ${words(theirs)}`,
  ].join('\n')
}
