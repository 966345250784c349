import { answerJson } from '@/lib/loaders/answer-json.ts'
import { loadDossier } from '@/lib/loaders/article.ts'

type Context = { params: Promise<{ slug: string; key: string }> }

/** One claim's dossier, as JSON; with `?revision=3`, as it stood at the end of that revision. */
export async function GET(request: Request, { params }: Context) {
  const { slug, key } = await params
  const revision = new URL(request.url).searchParams.get('revision')
  return answerJson((session) => loadDossier(session, slug, key, revision))
}
