'use client'

import { useRouter } from 'next/navigation'
import { useTransition } from 'react'
import { buttonClass } from '@/components/ui/button-class.ts'
import { RELIABILITIES, RELIABILITY_LABEL } from '@/lib/domain/check/scale.ts'
import { HEALTH_LABEL, HEALTHS } from '@/lib/domain/source/health.ts'
import { SOURCE_TYPES } from '@/lib/domain/source/source.ts'
import type { ShelfFilter } from '@/lib/schema/shelf-filter.ts'

type Options = (readonly [string, string])[]

const TYPES: Options = Object.entries(SOURCE_TYPES)
const GRADES: Options = RELIABILITIES.map((grade) => [grade, `${grade} · ${RELIABILITY_LABEL[grade]}`])
const HEALTH: Options = HEALTHS.map((health) => [health, HEALTH_LABEL[health]])

/** What is asked of the shelf, as a form that writes its address: it works without scripts, and with the back button. */
export function ShelfFilters({ filter }: { filter: ShelfFilter }) {
  const router = useRouter()
  const [busy, start] = useTransition()
  const yes = (value: boolean | null | undefined) => (value === true ? 'yes' : value === false ? 'no' : '')
  return (
    <form
      // A fresh form for every address, so that the boxes say what the page shows.
      key={JSON.stringify(filter)}
      action="/sources"
      aria-label="Search the shelf"
      aria-busy={busy || undefined}
      autoComplete="off"
      className="mb-4 flex flex-col gap-2.5 border-line border-y py-3 text-[13px]"
      onSubmit={(event) => {
        event.preventDefault()
        const said = [...new FormData(event.currentTarget)].filter(([, value]) => value !== '') as [string, string][]
        start(() => router.push(`/sources${said.length > 0 ? `?${new URLSearchParams(said)}` : ''}`))
      }}
    >
      <div className="flex gap-2">
        <label className="min-w-0 flex-1">
          <span className="sr-only">Search title, author and what snapshots say</span>
          <input
            type="search"
            name="q"
            defaultValue={filter.text}
            placeholder="Title, author, or words that a snapshot holds"
            className="w-full rounded-[7px] border border-line bg-raise px-2.5 py-1.5 placeholder:text-ink3"
          />
        </label>
        <button type="submit" aria-busy={busy || undefined} className={buttonClass()}>
          Search
        </button>
      </div>
      <div className="grid grid-cols-2 gap-2 sm:grid-cols-5">
        <Choice label="Kind" name="type" value={filter.type ?? ''} all="All kinds" options={TYPES} />
        <Choice label="Grade" name="grade" value={filter.reliability ?? ''} all="All grades" options={GRADES} />
        <Choice label="Health" name="health" value={filter.health ?? ''} all="Any status" options={HEALTH} />
        <Choice
          label="Cited"
          name="cited"
          value={yes(filter.cited)}
          all="Any"
          options={[
            ['yes', 'Cited'],
            ['no', 'Not cited yet'],
          ]}
        />
        <Choice
          label="Fields"
          name="unconfirmed"
          value={yes(filter.unconfirmed)}
          all="Any"
          options={[
            ['yes', 'Some wait'],
            ['no', 'All accepted'],
          ]}
        />
      </div>
    </form>
  )
}

type ChoiceProps = { label: string; name: string; value: string; all: string; options: Options }

function Choice({ label, name, value, all, options }: ChoiceProps) {
  return (
    <label className="flex min-w-0 flex-col gap-1">
      <span className="text-ink3 text-xs">{label}</span>
      <select
        name={name}
        defaultValue={value}
        onChange={(event) => event.currentTarget.form?.requestSubmit()}
        className={`min-h-7 w-full rounded-[7px] border bg-raise px-2 py-1 ${value ? 'border-pencil text-pencil' : 'border-line'}`}
      >
        <option value="">{all}</option>
        {options.map(([code, words]) => (
          <option key={code} value={code}>
            {words}
          </option>
        ))}
      </select>
    </label>
  )
}
