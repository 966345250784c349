import { answer } from '@/lib/loaders/answer-json'
import { loadSnapshotFile } from '@/lib/loaders/snapshot'

type Context = { params: Promise<{ id: string }> }

/** The bytes of a snapshot, to save. Only pictures are shown; nothing of a snapshot is ever run (`proxy.ts` adds a sandbox). */
export async function GET(_: Request, { params }: Context) {
  const { id } = await params
  return answer(async (session) => {
    const { bytes, mediaType, disposition } = await loadSnapshotFile(session, id)
    return new Response(new Uint8Array(bytes), {
      headers: { 'Content-Type': mediaType, 'Content-Disposition': disposition, 'X-Content-Type-Options': 'nosniff' },
    })
  })
}
