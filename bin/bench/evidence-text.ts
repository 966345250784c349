import { demoText } from './measures.ts'

/** Numbers from 0 to below 1, the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export type Span = { start: number; end: number }
/** A text and where its sentences stand. */
export type Written = { text: string; sentences: Span[] }

const NAMES = 'Ivanova,Kavalenka,Novik,Petrov,Zhuk,Bondar,Savitskaya,Müller,Kowalski,Tamm,Bērziņa,Marchuk'.split(',')
const TOWNS = 'Minsk,Brest,Homel,Vitsebsk,Hrodna,Mahilioŭ,Orsha,Asipovichy,Stolin,Lida,Svetlahorsk,Pinsk'.split(',')
const BODIES =
  'the interior ministry,the railway,a court,the city council,the opposition group,the border guard,the human rights centre,the prosecutor'.split(
    ',',
  )
const VERBS = 'said,claimed,denied,confirmed,reported,wrote,told reporters,announced'.split(',')
const THINGS =
  'relay cabinet,aircraft,transformer,signal box,bridge,police car,fuel store,radar,railway line,office'.split(',')
const DOINGS = 'damaged,burned,destroyed,searched,seized,repaired,photographed,guarded'.split(',')
const MONTHS = 'January,February,March,April,May,June,July,August,September,October,November,December'.split(',')
const ENDS =
  'and nobody was hurt,as far as is known,the family says,according to “two people familiar with it”,and trains were late – by hours,but the final report isn’t public,which officials first called “an accident”,and the first flight left a day later'.split(
    ',',
  )

/**
 * Prose of about `length` units: the demo's article, then sentences of few patterns with other names, towns and numbers
 * in them, so that nearly every sentence has near-duplicates elsewhere.
 */
export function writtenText(seed: number, length: number, withDemo: boolean): Written {
  const random = randomFrom(seed)
  const of = (list: readonly string[]) => list[Math.floor(list.length * random())] ?? ''
  const many = () => String(2 + Math.floor(random() * 90))
  const day = () => `${1 + Math.floor(random() * 28)} ${of(MONTHS)} ${2020 + Math.floor(random() * 6)}`
  const patterns = [
    () =>
      `On ${day()}, ${of(BODIES)} ${of(VERBS)} that ${many()} people had been detained in ${of(TOWNS)}, ${of(ENDS)}.`,
    () => `A ${of(THINGS)} near ${of(TOWNS)} was ${of(DOINGS)} on ${day()}, ${of(ENDS)}.`,
    () => `${of(NAMES)} ${of(VERBS)} that the ${of(THINGS)} in ${of(TOWNS)} had been ${of(DOINGS)} by ${many()} men.`,
    () => `The court sentenced ${of(NAMES)} and ${many()} others to ${many()} months; ${of(NAMES)} appealed.`,
    () =>
      `“We saw the ${of(THINGS)} before it was ${of(DOINGS)},” ${of(NAMES)} ${of(VERBS)}, “and we told ${of(BODIES)}.”`,
    () =>
      `Between ${many()} and ${many()} people left ${of(TOWNS)} for ${of(TOWNS)} that week, ${of(BODIES)} ${of(VERBS)}.`,
    () => `It was not clear who had ${of(DOINGS)} the ${of(THINGS)}, ${of(ENDS)}.`,
    () => `${of(TOWNS)} had ${many()} such cases in ${of(MONTHS)}, ${of(TOWNS)} ${many()}.`,
  ]
  let text = withDemo ? `${demoText()}\n\n` : ''
  const sentences: Span[] = []
  while (text.length < length) {
    const count = 3 + Math.floor(random() * 5)
    for (let nth = 0; nth < count; nth++) {
      const sentence = patterns[Math.floor(patterns.length * random())]?.() ?? ''
      const own = sentence[0] === '“' ? sentence : sentence[0]?.toUpperCase() + sentence.slice(1)
      sentences.push({ start: text.length, end: text.length + own.length })
      text += own + (nth + 1 < count ? ' ' : '\n\n')
    }
  }
  return { text, sentences }
}

/** What type setting changes; what scanning misreads. */
const SET: [RegExp, string[]][] = [
  [/[“”]/u, ['"', '„', '«', '”']],
  [/[’']/u, ["'", '’', '‘']],
  [/–/u, ['-', '—', ' – ']],
  [/ /u, ['  ', '\u00a0', '\n', ' ']],
]
const LIGATURES: Record<string, string> = { fi: 'ﬁ', fl: 'ﬂ', ff: 'ﬀ' }
const MISREAD: Record<string, string> = {
  rn: 'm',
  cl: 'd',
  vv: 'w',
  m: 'rn',
  l: '1',
  O: '0',
  o: '0',
  e: 'c',
  h: 'b',
  i: 'l',
  t: 'f',
  S: '5',
  B: '8',
  g: 'q',
  a: 'o',
  u: 'ii',
}
const LETTERS = 'abcdefghijklmnopqrstuvwxyz'

/**
 * A text as another edition of it may read: always with another type setting, and of its characters the given share
 * misread, changed, lost, added, or words joined. `at(offset)` is where what stood at an offset stands now.
 */
export function noisy(text: string, share: number, seed: number): { text: string; at: (offset: number) => number } {
  const random = randomFrom(seed)
  const one = (list: readonly string[] | string) => list[Math.floor(list.length * random())] ?? ''
  const moved = new Int32Array(text.length + 1)
  const parts: string[] = []
  let length = 0
  for (let at = 0; at < text.length; ) {
    const pair = text.slice(at, at + 2)
    const unit = text[at] ?? ''
    let [taken, given] = [1, unit]
    if (random() < share && unit !== '\n') {
      const misread = MISREAD[pair] ?? MISREAD[unit]
      const kind = random()
      if (misread && kind < 0.5) [taken, given] = [MISREAD[pair] ? 2 : 1, misread]
      else if (kind < 0.7) given = one(LETTERS)
      else if (kind < 0.85) given = ''
      else given = unit === ' ' ? '' : unit + one(LETTERS)
    } else if (LIGATURES[pair] && random() < 0.5) {
      ;[taken, given] = [2, LIGATURES[pair] ?? '']
    } else {
      const setting = SET.find(([pattern]) => pattern.test(unit))
      if (setting && random() < (unit === ' ' ? 0.1 : 0.6)) given = one(setting[1])
      else if (/[a-z]/.test(unit) && random() < 0.01) given = `${unit}\u00ad`
    }
    for (let nth = 0; nth < taken; nth++) moved[at + nth] = length
    parts.push(given)
    length += given.length
    at += taken
  }
  moved[text.length] = length
  return { text: parts.join(''), at: (offset) => moved[offset] ?? length }
}
