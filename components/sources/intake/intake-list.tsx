'use client'

import Link from 'next/link'
import { Button } from '@/components/ui/button.tsx'
import { CaptureProgress } from '../capture-progress.tsx'
import { ProgressBar } from '../progress-bar.tsx'
import { BibliographyChoice, BibliographyProblems } from './bibliography-choice.tsx'
import { DuplicateChoice } from './duplicate-choice.tsx'
import type { Added, Entry, useIntake } from './use-intake.ts'

type Props = {
  workspaceId: string
  intake: ReturnType<typeof useIntake>
  onAdded: (added: Added) => void
  chooseWords: string
  onImported: (() => void) | undefined
  /** A button that had the focus is gone. */
  onGone: () => void
}

/** What was pasted or dropped, and how far each has come. Nothing that failed is gone: it can be tried again. */
export function IntakeList({ intake, ...props }: Props) {
  if (intake.entries.length === 0) return <div aria-live="polite" />
  return (
    <div aria-live="polite">
      <ul className="divide-y divide-line rounded-lg border border-line bg-raise">
        {intake.entries.map((entry) => (
          <li key={entry.id} className="px-3 py-2.5 text-[13px]">
            <div className="flex items-start gap-2">
              <span className="min-w-0 flex-1 font-medium [overflow-wrap:anywhere]">{entry.name}</span>
              {entry.stage.at !== 'busy' && entry.stage.at !== 'waiting' && (
                <Button
                  small
                  tone="quiet"
                  aria-label={`Put “${entry.name}” away`}
                  onClick={() => {
                    intake.drop(entry.id)
                    props.onGone()
                  }}
                >
                  ×
                </Button>
              )}
            </div>
            <EntryStage entry={entry} intake={intake} {...props} />
          </li>
        ))}
      </ul>
    </div>
  )
}

function EntryStage({
  entry,
  intake,
  workspaceId,
  onAdded,
  chooseWords,
  onImported,
  onGone,
}: Props & { entry: Entry }) {
  const { stage } = entry
  switch (stage.at) {
    case 'waiting':
      return <p className="text-ink3">{stage.words}</p>
    case 'busy':
      return (
        <div className="mt-1 flex flex-col gap-1.5">
          <p className="text-ink2">{stage.words}</p>
          <ProgressBar label={stage.words} />
        </div>
      )
    case 'failed':
      return (
        <div className="mt-1 flex flex-wrap items-center gap-2">
          <p className="flex-1 text-ref">{stage.words}</p>
          {stage.again && (
            <Button
              small
              onClick={() => {
                intake.send(entry, intake.entries.length === 1)
                onGone()
              }}
            >
              Try again
            </Button>
          )}
        </div>
      )
    case 'there':
      return (
        <DuplicateChoice
          duplicates={stage.duplicates}
          useWords={chooseWords}
          onUse={(sourceId) => {
            intake.drop(entry.id)
            onAdded({ sourceId, existing: true, captureId: null })
          }}
          onAnyway={() => {
            intake.send({ ...entry, what: { text: stage.text } }, intake.entries.length === 1, true)
            onGone()
          }}
        />
      )
    case 'bibliography':
      return (
        <BibliographyChoice
          {...stage}
          onAll={() => {
            void intake.importAll(entry, stage.text, stage.count).then(() => onImported?.())
            onGone()
          }}
        />
      )
    case 'imported':
      return (
        <div className="mt-1 flex flex-col gap-2">
          <p className="text-ink2">
            {stage.imported.added.toLocaleString('en')} added
            {stage.imported.existing > 0 &&
              `, ${stage.imported.existing.toLocaleString('en')} were on the shelf already`}
            . Their fields wait to be accepted.{' '}
            <Link prefetch={false} href="/sources" className="text-pencil underline">
              See them on the shelf
            </Link>
          </p>
          <BibliographyProblems problems={stage.imported.problems} />
        </div>
      )
    case 'added':
      return (
        <div className="mt-1 flex flex-wrap items-center gap-2">
          <div className="min-w-0 flex-1 text-ink2">
            {stage.added.existing ? 'It was on the shelf already.' : 'On the shelf.'}
            <BibliographyProblems problems={stage.added.problems ?? []} />
            {stage.added.captureId && <CaptureProgress workspaceId={workspaceId} captureId={stage.added.captureId} />}
          </div>
          <Button small onClick={() => onAdded(stage.added)}>
            {chooseWords}
          </Button>
        </div>
      )
  }
}
