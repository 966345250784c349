export interface Figure {
  name: string
  /** A median; of `lost`, how many. */
  value: number
  unit: Unit
  /** Of how many. */
  count: number
  /** The same of what it is measured against. */
  against: number | null
  ratio: number | null
  /** The ratio not to pass. */
  aim: number | null
  better: 'lower'
}

type Unit = 'ms' | 'bytes' | 'kB' | 'lost'

export interface Sample {
  median: number
  count: number
}

export function figure(name: string, sample: Sample, against?: Sample, aim?: number, unit: Unit = 'ms'): Figure {
  const round = (value: number) => Math.round(value * 100) / 100
  return {
    name,
    value: round(sample.median),
    unit,
    count: sample.count,
    against: against ? round(against.median) : null,
    ratio: against && unit !== 'lost' ? round(sample.median / against.median) : null,
    aim: aim ?? null,
    better: 'lower',
  }
}

/** One line for people: what it is, how much it is, what it is measured against, and whether the aim is met. */
export function inWords({ name, value, unit, count, against, ratio, aim }: Figure): string {
  const digits = unit === 'lost' || unit === 'bytes' ? 0 : 1
  const among = unit === 'lost' ? `of ${count}` : `(median of ${count})`
  const line = `${name.padEnd(52)} ${value.toFixed(digits).padStart(8)} ${unit}  ${among}`
  if (against === null) return line
  const verdict = aim === null || ratio === null ? '' : ratio <= aim ? `, aim ${aim}× met` : `, aim ${aim}× MISSED`
  return `${line}   against ${against.toFixed(digits)} ${unit}${ratio === null ? '' : `: ${ratio}×`}${verdict}`
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
  return times.map(sampleOf)
}

export function sampleOf(values: readonly number[]): Sample {
  return { median: quantile(values, 0.5), count: values.length }
}

/** The value below which such a part of all lies. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  const place = part * (sorted.length - 1)
  const below = sorted[Math.floor(place)] ?? 0
  return below + ((sorted[Math.ceil(place)] ?? below) - below) * (place % 1)
}
