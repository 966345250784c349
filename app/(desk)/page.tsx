import { DeskScreen } from '@/components/desk/desk-screen'
import { loadDesk } from '@/lib/loaders/desk'
import { gate } from '@/lib/loaders/gate'

export default async function DeskPage() {
  const view = await gate('/', loadDesk)
  return <DeskScreen {...view} />
}
