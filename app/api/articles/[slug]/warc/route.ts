import { answer } from '@/lib/loaders/answer-json.ts'
import { loadWarc } from '@/lib/loaders/snapshot.ts'

type Context = { params: Promise<{ slug: string }> }

/** A WARC file of everything kept of the sources that an article cites. */
export async function GET(_: Request, { params }: Context) {
  const { slug } = await params
  return answer(async (session) => {
    const { name, stream } = await loadWarc(session, { slug })
    return new Response(stream, {
      headers: { 'Content-Type': 'application/warc', 'Content-Disposition': `attachment; filename="${name}"` },
    })
  })
}
