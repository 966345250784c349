import Link from 'next/link'
import { TopBar } from '@/components/shell/top-bar.tsx'
import { buttonClass } from '@/components/ui/button-class.ts'
import type { Viewer } from '@/lib/view/galley.ts'
import { RevisionPicker } from './revision-picker.tsx'

type Props = {
  article: { slug: string; title: string }
  viewer: Viewer
  revisions: { number: number; at: string; summary: string }[]
  revision: number
  mayExport: boolean
  body: string
  style: string
  /** Of this page's content security policy. */
  nonce: string
}

/** What will be handed over, as it will look: the very HTML that the file holds. */
export function ReportScreen({ article, viewer, revisions, revision, mayExport, body, style, nonce }: Props) {
  const newest = revisions[0]?.number ?? revision
  return (
    <>
      <TopBar
        viewer={viewer}
        crumbs={[
          { href: '/', words: 'Desk' },
          { href: `/articles/${article.slug}`, words: article.title },
          { words: 'Report' },
        ]}
      >
        <Link prefetch={false} className={buttonClass()} href={`/articles/${article.slug}`}>
          Galley
        </Link>
        {mayExport && (
          <a className={buttonClass('go')} href={`/api/articles/${article.slug}/report?revision=${revision}`} download>
            Download
          </a>
        )}
      </TopBar>
      <main className="px-5 py-8 sm:px-8 print:p-0">
        <div className="no-print mx-auto mb-8 flex max-w-[880px] flex-wrap items-center gap-x-4 gap-y-2 border-b border-line pb-4 text-[13px] text-ink3">
          <RevisionPicker revisions={revisions} revision={revision} />
          <p className="min-w-0 flex-1 max-sm:basis-full">
            {revision < newest
              ? 'An older revision, with the checks it had before the next one was made. This report no longer changes.'
              : 'The newest revision, with its checks as they stand now.'}{' '}
            {!mayExport && 'An editor can download it as a file.'}
          </p>
        </div>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: written by us, a constant */}
        <style nonce={nonce} dangerouslySetInnerHTML={{ __html: style }} />
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: everything anybody wrote is escaped where it is made */}
        <div dangerouslySetInnerHTML={{ __html: body }} />
      </main>
    </>
  )
}
