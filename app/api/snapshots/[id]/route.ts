import { answerJson } from '@/lib/loaders/answer-json.ts'
import { loadSnapshot } from '@/lib/loaders/snapshot.ts'

type Context = { params: Promise<{ id: string }> }

/** A snapshot with its readable text, for the reader. */
export async function GET(_: Request, { params }: Context) {
  const { id } = await params
  return answerJson((session) => loadSnapshot(session, id))
}
