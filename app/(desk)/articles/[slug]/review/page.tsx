import type { Metadata } from 'next'
import { ReviewScreen } from '@/components/review/review-screen.tsx'
import { gate } from '@/lib/loaders/gate.ts'
import { loadReview } from '@/lib/loaders/review.ts'

export const metadata: Metadata = { title: 'Review' }

type Props = {
  params: Promise<{ slug: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function ReviewPage({ params, searchParams }: Props) {
  const [{ slug }, query] = [await params, await searchParams]
  const view = await gate(`/articles/${slug}/review`, (session) => loadReview(session, slug, query))
  return <ReviewScreen {...view} />
}
