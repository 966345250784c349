import { answer } from '@/lib/loaders/answer-json.ts'
import { followDesk } from '@/lib/loaders/desk-events.ts'

type Context = { params: Promise<{ id: string }> }

/** Tells a page that something was recorded on its desk; with `?article=ID`, on that article of it. */
export async function GET(request: Request, { params }: Context) {
  const { id } = await params
  const articleId = new URL(request.url).searchParams.get('article')
  return answer((session) => followDesk(session, { workspaceId: id, articleId }, request))
}
