'use client'

import { Button } from '@/components/ui/button.tsx'

type Props = { count: number; titles: string[]; problems: string[]; onAll: () => void }

/** A bibliography before it is taken in: how much there is, how it begins, and what of it could not be read. */
export function BibliographyChoice({ count, titles, problems, onAll }: Props) {
  return (
    <div className="mt-1 flex flex-col items-start gap-2">
      <p className="text-ink2">A bibliography of {count.toLocaleString('en')} records:</p>
      <ul className="max-h-40 w-full list-disc overflow-y-auto pl-5 text-ink2">
        {titles.map((title, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: titles may repeat, and their order stands
          <li key={at} className="[overflow-wrap:anywhere]">
            {title}
          </li>
        ))}
        {count > titles.length && <li>and {(count - titles.length).toLocaleString('en')} more</li>}
      </ul>
      <BibliographyProblems problems={problems} />
      <Button tone="go" onClick={onAll}>
        Add all {count.toLocaleString('en')}
      </Button>
    </div>
  )
}

export function BibliographyProblems({ problems }: { problems: string[] }) {
  if (problems.length === 0) return null
  return (
    <details className="w-full">
      <summary className="text-con">
        {problems.length === 1
          ? 'Something could not be read'
          : `${problems.length.toLocaleString('en')} things could not be read`}
      </summary>
      <ul className="mt-1 max-h-40 list-disc overflow-y-auto pl-5 text-ink2">
        {problems.slice(0, 200).map((problem) => (
          <li key={problem}>{problem}</li>
        ))}
      </ul>
    </details>
  )
}
