import { answer } from '@/lib/loaders/answer-json.ts'
import { loadSnapshotFile } from '@/lib/loaders/snapshot.ts'

type Context = { params: Promise<{ id: string }> }

/**
 * A picture to show, without what its file says about itself; of anything else, and with `?as=kept`, the bytes as they
 * came, to save. Nothing of a snapshot is ever run (`proxy.ts` adds a sandbox).
 */
export async function GET(request: Request, { params }: Context) {
  const { id } = await params
  const as = new URL(request.url).searchParams.get('as') === 'kept' ? 'kept' : 'shown'
  return answer(async (session) => {
    const { bytes, mediaType, disposition } = await loadSnapshotFile(session, id, as)
    return new Response(new Uint8Array(bytes), {
      headers: { 'Content-Type': mediaType, 'Content-Disposition': disposition, 'X-Content-Type-Options': 'nosniff' },
    })
  })
}
