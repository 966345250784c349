import type { Metadata } from 'next'
import { cache } from 'react'
import { RevisionScreen } from '@/components/history/revision-screen.tsx'
import { gate } from '@/lib/loaders/gate.ts'
import { loadRevision } from '@/lib/loaders/history.ts'

type Props = { params: Promise<{ slug: string; number: string }> }

/** Read once a request, for the title and the page. */
const read = cache((slug: string, number: string) =>
  gate(`/articles/${slug}/history/${encodeURIComponent(number)}`, (session) => loadRevision(session, slug, number)),
)

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug, number } = await params
  const { view, past } = await read(slug, number)
  return { title: `Revision ${past.number} · ${view.article.title}` }
}

export default async function RevisionPage({ params }: Props) {
  const { slug, number } = await params
  const { view, past } = await read(slug, number)
  return <RevisionScreen key={past.number} view={view} past={past} />
}
