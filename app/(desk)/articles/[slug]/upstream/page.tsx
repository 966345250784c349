import type { Metadata } from 'next'
import { UpstreamScreen } from '@/components/recording/upstream-screen.tsx'
import { loadArticleFor } from '@/lib/loaders/editing.ts'
import { gate } from '@/lib/loaders/gate.ts'

export const metadata: Metadata = { title: 'Update from upstream' }

type Props = { params: Promise<{ slug: string }> }

export default async function UpstreamPage({ params }: Props) {
  const { slug } = await params
  const view = await gate(`/articles/${slug}/upstream`, (session) => loadArticleFor(session, slug, 'article.import'))
  return <UpstreamScreen {...view} />
}
