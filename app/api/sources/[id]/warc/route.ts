import { answer } from '@/lib/loaders/answer-json.ts'
import { loadWarc } from '@/lib/loaders/snapshot.ts'

type Context = { params: Promise<{ id: string }> }

/** A WARC file of everything kept of a source. */
export async function GET(_: Request, { params }: Context) {
  const { id } = await params
  return answer(async (session) => {
    const { name, stream } = await loadWarc(session, { sourceId: id })
    return new Response(stream, {
      headers: { 'Content-Type': 'application/warc', 'Content-Disposition': `attachment; filename="${name}"` },
    })
  })
}
