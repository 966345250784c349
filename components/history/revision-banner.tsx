import Link from 'next/link'
import { buttonClass } from '@/components/ui/button-class.ts'
import { When } from '@/components/ui/when.tsx'
import type { GalleyView } from '@/lib/view/galley.ts'
import type { Past } from '@/lib/view/history.ts'
import { RestoreButton } from './restore-button.tsx'

/** Says what is looked at, and leads back; stays in sight. */
export function RevisionBanner({
  article,
  past: { number, at, head },
}: {
  article: GalleyView['article']
  past: Past
}) {
  const old = number < head
  return (
    <section
      aria-label="Which revision this is"
      className="no-print sticky top-[52px] z-10 -mx-5 -mt-8 mb-8 flex items-center gap-x-4 border-b border-line bg-pencil-soft px-5 py-1.5 text-[13px] leading-[18px] xl:-mr-20"
    >
      <p className="min-w-0 flex-1">
        <b className="font-semibold">Revision {number}</b>
        {old ? (
          <>
            , as of <When at={at} day />
            <span className="max-sm:hidden">, with the checks and comments of that time</span>
          </>
        ) : (
          ', the current one'
        )}
      </p>
      <Link prefetch={false} className={buttonClass('plain', true)} href={`/articles/${article.slug}`}>
        {old ? 'Back to the present' : 'To the galley'}
      </Link>
    </section>
  )
}

type WaysProps = { article: GalleyView['article']; past: Past; mayRestore: boolean }

/** Where to go from an old revision. */
export function RevisionWays({ article, past: { number, head }, mayRestore }: WaysProps) {
  const base = `/articles/${article.slug}/history`
  const old = number < head
  const ways = [
    number > 1 && [`${base}/${number - 1}`, `← Revision ${number - 1}`],
    old && [`${base}/${number + 1}`, `Revision ${number + 1} →`],
    old && [`${base}/compare?from=${number}&to=${head}`, 'Compare with the present'],
  ].filter((way): way is [string, string] => way !== false)
  return (
    <nav aria-label="Other revisions" className="no-print mt-1 mb-5 -ml-2 flex flex-wrap items-center gap-x-1 gap-y-1">
      {ways.map(([href, words]) => (
        <Link key={href} prefetch={false} className={buttonClass('quiet', true)} href={href}>
          {words}
        </Link>
      ))}
      {old && mayRestore && <RestoreButton article={article} revision={number} head={head} small />}
    </nav>
  )
}
