import type { Metadata, Viewport } from 'next'
import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import { Notices } from '@/components/ui/notices.tsx'
import { SubmitKey } from '@/components/ui/submit-key.tsx'
import './globals.css'
import './galley.css'

export const metadata: Metadata = {
  title: { default: 'Attest', template: '%s · Attest' },
  description: 'Check an article line by line, and hand over a report that anyone can re-check.',
  robots: { index: false, follow: false },
}

export const viewport: Viewport = { width: 'device-width', initialScale: 1 }

export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = (await cookies()).get('theme')?.value
  const chosen = theme === 'light' || theme === 'dark' ? theme : undefined
  return (
    <html lang="en" data-theme={chosen}>
      <body>
        {children}
        <Notices />
        <SubmitKey />
      </body>
    </html>
  )
}
