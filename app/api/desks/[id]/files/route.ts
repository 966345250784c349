import { takeFile } from '@/lib/actions/given-file.ts'
import { answerJson } from '@/lib/loaders/answer-json.ts'
import { nothingHere } from '@/lib/platform/errors.ts'

type Context = { params: Promise<{ id: string }> }

/**
 * A file that someone dropped, as the body of the request; `?name=` says how it was called and `?source=` what it is of
 * (a source of its own, without). Only a page of ours may send it: another site's cannot set the header that is asked for.
 */
export async function POST(request: Request, { params }: Context) {
  const { id } = await params
  const asked = new URL(request.url).searchParams
  return answerJson((session) => {
    if (request.headers.get('x-attest-file') !== '1') throw nothingHere()
    const body = request.body as AsyncIterable<Uint8Array> | null
    const expected = request.headers.get('content-length')
    const size = expected === null ? null : Number(expected)
    return takeFile(session, id, { fileName: asked.get('name') ?? '', sourceId: asked.get('source'), body, size })
  })
}
