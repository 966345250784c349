import Link from 'next/link'
import { OutcomeTag } from '@/components/claim/outcome-tag.tsx'
import { DiffView } from '@/components/wording/diff-view.tsx'
import { Words } from '@/components/wording/words.tsx'
import { framingOf, labelled } from '@/lib/domain/article/framing.ts'
import { claimKey } from '@/lib/domain/claim/claim.ts'
import { oneLine } from '@/lib/domain/claim/wording.ts'
import type { ComparedClaim, Comparison } from '@/lib/domain/revision/comparison.ts'

type Props = { change: Comparison; language: string; before: string; after: string }

/** What became of one claim, or of several whose words belong together. */
export function ComparisonCard({ change, language, before, after }: Props) {
  const { outcome, moved, reason } = change
  const [old, now] = [change.before, change.after]
  const one = old.length === 1 && now.length === 1
  return (
    <li className="rounded-lg border border-line bg-raise p-3.5">
      <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
        <OutcomeTag outcome={outcome} moved={moved} />
        <b className="text-[13px] font-semibold tabular-nums">
          {now.length > 0 ? <Keys claims={now} page={after} /> : <Keys claims={old} page={before} />}
        </b>
        <span className="min-w-0 text-xs leading-4 text-ink3">{reason}</span>
      </div>
      <div lang={language} className="mt-2 space-y-1.5 font-serif text-[17px] leading-[26px] [overflow-wrap:anywhere]">
        {one ? (
          <p dir="auto">
            <DiffView before={spoken(old[0])} after={spoken(now[0])} />
          </p>
        ) : (
          <>
            {old.map((claim) => (
              <ClaimWords key={`before ${claim.number}`} claim={claim} gone={now.length === 0} />
            ))}
            {old.length > 0 && now.length > 0 && (
              <p className="font-sans text-xs leading-4 text-ink3">{now.length > 1 ? 'became these' : 'became this'}</p>
            )}
            {now.map((claim) => (
              <ClaimWords key={`after ${claim.number}`} claim={claim} come={old.length === 0} part={old.length > 0} />
            ))}
          </>
        )}
      </div>
    </li>
  )
}

/** A claim as it is shown outside the article. */
function spoken(claim: ComparedClaim | undefined): string {
  return claim ? labelled(framingOf(claim), oneLine(claim.text.trim())) : ''
}

function Keys({ claims, page }: { claims: ComparedClaim[]; page: string }) {
  return claims.map(({ number }, at) => (
    <span key={number}>
      {at > 0 && ', '}
      <Link prefetch={false} className="hover:underline" href={`${page}#${claimKey(number)}`}>
        {claimKey(number)}
      </Link>
    </span>
  ))
}

type WordsProps = { claim: ComparedClaim; gone?: boolean; come?: boolean; part?: boolean }

function ClaimWords({ claim, gone = false, come = false, part = false }: WordsProps) {
  const words = <Words text={spoken(claim)} />
  return (
    <p dir="auto" className={`diff ${part ? 'border-l-2 border-pencil pl-2.5' : ''}`}>
      {gone ? <del>{words}</del> : come ? <ins>{words}</ins> : words}
    </p>
  )
}
