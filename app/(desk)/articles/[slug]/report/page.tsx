import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { ReportScreen } from '@/components/report/report-screen.tsx'
import { gate } from '@/lib/loaders/gate.ts'
import { loadReport } from '@/lib/loaders/report.ts'

export const metadata: Metadata = { title: 'Report' }

type Props = {
  params: Promise<{ slug: string }>
  searchParams: Promise<{ revision?: string | string[] }>
}

export default async function ReportPage({ params, searchParams }: Props) {
  const { slug } = await params
  const asked = (await searchParams).revision
  const revision = (Array.isArray(asked) ? asked[0] : asked) ?? null
  const path = `/articles/${slug}/report${revision ? `?revision=${encodeURIComponent(revision)}` : ''}`
  const view = await gate(path, (session) => loadReport(session, slug, revision))
  const nonce = (await headers()).get('x-nonce') ?? ''
  return <ReportScreen {...view} nonce={nonce} />
}
