import { health } from '@/lib/loaders/health.ts'

export const dynamic = 'force-dynamic'

/** 200 while Attest can serve; 503 when its database is away. */
export async function GET() {
  const healthy = await health()
  const body = healthy ? { status: 'ok' } : { status: 'unavailable', reason: 'The database cannot be reached.' }
  return Response.json(body, { status: healthy ? 200 : 503, headers: { 'Cache-Control': 'no-store' } })
}
