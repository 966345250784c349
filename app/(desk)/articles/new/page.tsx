import type { Metadata } from 'next'
import { ImportScreen } from '@/components/desk/import-screen'
import { gate } from '@/lib/loaders/gate'
import { loadImport } from '@/lib/loaders/import'

export const metadata: Metadata = { title: 'Import an article' }

export default async function ImportPage() {
  const { viewer } = await gate('/articles/new', loadImport)
  return <ImportScreen viewer={viewer} />
}
