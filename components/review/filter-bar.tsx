import Link from 'next/link'
import type { ReactNode } from 'react'
import { buttonClass } from '@/components/ui/button-class.ts'
import { ENTRY_KINDS, type EntryKind, isFiltered, type QueueFilter } from '@/lib/schema/review-filter.ts'
import type { Queue } from '@/lib/view/review.ts'

const KIND_WORDS: Record<EntryKind, string> = {
  wording: 'Wordings',
  split: 'Splits',
  merged: 'Merges',
  moved: 'Moves',
  retired: 'Retirements',
  new: 'New claims',
}

type Props = {
  path: string
  filter: QueueFilter
  queue: Queue
  /** The whole desk's page can be narrowed to an article. */
  desk: boolean
  nameOf: (id: string) => string
}

/** What the page shows, as a form that writes its address: it works without scripts, and with the back button. */
export function FilterBar({ path, filter, queue, desk, nameOf }: Props) {
  return (
    <form
      // A fresh form for every address, so that the boxes say what the page shows.
      key={JSON.stringify(filter)}
      action={path}
      aria-label="Filter the proposals"
      // Nor does a browser that goes back put in what was chosen on leaving.
      autoComplete="off"
      className="mb-6 flex flex-wrap items-end gap-x-3 gap-y-2.5 border-line border-y py-3 text-[13px]"
    >
      {desk && (
        <Choice
          label="Article"
          name="article"
          value={filter.article}
          all="All articles"
          options={queue.articles.map(({ slug, title, waiting }) => [slug, `${title} (${waiting})`])}
        />
      )}
      <Choice
        label="Author"
        name="author"
        value={filter.author}
        all="Everyone"
        options={queue.authors.map(({ id, waiting }) => [id, `${nameOf(id)} (${waiting})`])}
      />
      {queue.sections.length > 0 && (
        <Choice
          label="Section"
          name="section"
          value={filter.section}
          all="All sections"
          options={queue.sections.map(({ id, title }) => [id, title])}
        />
      )}
      <Choice
        label="Kind"
        name="kind"
        value={filter.kind}
        all="All kinds"
        options={ENTRY_KINDS.map((kind) => [kind, KIND_WORDS[kind]])}
      />
      <fieldset className="flex flex-wrap gap-1.5">
        <legend className="sr-only">Only those</legend>
        <Check name="stake" on={filter.stake}>
          Checks at stake
        </Check>
        <Check name="numbers" on={filter.numbers}>
          Numbers change
        </Check>
        <Check name="mine" on={filter.mine}>
          Mine
        </Check>
      </fieldset>
      <div className="flex gap-2">
        <button type="submit" className={buttonClass()}>
          Show
        </button>
        {isFiltered(filter) && (
          <Link prefetch={false} className={buttonClass('quiet')} href={path}>
            Show all
          </Link>
        )}
      </div>
    </form>
  )
}

type ChoiceProps = {
  label: string
  name: string
  value: string | null
  all: string
  options: (readonly [string, string])[]
}

function Choice({ label, name, value, all, options }: ChoiceProps) {
  const known = value === null || options.some(([code]) => code === value)
  return (
    <label className="flex min-w-0 flex-col gap-1">
      <span className="text-ink3 text-xs">{label}</span>
      <select
        name={name}
        defaultValue={value ?? ''}
        className="min-h-7 max-w-[210px] rounded-[7px] border border-line bg-raise px-2 py-1"
      >
        <option value="">{all}</option>
        {!known && <option value={value ?? ''}>Nothing waits there</option>}
        {options.map(([code, words]) => (
          <option key={code} value={code}>
            {words}
          </option>
        ))}
      </select>
    </label>
  )
}

function Check({ name, on, children }: { name: string; on: boolean; children: ReactNode }) {
  return (
    <label className="flex min-h-7 cursor-pointer items-center gap-1.5 rounded-[7px] border border-line bg-raise px-2.5 py-1 hover:bg-hover has-checked:border-pencil has-checked:bg-pencil-soft has-checked:text-pencil">
      <input type="checkbox" name={name} value="1" defaultChecked={on} className="accent-pencil" />
      {children}
    </label>
  )
}
