import type { Metadata } from 'next'
import { SnapshotScreen } from '@/components/sources/snapshot/screen.tsx'
import { gate } from '@/lib/loaders/gate.ts'
import { loadSnapshotPage } from '@/lib/loaders/snapshot.ts'

export const metadata: Metadata = { title: 'Snapshot' }

type Props = { params: Promise<{ id: string; snapshotId: string }> }

export default async function SnapshotPage({ params }: Props) {
  const { id, snapshotId } = await params
  const view = await gate(`/sources/${id}/snapshots/${snapshotId}`, (session) => loadSnapshotPage(session, snapshotId))
  return <SnapshotScreen {...view} />
}
