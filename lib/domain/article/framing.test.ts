import { describe, expect, test } from 'vitest'
import {
  framingChange,
  framingOf,
  framingsIn,
  labelled,
  saidOf,
  sameFraming,
  saysTheSame,
  shownLabel,
} from './framing.ts'

const killed = { label: 'Killed' }
const quoted = { quoted: true as const }

test('comes from the block', () => {
  expect(framingOf({ kind: 'infobox_field', label: 'Killed' })).toEqual(killed)
  expect(framingOf({ kind: 'list_item', label: 'Killed' })).toEqual(killed)
  expect(framingOf({ kind: 'quotation' })).toEqual(quoted)
  for (const kind of ['heading', 'paragraph', 'list_item'] as const) expect(framingOf({ kind })).toEqual({})
})

test('is known of every claim of a layout', () => {
  const blocks = [
    { id: 'b1', kind: 'infobox_field' as const, label: 'Killed', open: '', close: '', claims: [1, 3] },
    { id: 'b2', kind: 'quotation' as const, open: '', close: '', claims: [2] },
  ]
  expect([...framingsIn({ blocks })]).toEqual([
    [1, killed],
    [3, killed],
    [2, quoted],
  ])
})

test('is read of a recorded wording', () => {
  expect(saidOf({ text: '23', label: 'Killed', quoted: null })).toEqual({ text: '23', label: 'Killed' })
  expect(saidOf({ text: 'We fired.', label: null, quoted: true })).toEqual({ text: 'We fired.', quoted: true })
})

describe('the same', () => {
  test.each([
    [killed, killed, true],
    [killed, { label: ' Killed ' }, true],
    [killed, { label: 'Injured' }, false],
    [killed, { label: 'killed' }, false],
    [killed, {}, false],
    [quoted, {}, false],
    [{}, undefined, true],
  ])('%j and %j: %s', (one, other, same) => {
    expect(sameFraming(one, other)).toBe(same)
    expect(sameFraming(other, one)).toBe(same)
    expect(framingChange(one, other ?? {}) === null).toBe(same)
  })

  test('in words and frame', () => {
    expect(saysTheSame({ text: '23.', ...killed }, { text: '23', ...killed })).toBe(true)
    expect(saysTheSame({ text: '23', ...killed }, { text: '24', ...killed })).toBe(false)
    expect(saysTheSame({ text: '23', ...killed }, { text: '23', label: 'Injured' })).toBe(false)
  })
})

test('is shown with the words', () => {
  expect(labelled(killed, '23')).toBe('Killed: 23')
  expect(labelled(quoted, 'We fired first.')).toBe('Quotation: We fired first.')
  expect(labelled({}, 'They fired first.')).toBe('They fired first.')
  expect(labelled(undefined, '23')).toBe('23')
  expect(shownLabel({})).toBeNull()
})

test('its change is told', () => {
  expect(framingChange({ label: 'Injured' }, killed)).toBe('The label changed from “Injured” to “Killed”.')
  expect(framingChange({}, killed)).toContain('“Killed”')
  expect(framingChange(killed, {})).toContain('no longer')
  expect(framingChange({}, quoted)).toContain('quotation')
  expect(framingChange(quoted, {})).toContain('No longer a quotation')
})
