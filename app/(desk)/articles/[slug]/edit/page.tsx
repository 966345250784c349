import type { Metadata } from 'next'
import { EditingPage } from '@/components/editing/editing-page.tsx'
import { loadEditing } from '@/lib/loaders/editing.ts'
import { gate } from '@/lib/loaders/gate.ts'

export const metadata: Metadata = { title: 'Edit the text' }

type Props = { params: Promise<{ slug: string }> }

export default async function EditPage({ params }: Props) {
  const { slug } = await params
  const view = await gate(`/articles/${slug}/edit`, (session) => loadEditing(session, slug))
  return <EditingPage view={view} />
}
