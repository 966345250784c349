import { claimKey } from '@/lib/domain/claim/claim.ts'
import type { StructureChange } from '@/lib/domain/revision/structure.ts'
import type { StructureEntry } from '@/lib/view/review.ts'

type Props = {
  change: StructureChange
  /** Where it would stand and stands; left out where that is no question any more. */
  behind?: StructureEntry['behind'] | undefined
  from?: StructureEntry['from'] | undefined
}

/** A change of structure, in the article's own words: what stands, and what would stand instead. */
export function StructureView({ change, behind, from }: Props) {
  return (
    <div className="diff mt-2 space-y-1.5 font-serif text-[17px] leading-[27px] [overflow-wrap:anywhere]">
      {change.kind === 'split' && (
        <>
          <Stands text={change.says} />
          <ol aria-label="The parts" className="space-y-1.5">
            {keyed(change.texts).map(({ key, item }) => (
              <Part key={key} text={item} />
            ))}
          </ol>
        </>
      )}
      {change.kind === 'merged' && (
        <>
          {change.says.map((text, at) => (
            <Stands key={change.claims[at]} text={text} named={claimKey(change.claims[at] ?? 0)} />
          ))}
          <ul aria-label="Together">
            <Part text={change.text} />
          </ul>
        </>
      )}
      {change.kind === 'moved' && (
        <>
          <p dir="auto">{change.says.trim()}</p>
          {from !== undefined && <Place words="Now" beside={from} start />}
          {behind !== undefined && <Place words="Then" beside={behind} start={change.after === null} />}
        </>
      )}
      {change.kind === 'retired' && (
        <p dir="auto">
          <del>{change.says.trim()}</del>
        </p>
      )}
      {change.kind === 'new' && (
        <>
          {keyed(change.blocks).map(({ key, item }) => (
            <p key={key} dir="auto">
              {item.kind === 'heading' && <span className="font-sans text-xs text-ink3">Heading </span>}
              <ins>{item.texts.join('').trim()}</ins>
            </p>
          ))}
          {behind !== undefined && <Place words="Would stand" beside={behind} start={change.after === null} />}
        </>
      )}
    </div>
  )
}

function Stands({ text, named }: { text: string; named?: string }) {
  return (
    <p dir="auto" className="text-ink3">
      {named && <span className="font-sans text-xs font-semibold">{named} </span>}
      {text.trim()}
    </p>
  )
}

function Part({ text }: { text: string }) {
  return (
    <li dir="auto" className="border-l-2 border-pencil pl-2.5">
      {text.trim()}
    </li>
  )
}

/** Where a claim stands: behind another, or at the article's start. */
function Place({ words, beside, start }: { words: string; beside: StructureEntry['behind']; start: boolean }) {
  if (!beside && !start) return null
  return (
    <p className="font-sans text-[13px] leading-5 text-ink2">
      <span className="text-ink3">{words} </span>
      {beside ? (
        <>
          behind <b className="font-semibold tabular-nums">{claimKey(beside.claim)}</b>{' '}
          <span dir="auto" className="font-serif text-[14.5px]">
            “{excerpt(beside.text)}”
          </span>
        </>
      ) : (
        'at the start of the article'
      )}
    </p>
  )
}

/** Parts do not change places, and two may say the same. */
function keyed<T>(items: readonly T[]): { key: string; item: T }[] {
  return items.map((item, at) => ({ key: `part ${at}`, item }))
}

const EXCERPT = 90

function excerpt(text: string): string {
  const line = text.trim()
  return line.length <= EXCERPT ? line : `${line.slice(0, EXCERPT).replace(/\s+\S*$/u, '')}…`
}
