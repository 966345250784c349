import type { Metadata } from 'next'
import { ShelfScreen } from '@/components/sources/shelf/screen.tsx'
import { gate } from '@/lib/loaders/gate.ts'
import { loadShelf } from '@/lib/loaders/source.ts'

export const metadata: Metadata = { title: 'Sources' }

type Query = Record<string, string | string[] | undefined>

export default async function ShelfPage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams
  const view = await gate('/sources', (session) => loadShelf(session, query))
  return <ShelfScreen {...view} paged={typeof query.after === 'string'} />
}
