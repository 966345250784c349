import { DeskScreen } from '@/components/desk/desk-screen.tsx'
import { loadDesk } from '@/lib/loaders/desk.ts'
import { gate } from '@/lib/loaders/gate.ts'

export default async function DeskPage() {
  const view = await gate('/', loadDesk)
  return <DeskScreen {...view} />
}
