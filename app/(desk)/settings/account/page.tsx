import type { Metadata } from 'next'
import { AccountScreen } from '@/components/settings/account-screen.tsx'
import { loadAccount } from '@/lib/loaders/account.ts'
import { gate } from '@/lib/loaders/gate.ts'

export const metadata: Metadata = { title: 'Your account' }

export default async function AccountPage() {
  const view = await gate('/settings/account', loadAccount)
  return <AccountScreen {...view} />
}
