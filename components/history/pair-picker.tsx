import { buttonClass } from '@/components/ui/button-class.ts'

type Props = {
  revisions: { number: number; at: string; summary: string }[]
  from: number
  to: number
  shownAs: string
  action: string
}

/** Leads to any other two revisions; a plain form, so that the address says which are shown. */
export function PairPicker({ revisions, from, to, shownAs, action }: Props) {
  return (
    <form
      method="get"
      action={action}
      aria-label="Other revisions"
      className="mt-3 mb-5 flex flex-wrap items-end gap-2 text-[13px]"
    >
      <input type="hidden" name="as" value={shownAs} />
      {(
        [
          ['from', 'Compare', from],
          ['to', 'with', to],
        ] as const
      ).map(([name, words, chosen]) => (
        <label key={name} className="flex min-w-0 max-w-full items-center gap-2 text-ink3">
          {words}
          <select
            key={chosen}
            name={name}
            defaultValue={chosen}
            className="min-h-8 min-w-0 max-w-[250px] truncate rounded-[7px] border border-line bg-raise px-2 py-1 text-ink"
          >
            {revisions.map(({ number, at, summary }) => (
              <option key={number} value={number}>
                {`${number} · ${at.slice(0, 10)}${summary === '' ? '' : ` · ${summary.slice(0, 50)}`}`}
              </option>
            ))}
          </select>
        </label>
      ))}
      <button type="submit" className={buttonClass()}>
        Compare
      </button>
    </form>
  )
}
