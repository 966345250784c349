'use client'

import { Fragment } from 'react'
import { Words } from '@/components/wording/words.tsx'
import { claimKey } from '@/lib/domain/claim/claim.ts'
import type { Contested } from '@/lib/view/recording.ts'

type Props = { contested: readonly Contested[]; nameOf: (memberId: string) => string }

/**
 * Claims that several people changed, in the working text or by recording other words meanwhile. What came out may be
 * what none of them meant; so what each meant is shown before anything is recorded.
 */
export function ContestedClaims({ contested, nameOf }: Props) {
  if (contested.length === 0) return null
  return (
    <section
      aria-labelledby="contested"
      className="mt-3 rounded-r-md border-l-[3px] border-sta bg-hover px-3 py-3 text-[13px] leading-[19px]"
    >
      <h3 id="contested" className="font-semibold text-sta">
        {contested.length === 1 ? 'One claim was' : `${contested.length} claims were`} changed by more than one person
      </h3>
      <p className="mt-1 text-ink2">
        The working text may say what none of them meant. Check each claim before you record it, and correct it in the
        text where it is wrong.
      </p>
      <ul className="mt-2 space-y-3">
        {contested.map(({ number, now, versions, recorded }) => (
          <li key={number}>
            <b className="font-semibold tabular-nums">{claimKey(number)}</b>
            <dl className="[&>dd]:mb-1.5">
              <dt className="text-ink3">The working text says</dt>
              <dd dir="auto" className="font-serif text-[15px] leading-[22px] [overflow-wrap:anywhere]">
                <Words text={now.trim() || '(no words)'} />
              </dd>
              {versions.map(({ memberId, words }) => (
                <Fragment key={memberId}>
                  <dt className="text-ink3">{nameOf(memberId)} typed</dt>
                  <dd dir="auto" className="font-serif text-[15px] leading-[22px] [overflow-wrap:anywhere]">
                    {words === null ? (
                      <span className="font-sans text-[13px] text-ink3">earlier; how it read is no longer known</span>
                    ) : (
                      <Words text={words.trim() || '(took the words out)'} />
                    )}
                  </dd>
                </Fragment>
              ))}
              {recorded && (
                <>
                  <dt className="text-ink3">
                    {recorded.memberId === null ? 'Recorded' : `${nameOf(recorded.memberId)} recorded`} meanwhile, in
                    revision {recorded.revision}
                  </dt>
                  <dd dir="auto" className="font-serif text-[15px] leading-[22px] [overflow-wrap:anywhere]">
                    <Words text={recorded.words.trim()} />
                  </dd>
                </>
              )}
            </dl>
          </li>
        ))}
      </ul>
    </section>
  )
}
