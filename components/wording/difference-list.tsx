'use client'

import { Button } from '@/components/ui/button.tsx'
import { SaidDiff } from '@/components/wording/diff-view.tsx'
import { claimKey } from '@/lib/domain/claim/claim.ts'
import type { Typists } from '@/lib/domain/desk/live-message.ts'
import type { WorkingDifferences } from '@/lib/domain/revision/working-difference.ts'
import { PutAllBack } from './put-all-back.tsx'

type Props = {
  differences: WorkingDifferences | null
  revision: number
  typists: Typists
  nameOf: (memberId: string) => string
  /** Null where nothing can be changed. */
  onPutBack: ((claims: readonly number[]) => void) | null
  onGo: (claim: number) => void
}

const MOST = 100
const MOST_ADDED = 5
const LONGEST_ADDED = 140

const shortened = (words: string) =>
  words.length > LONGEST_ADDED ? `${words.slice(0, LONGEST_ADDED).trimEnd()} …` : words

/** What of the working text is not the record's: claim by claim, with who typed it. */
export function DifferenceList({ differences, revision, typists, nameOf, onPutBack, onGo }: Props) {
  if (!differences) return null
  const { claims, added } = differences
  return (
    <section aria-labelledby="differences" className="mt-5 border-t border-line pt-4">
      <h2 id="differences" className="text-[15px] font-semibold">
        {differenceWords(differences, revision)}
      </h2>
      {added.length > 0 && (
        <div className="mt-2 text-[13px] text-ink2">
          <p>New words, not part of a claim yet{typedBy(typists['0'], nameOf, 'typed')}:</p>
          <ul className="mt-1 list-disc pl-5">
            {added.slice(0, MOST_ADDED).map((words, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: passages may say the same
              <li key={at} dir="auto" className="font-serif text-[15px] leading-[22px] [overflow-wrap:anywhere]">
                {shortened(words)}
              </li>
            ))}
          </ul>
          {added.length > MOST_ADDED && <p className="mt-1">and {added.length - MOST_ADDED} more passages.</p>}
        </div>
      )}
      {onPutBack && claims.length > 1 && (
        <PutAllBack count={claims.length} onPutBack={() => onPutBack(claims.map(({ number }) => number))} />
      )}
      <ul className="mt-3 space-y-2">
        {claims.slice(0, MOST).map(({ number, recorded, working }) => (
          <li key={number} className="rounded-lg border border-line bg-raise p-3">
            <div className="flex items-baseline gap-2 text-[13px]">
              <button type="button" className="font-semibold tabular-nums hover:underline" onClick={() => onGo(number)}>
                {claimKey(number)}
              </button>
              <span className="min-w-0 flex-1 text-ink3 [overflow-wrap:anywhere]">
                {working === null ? 'taken out' : 'typed'}
                {typedBy(typists[number], nameOf)}
              </span>
              {onPutBack && (
                <Button
                  small
                  tone="quiet"
                  className="-mr-2 shrink-0"
                  aria-label={`Put back the recorded words of ${claimKey(number)}`}
                  onClick={() => onPutBack([number])}
                >
                  Put back
                </Button>
              )}
            </div>
            <p className="mt-1 font-serif text-[16px] leading-6 [overflow-wrap:anywhere]">
              <SaidDiff before={recorded} after={working} />
            </p>
          </li>
        ))}
      </ul>
      {claims.length > MOST && (
        <p className="mt-2 text-[13px] text-ink3">{claims.length - MOST} more are not listed here; all are kept.</p>
      )}
    </section>
  )
}

/** "3 claims differ from revision 12", as it stands in the galley and beside the working text. */
export function differenceWords({ claims, added }: WorkingDifferences, revision: number): string {
  if (claims.length === 0 && added.length === 0) return `The working text says what revision ${revision} says`
  if (claims.length === 0) return `The working text has new words, beside revision ${revision}`
  return `${claims.length} ${claims.length === 1 ? 'claim differs' : 'claims differ'} from revision ${revision}`
}

export function typedBy(
  members: readonly string[] | undefined,
  nameOf: (memberId: string) => string,
  verb = '',
): string {
  if (!members || members.length === 0) return ''
  return `${verb && `, ${verb}`} by ${members.map(nameOf).join(', ')}`
}
