import type { Metadata } from 'next'
import { ReviewScreen } from '@/components/review/review-screen'
import { gate } from '@/lib/loaders/gate'
import { loadReview } from '@/lib/loaders/review'

export const metadata: Metadata = { title: 'Review' }

export default async function ReviewPage({ params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params
  const view = await gate(`/articles/${slug}/review`, (session) => loadReview(session, slug))
  return <ReviewScreen {...view} />
}
