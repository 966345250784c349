/** A run of letters as a PDF sets it: where it begins, which way it goes and how large it is, in points of its page. */
export type SetRun = { str: string; transform: number[]; width: number; height: number; hasEOL: boolean }

/** The same as it is read: `y` grows upwards, and letters go to the right, or to the left where the script does. */
export type Run = { str: string; x: number; y: number; width: number; height: number; hasEOL: boolean; spaced: boolean }

const IDENTITY = [1, 0, 0, 1, 0, 0]

/**
 * Runs with the page turned as it is shown, and parted by the way they go: a page set on its side is read as one that
 * is upright, and a note along the margin by itself, after the rest.
 * @param view how the page is turned to be shown, as pdf.js gives it (its y grows downwards); null: as it is
 */
export function uprightRuns(runs: readonly SetRun[], view: readonly number[] | null): Run[][] {
  const groups = new Map<number, Run[]>()
  for (const run of runs) {
    const [a, b, , , e, f] = view ? flipped(times(view, run.transform)) : times(IDENTITY, run.transform)
    const quarter = ((Math.round(Math.atan2(b, a) / (Math.PI / 2)) % 4) + 4) % 4
    const group = groups.get(quarter) ?? []
    groups.set(quarter, group)
    const [x, y] = turned(quarter, e, f)
    add(group, run, x, y)
  }
  return [...groups.values()].sort((a, b) => lettersOf(b) - lettersOf(a))
}

/** White space that the reader put between runs, or that is set as one, only says that they are apart. */
function add(group: Run[], { str, width, height, hasEOL }: SetRun, x: number, y: number): void {
  const last = group.at(-1)
  if (str.trim() !== '') group.push({ str, x, y, width, height, hasEOL, spaced: false })
  else if (last) {
    if (str !== '') last.spaced = true
    if (hasEOL) last.hasEOL = true
  }
}

type Matrix = [number, number, number, number, number, number]

function times(m: readonly number[], n: readonly number[]): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = m
  const [g = 1, h = 0, i = 0, j = 1, k = 0, l = 0] = n
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f]
}

const flipped = ([a, b, c, d, e, f]: Matrix): Matrix => [a, -b, c, -d, e, -f]

function turned(quarter: number, x: number, y: number): [number, number] {
  if (quarter === 1) return [y, -x]
  if (quarter === 2) return [-x, -y]
  return quarter === 3 ? [-y, x] : [x, y]
}

const lettersOf = (runs: readonly Run[]) => runs.reduce((sum, { str }) => sum + str.length, 0)
