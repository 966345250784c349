import { alike, type Form, type Terms } from './term.ts'

/** How many telling words a claim must begin with that the other has not: the one before, the one after. */
const OTHER_LEAD = [2, 3] as const
/** How many telling words a claim must have for its beginning to be what it says. */
const LEAST_WORDS = 6
/** How many the two must share: one alone is not a tail. */
const SHARED_WORDS = 2
/** Who says so may change with the statement being the same; beginnings of words, plain. */
const ATTRIBUTION = new Set(
  (
    'said says say saying according reported reports report stated states told announced announces claimed claims ' +
    'confirmed wrote writes argued believe believes think thinks suggests admitted denied warned ' +
    'laut zufolge sagte sagen teilte berichtet berichtete erklarte bestatigte selon affirme affirment declare dit ' +
    'indique annonce segun dijo dijeron afirma afirmo informo anuncio secondo detto afferma dichiarato riferito ' +
    'volgens zei zegt meldde podle rekl uvedl uvadi wedlug powiedzial powiedziala podal podala poinformowal twierdzi ' +
    'oswiadczyl pagal pasak sake teige pranese skazal skazala soobscil soobscila soobscili zajavil zajavila zajavili ' +
    'slovam dannym poviedamil poviedamila paviedamila paviedamili skazau zajaviu pavodle slou slovami zajavyv ' +
    'povidomyv povidomyla povidomyly skazav danymy'
  ).split(' '),
)

/**
 * Whether two statements begin with other words altogether and share what they end with: "Police arrested the mayor
 * over the sale of the harbour" is not "Voters will choose a successor to the mayor who resigned over the sale of the
 * harbour". Where one names its source, the statement may be the same.
 */
export function shareOnlyTail(one: Terms, other: Terms): boolean {
  if (!beginsApart(one, other, OTHER_LEAD[0]) || !beginsApart(other, one, OTHER_LEAD[1])) return false
  const [old, now] = [tellingOf(one), tellingOf(other)]
  if (old.length < LEAST_WORDS || now.length < LEAST_WORDS) return false
  const shared = old.filter((form) => now.includes(form)).length
  return shared >= SHARED_WORDS && ![...old, ...now].some(({ text }) => ATTRIBUTION.has(text))
}

function isTelling(form: Form): boolean {
  return !form.number && form.weight >= 0.25
}

function tellingOf({ forms }: Terms): Form[] {
  return forms.filter(isTelling)
}

/** Whether the first telling words of a claim, so many, are not in the other, nor forms of them. */
function beginsApart({ forms }: Terms, other: Terms, count: number): boolean {
  let seen = 0
  for (const form of forms) {
    if (!isTelling(form)) continue
    for (const word of other.forms) if (word === form || (word.stem === form.stem && alike(word, form))) return false
    if (++seen === count) return true
  }
  return false
}
