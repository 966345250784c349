import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FINGERPRINT_LIMIT, fingerprints, isNearIdentical, likeness } from './fingerprint.ts'

const WIRE =
  'Two drones struck a military aircraft at the airfield outside the capital on Sunday morning, an opposition group of ' +
  'former police officers said. The group said that the front and middle parts of the aircraft and its radar antenna ' +
  'were damaged, and that nobody was hurt. The people who flew the drones had left the country by the afternoon. ' +
  'The defence ministry did not answer questions. Residents of the nearest village told reporters that they had heard ' +
  'two explosions before breakfast and had seen soldiers searching cars on the road to the city.'
const REPEATED = `Partisans claim an attack on an airfield\nBy our correspondent\n\n${WIRE.replace('did not answer questions', 'could not be reached').replace(/"/g, '”')}\n\nRead more: the week in pictures`
const INDEPENDENT =
  'Satellite pictures taken on Tuesday show a large aircraft standing where it stood the week before, with dark spots ' +
  'on its rotating dish. Three experts whom this newspaper asked could not say whether they are marks of an explosion. ' +
  'An opposition group of former police officers said that two drones had hit the plane on Sunday. The government ' +
  'spoke of no damage at first and of arrests a week later, when state television showed a man who confessed.'
const TRANSLATION =
  'Два беспилотника ударили по военному самолёту на аэродроме под столицей в воскресенье утром, сообщила группа ' +
  'бывших сотрудников милиции. По её словам, повреждены передняя и средняя части самолёта и антенна радара.'
const alike = (a: string, b: string) => isNearIdentical(fingerprints(a), fingerprints(b))

describe('isNearIdentical', () => {
  test.each([
    ['the same', WIRE, WIRE],
    ['another headline and byline, a phrase changed', WIRE, REPEATED],
    ['other case and punctuation', WIRE, WIRE.toUpperCase().replaceAll(',', ' –')],
    ['inside a long round-up', WIRE, `${`${INDEPENDENT} `.repeat(3)}${WIRE} ${TRANSLATION}`],
  ])('suggested: %s', (_name, a, b) => {
    expect(alike(a, b)).toBe(true)
    expect(alike(b, a)).toBe(true)
  })

  test.each([
    ['two reports of the same event', WIRE, INDEPENDENT],
    ['a translation, which shares no words', WIRE, TRANSLATION],
    ['a sentence of the other', WIRE, WIRE.slice(0, 60)],
    ['nothing', WIRE, ''],
    ['nothing at all', '', ''],
  ])('not suggested: %s', (_name, a, b) => expect(alike(a, b)).toBe(false))
})

test('likeness falls as less is shared', () => {
  const whole = fingerprints(WIRE)
  const falling = [WIRE, REPEATED, `${WIRE.slice(0, 300)} ${INDEPENDENT}`, INDEPENDENT].map(
    (text) => likeness(whole, fingerprints(text)).resemblance,
  )
  expect(falling[0]).toBe(1)
  expect(falling).toEqual([...falling].sort((a, b) => b - a))
})

test('a text beyond the limit stays comparable with a part of it', () => {
  const sentence = (nth: number) =>
    `In street ${nth} house ${nth * 31} of ${(nth * 7) % 1_009} burned on day ${nth % 365}. `
  const long = Array.from({ length: 4_000 }, (_, nth) => sentence(nth)).join('')
  const prints = fingerprints(long)
  expect(prints).toHaveLength(FINGERPRINT_LIMIT)
  expect(likeness(prints, fingerprints(long.slice(50_000, 90_000))).containment).toBeGreaterThan(0.95)
  expect(likeness(prints, fingerprints(WIRE)).shared).toBe(0)
})

test('sorted, each once, signed 32-bit; likeness is the same both ways', () => {
  const text = fc.array(fc.constantFrom('a', 'b', 'c', 'ў', '1,083'), { maxLength: 60 }).map((parts) => parts.join(' '))
  fc.assert(
    fc.property(text, text, (a, b) => {
      const [one, other] = [fingerprints(a), fingerprints(b)]
      expect(one).toEqual([...new Set(one)].sort((x, y) => x - y))
      for (const print of one) expect(print | 0).toBe(print)
      expect(likeness(one, other)).toEqual(likeness(other, one))
      if (one.length > 0) expect(likeness(one, one)).toMatchObject({ containment: 1, resemblance: 1 })
    }),
  )
})
