'use client'

import dynamic from 'next/dynamic'
import type { EditingView } from '@/lib/view/galley.ts'

/** The editor opens in the browser alone: nothing can be typed before it is there. */
const EditingScreen = dynamic(() => import('./editing-screen.tsx'), {
  ssr: false,
  loading: () => <p className="p-8 text-ink3">Opening the text…</p>,
})

export function EditingPage({ view }: { view: EditingView }) {
  return <EditingScreen view={view} />
}
