import { describe, expect, test } from 'vitest'
import { foldedForQuotes } from '../text/searchable.ts'
import { elidedPlace, partedPlace } from './parts.ts'

const PAGE =
  'The ferry was built in 1911. It carried the mail twice a week, and in the winter it lay at the mill. ' +
  'In 1947 the ice broke its hull. Nobody drowned, the keeper wrote, but the mail was lost.'
const within = foldedForQuotes(PAGE)
const shown = (place: { start: number; end: number } | null, of = within) =>
  place && of.text.slice(of.from[place.start] ?? 0, of.to[place.end - 1] ?? 0)

describe('elidedPlace', () => {
  test.each([
    ['The ferry was built in 1911 […] the ice broke its hull', 'The ferry was built in 1911. It'],
    ['It carried the mail … it lay at the mill', 'It carried the mail twice'],
    ['It carried the mail (...) it lay at the mill', 'It carried the mail twice'],
    ['[The boat] carried the mail twice a week', 'carried the mail'],
    ['the ice broke [the] hull … the mail was lost', 'the ice broke its hull'],
    ['The ferry was built in 1911 ...', 'The ferry was built in 1911'],
  ])('%j', (quote, begins) => {
    const place = elidedPlace(within, quote)
    expect(place?.how).toBe('elided')
    expect(shown(place)).toMatch(new RegExp(`^${begins}`))
  })

  test.each([
    ['the parts in another order', 'the ice broke its hull […] It carried the mail'],
    ['a part that is not there', 'It carried the mail […] the keeper drowned that night'],
    ['no omission', 'It carried the mail twice a week'],
    ['the mark of a note', 'The ferry was built in 1911.[7] in the winter it lay at the mill'],
    ['parts too short to tell', 'It […] was'],
  ])('null for %s', (_, quote) => expect(elidedPlace(within, quote)).toBeNull())

  test('null for another word in the brackets of the page itself, and for a part that is denied', () => {
    const page = foldedForQuotes('The storm took [21] boats of the harbour. The keeper said he never left the boat.')
    expect(elidedPlace(page, 'The storm took [12] boats of the harbour')).toBeNull()
    expect(elidedPlace(page, 'The storm took [many] boats of the harbour')).toBeNull()
    expect(elidedPlace(page, 'The keeper […] left the boat')).toBeNull()
    expect(elidedPlace(page, 'The keeper […] never left the boat')).not.toBeNull()
  })

  test('null for parts that are far apart', () => {
    const far = foldedForQuotes(`It carried the mail. ${'Nothing of note happened. '.repeat(200)}It lay at the mill.`)
    expect(elidedPlace(far, 'It carried the mail […] It lay at the mill')).toBeNull()
  })
})

describe('partedPlace', () => {
  const typed = (quote: string) => ({
    exact: quote,
    pattern: foldedForQuotes(quote).folded.trim(),
    prefix: '',
    suffix: '',
    position: null,
  })
  const now = (page: string, quote: string) => {
    const of = foldedForQuotes(page)
    return shown(partedPlace(of, typed(quote)), of)
  }
  const quote = 'It carried the mail twice a week, and in the winter it lay at the mill.'

  test.each([
    ['words of a sentence', PAGE.replace('the mail twice', 'the mail and parcels twice')],
    ['words twice', PAGE.replace('the mail', 'the county mail').replace('the winter', 'the long winter')],
    ['a line between lines', PAGE.replace('week, and', 'week,\nRead more: 5 old ferries\nand')],
    ['a page end', PAGE.replace('week, and', 'week,\n17\nAnnual report\nand')],
  ])('finds it with %s put in', (_, page) => expect(now(page, quote)).toMatch(/^It carried.*the mill\.$/s))

  test('finds sentences with one between', () => {
    const two = 'In 1947 the ice broke its hull. Nobody drowned, the keeper wrote'
    expect(now(PAGE.replace('hull. Nobody', 'hull. It was a cold year. Nobody'), two)).toContain('cold year')
  })

  test.each([
    ['a number', PAGE.replace('the mail twice', 'the mail and 40 parcels twice')],
    ['a denial', PAGE.replace('it lay', 'it never lay')],
    ['much', PAGE.replace('the mail twice', 'the mail of every parish from the mill to the mouth of the river twice')],
    ['other words in the place of some', PAGE.replace('twice a week', 'every day')],
  ])('does not with %s put in', (_, page) => expect(now(page, quote)).toBeNull())
})
