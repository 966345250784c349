import type { ReactNode } from 'react'
import { When } from '@/components/ui/when.tsx'
import { gradeOf, RELIABILITY_LABEL } from '@/lib/domain/check/scale.ts'
import type { GradeDto, SourceDto } from '@/lib/view/shelf.ts'
import { GradeForm } from './grade-form.tsx'
import { RedactReason } from './redaction.tsx'

type Props = {
  workspaceId: string
  sourceId: string
  grades: SourceDto['grades']
  nameOf: (id: string | null) => string
  mayGrade: boolean
  mayRedact: boolean
  /** Where a reason was redacted: by whom, when and why, by the id of its grade. */
  redacted: Record<string, ReactNode>
}

/** How reliable the source is, by whose judgement and why; the grades before stay in sight. */
export function GradePart({ workspaceId, sourceId, grades, nameOf, mayGrade, mayRedact, redacted }: Props) {
  const redact = (grade: GradeDto) =>
    redacted[grade.id] ??
    (mayRedact && grade.reason && <RedactReason workspaceId={workspaceId} what="grade" id={grade.id} />)
  const current = grades.find((grade) => grade.current)
  const before = grades.filter((grade) => grade !== current && gradeOf(grade) !== null)
  return (
    <div className="flex flex-col gap-2 text-[13px]">
      {gradeOf(current) === null && (
        <p className="text-ink2">Not graded yet. Say how reliable this source is in general.</p>
      )}
      {current && gradeOf(current) !== null && (
        <div className="flex items-start gap-3">
          <span className="grid size-10 shrink-0 place-items-center rounded-lg border border-line bg-raise font-semibold text-lg">
            {current.reliability}
          </span>
          <div>
            <p className="font-medium text-sm">{RELIABILITY_LABEL[current.reliability]}</p>
            <p className="text-ink2 [overflow-wrap:anywhere]">{current.reason || 'No reason was given.'}</p>
            <p className="text-ink3">
              {nameOf(current.memberId)} · <When at={current.at} />
            </p>
            {redact(current)}
          </div>
        </div>
      )}
      <details>
        <summary className="w-fit rounded text-pencil">What a pair such as B2 says</summary>
        <p className="mt-1 text-ink2">
          The letter, A to F, is how reliable the source is in general. The number, 1 to 6, is how credible what it says
          is in one citation. They are given apart and never averaged: a good source may say something doubtful.
        </p>
      </details>
      {before.length > 0 && (
        <details>
          <summary className="w-fit rounded text-pencil">
            {before.length === 1 ? 'One grade before' : `${before.length} grades before`}
          </summary>
          <ol className="mt-1 space-y-1 text-ink2">
            {before.map((grade) => (
              <li key={grade.id} className="[overflow-wrap:anywhere]">
                <b className="font-semibold">{grade.reliability}</b> · {grade.reason || 'no reason given'} ·{' '}
                {nameOf(grade.memberId)} · <When at={grade.at} />
                {redact(grade)}
              </li>
            ))}
          </ol>
        </details>
      )}
      {mayGrade && <GradeForm workspaceId={workspaceId} sourceId={sourceId} />}
    </div>
  )
}
