import { detailProblem, detailTyped } from '@/lib/domain/article/detail.ts'
import { readArticleFile } from '../article-file.ts'
import { withDatabase } from './database.ts'

export async function listArticles({ json }: { json?: true }): Promise<void> {
  const rows = await withDatabase((db) =>
    db.article.findMany({
      select: {
        slug: true,
        title: true,
        headNumber: true,
        archivings: { where: { endedSeq: null }, select: { id: true } },
      },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    }),
  )
  const articles = rows.map(({ slug, title, headNumber, archivings }) => ({
    slug,
    title,
    revision: headNumber,
    ...(archivings.length > 0 && { archived: true }),
  }))
  if (json) console.log(JSON.stringify({ articles }))
  else
    for (const { slug, title, revision, archived } of articles)
      console.log(`${slug}\t${title}\trevision ${revision}${archived ? '\tarchived' : ''}`)
}

interface ImportOptions {
  language?: string
  licence?: string
  attribution?: string
  origin?: string
}

/** The file is read and judged before any database is started for it. */
export async function importFile(
  file: string,
  { language: given, licence, attribution, origin }: ImportOptions,
): Promise<void> {
  const originUrl = originOf(origin)
  const { article: text, language } = await readArticleFile(file, given)
  if (given === undefined)
    console.error(`Imported as ${language}, which its words look like; --language says otherwise.`)
  const slug = await withDatabase(async (db) => {
    const { houseAuthority } = await import('@/lib/data/access.ts')
    const { importArticle } = await import('@/lib/data/article/article.ts')
    const { firstWorkspace } = await import('@/lib/data/desk/workspace.ts')
    const workspace = await firstWorkspace(db)
    if (workspace === null) {
      throw new Error(
        'There is no desk yet, so nothing was imported. Add its owner first: attest user add EMAIL --role owner',
      )
    }
    const summary = 'Imported by the command line'
    const imported = await importArticle(db, houseAuthority(workspace.id), {
      text,
      language,
      licence,
      attribution,
      originUrl,
      summary,
    })
    return imported.slug
  })
  console.log(slug)
}

/** An origin as it is kept. @throws Error where it is no web address */
function originOf(typed: string | undefined): string | undefined {
  if (typed === undefined) return undefined
  const origin = detailTyped('originUrl', typed)
  const problem = detailProblem('originUrl', origin)
  if (problem !== null) throw new Error(`${problem} Nothing was imported.`)
  return origin ?? undefined
}
