import type { Metadata } from 'next'
import { ReviewScreen } from '@/components/review/review-screen.tsx'
import { gate } from '@/lib/loaders/gate.ts'
import { loadDeskReview } from '@/lib/loaders/review.ts'

export const metadata: Metadata = { title: 'Review' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function DeskReviewPage({ searchParams }: Props) {
  const query = await searchParams
  const view = await gate('/review', (session) => loadDeskReview(session, query))
  return <ReviewScreen {...view} />
}
