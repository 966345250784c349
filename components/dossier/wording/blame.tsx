'use client'

import { useId, useState } from 'react'
import { useGalley } from '@/components/article/article-context.ts'
import { claimAddress } from '@/components/article/use-dossier.ts'
import { Button } from '@/components/ui/button.tsx'
import { readJson } from '@/components/ui/read-json.ts'
import { When } from '@/components/ui/when.tsx'
import { Words } from '@/components/wording/words.tsx'
import { type ClaimSummary, claimKey } from '@/lib/domain/claim/claim.ts'
import type { BlameDto, Origin } from '@/lib/view/history.ts'

/** Who wrote which words of a claim: read when it is asked for. */
export function Blame({ claim }: { claim: ClaimSummary }) {
  const { article, revision } = useGalley()
  const id = useId()
  const [open, setOpen] = useState(false)
  const [blame, setBlame] = useState<BlameDto | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const toggle = () => {
    setOpen(!open)
    if (open || blame) return
    setProblem(null)
    readJson<BlameDto>(
      claimAddress(article.slug, claim.number, '/blame', revision),
      'Who wrote what could not be read.',
    ).then(setBlame, (error: Error) => setProblem(error.message))
  }
  return (
    <div className="mb-3">
      <Button small tone="quiet" className="-ml-2" aria-expanded={open} aria-controls={id} onClick={toggle}>
        {open ? '▾' : '▸'} Who wrote what
      </Button>
      <div id={id} hidden={!open}>
        {problem && (
          <p role="alert" className="mt-1 border-l-[3px] border-ref bg-ref-soft px-3 py-2 text-[13px]">
            {problem}
          </p>
        )}
        {open &&
          !problem &&
          (blame ? <BlamedWords blame={blame} /> : <p className="text-[13px] text-ink3">Reading…</p>)}
      </div>
    </div>
  )
}

/** The words with a number behind each run, and beneath, by number, where it came from. Pointing at an entry shows its words. */
function BlamedWords({ blame: { runs, origins } }: { blame: BlameDto }) {
  const { article } = useGalley()
  const [shown, setShown] = useState<number | null>(null)
  let at = 0
  return (
    <div className="mt-1 rounded-lg border border-line bg-sheet p-3">
      <p dir="auto" lang={article.language} className="font-serif text-[16px] leading-[27px] [overflow-wrap:anywhere]">
        {runs.map(({ text, origin }) => {
          const key = at
          at += text.length
          const words = text.trim()
          const start = text.length - text.trimStart().length
          const look = shown === origin ? 'bg-pencil-soft decoration-pencil' : 'decoration-line'
          return (
            <span key={key}>
              {text.slice(0, start)}
              <span className={`rounded-[3px] underline decoration-2 underline-offset-[5px] ${look}`}>
                <Words text={words} />
              </span>
              {origins.length > 1 && (
                <sup className="ml-px font-sans text-[10.5px] font-semibold text-pencil">
                  <span className="sr-only">from </span>
                  {origin + 1}
                </sup>
              )}
              {text.slice(start + words.length)}
            </span>
          )
        })}
      </p>
      <ol aria-label="Where the words came from" className="mt-2 space-y-0.5 text-[12.5px] leading-[18px] text-ink2">
        {origins.map((origin, place) => (
          <li key={`${origin.revision} ${origin.claim}`}>
            <button
              type="button"
              aria-pressed={shown === place}
              className="-mx-1.5 w-[calc(100%+12px)] rounded-md px-1.5 py-1 text-left hover:bg-hover aria-pressed:bg-hover"
              onMouseEnter={() => setShown(place)}
              onMouseLeave={() => setShown(null)}
              onFocus={() => setShown(place)}
              onBlur={() => setShown(null)}
            >
              <span className="mr-1.5 inline-block min-w-3 text-[11px] font-semibold text-pencil">{place + 1}</span>
              <OriginWords origin={origin} />
            </button>
          </li>
        ))}
      </ol>
    </div>
  )
}

function OriginWords({ origin: { revision, kind, authorId, at, claim } }: { origin: Origin }) {
  const { nameOf } = useGalley()
  const who =
    authorId !== null
      ? `revision ${revision}, ${nameOf(authorId)}`
      : kind === 'imported'
        ? `imported in revision ${revision}`
        : kind === 'upstream'
          ? `updated from upstream in revision ${revision}`
          : `revision ${revision}`
  return (
    <>
      {who}
      {claim !== null && `, as ${claimKey(claim)}`} · <When at={at} />
    </>
  )
}
