import type { Metadata } from 'next'
import { DetailsScreen } from '@/components/desk/details-screen.tsx'
import { loadDetails } from '@/lib/loaders/article-detail.ts'
import { gate } from '@/lib/loaders/gate.ts'

export const metadata: Metadata = { title: 'Details' }

type Props = { params: Promise<{ slug: string }> }

export default async function DetailsPage({ params }: Props) {
  const { slug } = await params
  const view = await gate(`/articles/${slug}/details`, (session) => loadDetails(session, slug))
  return <DetailsScreen {...view} />
}
