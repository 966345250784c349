import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { cache } from 'react'
import { GalleyScreen } from '@/components/galley/galley-screen.tsx'
import { loadGalley } from '@/lib/loaders/article.ts'
import { gate } from '@/lib/loaders/gate.ts'

type Props = { params: Promise<{ slug: string }> }

/** Read once a request, for the title and the page. */
const read = cache((slug: string) => gate(`/articles/${slug}`, (session) => loadGalley(session, slug)))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await read((await params).slug)).article.title }
}

export default async function GalleyPage({ params }: Props) {
  const view = await read((await params).slug)
  const firstVisit = (await cookies()).get('first-steps') === undefined
  return <GalleyScreen view={view} firstVisit={firstVisit} />
}
