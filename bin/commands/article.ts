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
}

/** The file is read and judged before any database is started for it. */
export async function importFile(
  file: string,
  { language: given, licence, attribution }: ImportOptions,
): Promise<void> {
  const { article: text, language } = await readArticleFile(file, given)
  if (given === undefined)
    console.error(`Imported as ${language}, which its words look like; --language says otherwise.`)
  const slug = await withDatabase(async (db) => {
    const { houseAuthority } = await import('@/lib/data/access.ts')
    const { importArticle } = await import('@/lib/data/article.ts')
    const { firstWorkspace } = await import('@/lib/data/workspace.ts')
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
      summary,
    })
    return imported.slug
  })
  console.log(slug)
}
