export interface Figure {
  name: string
  /** A median. */
  value: number
  unit: 'ms'
  /** Of how many. */
  count: number
  /** The median of what it is measured against. */
  against: number | null
  ratio: number | null
  /** The ratio not to pass. */
  aim: number | null
  better: 'lower'
}

export interface Sample {
  median: number
  count: number
}

export function figure(name: string, sample: Sample, against?: Sample, aim?: number): Figure {
  const round = (value: number) => Math.round(value * 100) / 100
  return {
    name,
    value: round(sample.median),
    unit: 'ms',
    count: sample.count,
    against: against ? round(against.median) : null,
    ratio: against ? round(sample.median / against.median) : null,
    aim: aim ?? null,
    better: 'lower',
  }
}

/** One line for people: what it is, how long it takes, what it is measured against, and whether the aim is met. */
export function inWords({ name, value, count, against, ratio, aim }: Figure): string {
  const line = `${name.padEnd(52)} ${value.toFixed(1).padStart(8)} ms  (median of ${count})`
  if (against === null) return line
  const verdict = aim === null || ratio === null ? '' : ratio <= aim ? `, aim ${aim}× met` : `, aim ${aim}× MISSED`
  return `${line}   against ${against.toFixed(1)} ms: ${ratio}×${verdict}`
}

const PATIENCE = 30_000

type Work = (round: number) => Promise<unknown>

/** Runs `work` `count` times after some that don't count, or until patience ends; how long the middle one took. */
export async function timed(count: number, work: Work, warmUp = 5): Promise<Sample> {
  const [sample] = await timedInTurns(count, [work], warmUp)
  return sample as Sample
}

/** The same for several works by turns, so that whatever else the machine does falls on all of them alike. */
export async function timedInTurns(count: number, works: Work[], warmUp = 5): Promise<Sample[]> {
  for (let round = 0; round < warmUp; round++) for (const work of works) await work(round)
  const times: number[][] = works.map(() => [])
  const deadline = performance.now() + PATIENCE
  for (let round = 0; round < count && (round < 3 || performance.now() < deadline); round++)
    for (const [at, work] of works.entries()) {
      const began = performance.now()
      await work(warmUp + round)
      times[at]?.push(performance.now() - began)
    }
  return times.map((taken) => ({ median: medianOf(taken), count: taken.length }))
}

function medianOf(times: readonly number[]): number {
  const sorted = [...times].sort((a, b) => a - b)
  const middle = sorted.length / 2
  return ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2
}
