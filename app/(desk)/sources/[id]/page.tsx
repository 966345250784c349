import type { Metadata } from 'next'
import { SourceScreen } from '@/components/sources/page/screen.tsx'
import { gate } from '@/lib/loaders/gate.ts'
import { loadSource } from '@/lib/loaders/source.ts'

export const metadata: Metadata = { title: 'Source' }

export default async function SourcePage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const view = await gate(`/sources/${id}`, (session) => loadSource(session, id))
  return <SourceScreen {...view} />
}
