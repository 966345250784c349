'use server'

import { db } from '@/lib/data/db.ts'
import { readRecordedMeanwhile, readTouches, readWorking } from '@/lib/data/live/working.ts'
import { previewRecording, recordWanted, type Taken } from '@/lib/data/revision/recording.ts'
import { sizeProblem } from '@/lib/domain/article/size.ts'
import { sentenceSegmenter } from '@/lib/exchange/sentences/sentences.ts'
import { blocksOfWorking, wordsByClaim, wordsByMember } from '@/lib/exchange/working-text.ts'
import { AppError } from '@/lib/platform/errors.ts'
import { inTurns } from '@/lib/platform/process/give-way.ts'
import { ARTICLE_LIMIT } from '@/lib/schema/article.ts'
import * as accepts from '@/lib/schema/recording.ts'
import type { Contested, Preview } from '@/lib/view/recording.ts'
import { articleAction, type OfArticle } from './action.ts'

type Asked = Pick<accepts.WorkingAsked, 'corrections' | 'choices' | 'chosen' | 'recheck'>

/** The working text at this moment, as something to be recorded; and the claims in it that several people changed. */
async function workingNow(article: OfArticle, { chosen, ...decided }: Asked) {
  const [kept, touches, segment] = await Promise.all([
    readWorking(db(), article),
    readTouches(db(), article),
    sentenceSegmenter(article.language),
  ])
  if (!kept) throw new AppError('not_found', 'No one has opened the working text of this article yet.')
  const blocks = await inTurns(blocksOfWorking(kept))
  const length = blocks.reduce((sum, { runs }) => sum + runs.reduce((all, { text }) => all + text.length, 0), 0)
  if (length > ARTICLE_LIMIT)
    throw new AppError('invalid', 'The working text is longer than an article can be. Nothing was recorded.')
  const size = sizeProblem(blocks.map(({ runs }) => ({ claims: runs })))
  if (size) throw new AppError('invalid', size)
  const wanted = { from: 'draft' as const, baseRevision: kept.baseRevision, blocks, segment, ...decided }
  const typists = Map.groupBy(touches, ({ claim }) => claim)
  const meanwhile = new Map(
    (await readRecordedMeanwhile(db(), article, touches)).map(
      ({ claim, revision, authorId: memberId, text: words }) => [claim, { revision, memberId, words }],
    ),
  )
  const several = [...typists].filter(([claim, list]) => claim > 0 && (list.length > 1 || meanwhile.has(claim)))
  const members = [...new Set(several.flatMap(([, list]) => list.map(({ memberId }) => memberId)))]
  const meant = await inTurns(wordsByMember(kept, members))
  const said = wordsByClaim(blocks)
  const contested = several.map(([number, list]): Contested => {
    const versions = list.map(({ memberId }) => ({ memberId, words: wordsOf(meant.get(memberId), number) }))
    return { number, now: said.get(number) ?? '', versions, recorded: meanwhile.get(number) ?? null }
  })
  return { wanted: { ...wanted, ...(chosen && { chosen }) }, contested }
}

/** Whoever took a claim's words out meant it to say nothing. */
function wordsOf(meant: ReadonlyMap<number, string> | undefined, number: number): string | null {
  return meant ? (meant.get(number) ?? '') : null
}

/** Of the claims that several people changed, those that a preview would change. */
function among(preview: Preview, contested: readonly Contested[]): Contested[] {
  const changed = preview.decisions.filter(({ chosen }) => chosen).flatMap(({ before }) => before)
  const recorded = new Map(changed.map(({ number, text }) => [number, text.trim()]))
  return contested.flatMap((claim) => {
    const said = recorded.get(claim.number)
    if (said === undefined) return []
    // Whose words are the recorded ones changed nothing, or took it back.
    const versions = claim.versions.filter(({ words }) => words === null || words.trim() !== said)
    return versions.length + (claim.recorded ? 1 : 0) > 1 ? [{ ...claim, versions }] : []
  })
}

export const previewWorking = articleAction(accepts.workingPreview, 'wording.propose', async (article, asked) => {
  const { wanted, contested } = await workingNow(article, asked)
  const preview = await previewRecording(db(), article, wanted)
  return { ...preview, contested: among(preview, contested) }
})

/**
 * Records what was shown of the working text. Where a claim that several people changed says something else than
 * whoever records was shown, nothing is recorded and the new preview comes back, as with anything else that went on meanwhile.
 */
export const recordWorking = articleAction(
  accepts.workingRecording,
  'wording.propose',
  async (article, { seen, reason, commandId, contested: shown, ...asked }): Promise<Taken> => {
    const { wanted, contested } = await workingNow(article, asked)
    if (contested.length > 0) {
      const preview = await previewRecording(db(), article, wanted)
      const open = among(preview, contested)
      const known = new Map(shown.map(({ number, now }) => [number, now]))
      if (open.some(({ number, now }) => known.get(number) !== now))
        return { outcome: 'moved_on', preview: { ...preview, contested: open } }
    }
    const taken = await recordWanted(db(), article, wanted, { seen, reason, commandId })
    if (taken.outcome !== 'moved_on') return taken
    return { ...taken, preview: { ...taken.preview, contested: among(taken.preview, contested) } }
  },
)
