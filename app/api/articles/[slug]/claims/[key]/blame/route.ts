import { answerJson } from '@/lib/loaders/answer-json.ts'
import { loadBlame } from '@/lib/loaders/article.ts'

type Context = { params: Promise<{ slug: string; key: string }> }

/** Who wrote which words of a claim, as JSON; with `?revision=3`, of what it said then. */
export async function GET(request: Request, { params }: Context) {
  const { slug, key } = await params
  const revision = new URL(request.url).searchParams.get('revision')
  return answerJson((session) => loadBlame(session, slug, key, revision))
}
