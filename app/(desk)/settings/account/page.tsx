import type { Metadata } from 'next'
import { AccountScreen } from '@/components/settings/account-screen'
import { loadAccount } from '@/lib/loaders/account'
import { gate } from '@/lib/loaders/gate'

export const metadata: Metadata = { title: 'Your account' }

export default async function AccountPage() {
  const view = await gate('/settings/account', loadAccount)
  return <AccountScreen {...view} />
}
