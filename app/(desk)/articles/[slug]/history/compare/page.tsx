import type { Metadata } from 'next'
import { CompareScreen } from '@/components/history/compare-screen.tsx'
import { gate } from '@/lib/loaders/gate.ts'
import { loadComparison } from '@/lib/loaders/history.ts'

export const metadata: Metadata = { title: 'Two revisions' }

type Query = Partial<Record<'from' | 'to' | 'as', string | string[]>>
type Props = { params: Promise<{ slug: string }>; searchParams: Promise<Query> }

export default async function ComparePage({ params, searchParams }: Props) {
  const { slug } = await params
  const query = await searchParams
  const one = (name: keyof Query) => [query[name]].flat()[0] ?? null
  const asked = { from: one('from'), to: one('to') }
  const named = Object.entries({ ...asked, as: one('as') }).flatMap(([name, value]) => (value ? [[name, value]] : []))
  const path = `/articles/${slug}/history/compare?${new URLSearchParams(named)}`
  const view = await gate(path, (session) => loadComparison(session, slug, asked))
  return <CompareScreen {...view} shownAs={one('as') === 'text' ? 'text' : 'claims'} />
}
