import { answerJson } from '@/lib/loaders/answer-json'
import { loadDossier } from '@/lib/loaders/article'

type Context = { params: Promise<{ slug: string; key: string }> }

/** One claim's dossier, as JSON. */
export async function GET(_request: Request, { params }: Context) {
  const { slug, key } = await params
  return answerJson((session) => loadDossier(session, slug, key))
}
