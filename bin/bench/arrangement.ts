import { houseAuthority } from '@/lib/data/access.ts'
import { importArticle } from '@/lib/data/article/article.ts'
import { attachCitation } from '@/lib/data/claim/citation.ts'
import { connect, type Db } from '@/lib/data/db.ts'
import { addMember } from '@/lib/data/desk/member.ts'
import { createUser } from '@/lib/data/desk/user.ts'
import { createWorkspace } from '@/lib/data/desk/workspace.ts'
import { addSource } from '@/lib/data/source/source.ts'
import { parseArticle } from '@/lib/exchange/plain-text/plain-text.ts'
import { sentenceSegmenter } from '@/lib/exchange/sentences/sentences.ts'
import { hashPassword } from '@/lib/platform/auth/password.ts'
import { newId } from '@/lib/platform/ids.ts'

export const EDITOR = { email: 'editor@bench.example', password: newId() }

export type BenchArticle = { articleId: string; slug: string; claims: { claimId: string; wordingId: string }[] }

/** A desk with one editor. */
export async function openBenchDesk(databaseUrl: string) {
  const db = connect(databaseUrl)
  const workspaceId = await createWorkspace(db, 'Bench')
  const userId = await createUser(db, { email: EDITOR.email, passwordHash: await hashPassword(EDITOR.password) })
  const memberId = await addMember(db, houseAuthority(workspaceId), { userId, name: 'Editor', role: 'editor' })
  return { db, workspaceId, memberId }
}

/** An article in the plain-text form: `claims` sentences of fifteen words, ten to a paragraph. */
export function articleText(title: string, claims: number): string {
  const sentence = (n: number) => `Sentence number ${n} says that the mill by the river burned on a quiet day.`
  const paragraphs: string[] = []
  for (let first = 1; first <= claims; first += 10) {
    const sentences = Array.from({ length: Math.min(10, claims - first + 1) }, (_, n) => sentence(first + n))
    paragraphs.push(sentences.join(' '))
  }
  return `= ${title} =\n\n${paragraphs.join('\n\n')}\n`
}

/** Puts an article there, with citations spread over its claims. */
export async function addBenchArticle(
  db: Db,
  workspaceId: string,
  title: string,
  claims: number,
  citations: number,
): Promise<BenchArticle> {
  const house = houseAuthority(workspaceId)
  const parsed = parseArticle(articleText(title, claims), await sentenceSegmenter('en'), 'en')
  if (!parsed.ok) throw new Error(parsed.problem.message)
  const imported = await importArticle(db, house, { text: parsed.article, language: 'en', summary: 'Imported' })
  const { articleId, slug } = imported
  const rows = await db.claimRevision.findMany({
    where: { articleId },
    select: { id: true, claimId: true },
    orderBy: { claim: { number: 'asc' } },
  })
  const found = rows.map(({ id, claimId }) => ({ claimId, wordingId: id }))
  if (found.length !== claims) throw new Error(`the bench article has ${found.length} claims, not ${claims}`)
  const article = { ...house, articleId, slug }
  const sources: string[] = []
  for (let n = 0; n < Math.min(citations, 20); n++) {
    const csl = {
      type: 'article-newspaper' as const,
      title: `${title}: source ${n}`,
      URL: `https://bench.example/${slug}/${n}`,
    }
    sources.push((await addSource(db, house, { csl, reliability: 'B', gradeReason: 'Bench' })).id)
  }
  const words = { stance: 'supports', quote: 'It burned.', note: '', locator: 'p. 1', credibility: 2 } as const
  for (let n = 0; n < citations; n++) {
    const on = found[Math.floor((n * claims) / citations)]
    if (on) await attachCitation(db, article, { ...on, ...words, source: { id: sources[n % sources.length] } })
  }
  return { articleId, slug, claims: found }
}
