import { answer } from '@/lib/loaders/answer-json.ts'
import { loadReportFile } from '@/lib/loaders/report.ts'

type Context = { params: Promise<{ slug: string }> }

/** The sourced report of a revision, to save as a file. Opened in a browser all the same, it is in a sandbox (`proxy.ts`). */
export async function GET(request: Request, { params }: Context) {
  const { slug } = await params
  const asked = new URL(request.url).searchParams
  return answer(async (session) => {
    const { name, text } = await loadReportFile(session, slug, asked.get('revision'), asked.get('pin'))
    return new Response(text, {
      headers: {
        'Content-Type': 'text/html; charset=utf-8',
        'Content-Disposition': `attachment; filename="${name}"`,
      },
    })
  })
}
