import { buttonClass } from '@/components/ui/button-class.ts'

type Props = { revisions: { number: number; at: string; summary: string }[]; revision: number }

/** Leads to another revision's report; a plain form, so that the address says which one is shown. */
export function RevisionPicker({ revisions, revision }: Props) {
  return (
    <form method="get" className="flex min-w-0 max-w-full flex-wrap items-center gap-2">
      <label htmlFor="revision" className="font-medium text-ink">
        Revision
      </label>
      <select
        key={revision}
        id="revision"
        name="revision"
        defaultValue={revision}
        className="min-h-8 min-w-0 max-w-[min(320px,60vw)] truncate rounded-[7px] border border-line bg-raise px-2 py-1 text-ink"
      >
        {revisions.map(({ number, at, summary }) => (
          <option key={number} value={number}>
            {`${number} · ${at.slice(0, 10)}${summary === '' ? '' : ` · ${summary.slice(0, 60)}`}`}
          </option>
        ))}
      </select>
      <button type="submit" className={buttonClass()}>
        Show
      </button>
    </form>
  )
}
