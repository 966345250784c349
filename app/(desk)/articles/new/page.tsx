import type { Metadata } from 'next'
import { ImportScreen } from '@/components/desk/import-screen.tsx'
import { gate } from '@/lib/loaders/gate.ts'
import { loadImport } from '@/lib/loaders/import.ts'

export const metadata: Metadata = { title: 'Import an article' }

export default async function ImportPage() {
  const { viewer } = await gate('/articles/new', loadImport)
  return <ImportScreen viewer={viewer} />
}
