import type { Metadata } from 'next'
import { HistoryScreen } from '@/components/history/history-screen.tsx'
import { gate } from '@/lib/loaders/gate.ts'
import { loadHistory } from '@/lib/loaders/history.ts'

export const metadata: Metadata = { title: 'History' }

type Props = {
  params: Promise<{ slug: string }>
  searchParams: Promise<{ to?: string | string[] }>
}

export default async function HistoryPage({ params, searchParams }: Props) {
  const { slug } = await params
  const asked = (await searchParams).to
  const upTo = (Array.isArray(asked) ? asked[0] : asked) ?? null
  const path = `/articles/${slug}/history${upTo ? `?to=${encodeURIComponent(upTo)}` : ''}`
  const view = await gate(path, (session) => loadHistory(session, slug, upTo))
  return <HistoryScreen {...view} />
}
