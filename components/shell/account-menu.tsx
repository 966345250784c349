'use client'

import { useRouter } from 'next/navigation'
import { signOut } from 'next-auth/react'
import { useEffect } from 'react'
import { Avatar } from '@/components/ui/avatar.tsx'
import { clearDrafts, clearWithOthers } from '@/components/ui/draft-store.ts'
import { Menu, MenuItem } from '@/components/ui/menu.tsx'
import { setTheme } from '@/components/ui/theme.ts'
import { ROLE_LABEL } from '@/lib/domain/desk/permission.ts'
import type { Viewer } from '@/lib/view/galley.ts'

/** Who is signed in, their account, how the page looks, and the way out. */
export function AccountMenu({ viewer }: { viewer: Viewer }) {
  const router = useRouter()
  useEffect(clearWithOthers, [])
  return (
    <Menu
      trigger={
        <>
          <Avatar name={viewer.name} size={26} />
          <span className="sr-only">Account of </span>
          <span className="max-sm:sr-only">{viewer.name}</span>
        </>
      }
    >
      <p className="px-2.5 py-1.5 text-xs text-ink3">
        {viewer.name} · {ROLE_LABEL[viewer.role]}
      </p>
      <MenuItem onClick={() => router.push('/settings/account')}>Your account</MenuItem>
      <div className="my-1 h-px bg-line" />
      <MenuItem onClick={() => setTheme('light')}>Light</MenuItem>
      <MenuItem onClick={() => setTheme('dark')}>Dark</MenuItem>
      <MenuItem onClick={() => setTheme('system')}>As the system</MenuItem>
      <div className="my-1 h-px bg-line" />
      <MenuItem
        onClick={() => {
          clearDrafts()
          void signOut({ callbackUrl: '/sign-in' })
        }}
      >
        Sign out
      </MenuItem>
    </Menu>
  )
}
