import type { Metadata } from 'next'
import { EditingPage } from '@/components/editing/editing-page'
import { loadEditing } from '@/lib/loaders/editing'
import { gate } from '@/lib/loaders/gate'

export const metadata: Metadata = { title: 'Edit the text' }

type Props = { params: Promise<{ slug: string }> }

export default async function EditPage({ params }: Props) {
  const { slug } = await params
  const view = await gate(`/articles/${slug}/edit`, (session) => loadEditing(session, slug))
  return <EditingPage view={view} />
}
