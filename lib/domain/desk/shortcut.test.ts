import { expect, test } from 'vitest'
import { shortcutOf } from './shortcut.ts'

test.each([
  ['US', { key: 'j', code: 'KeyJ' }, 'j'],
  ['US, shift', { key: 'J', code: 'KeyJ', shiftKey: true }, 'J'],
  ['US', { key: '?', code: 'Slash', shiftKey: true }, '?'],
  ['Dvorak: what is typed counts', { key: 'h', code: 'KeyJ' }, 'h'],
  ['Dvorak', { key: 'z', code: 'Slash' }, 'z'],
  ['AZERTY', { key: 'a', code: 'KeyQ' }, 'a'],
  ['German', { key: '/', code: 'Digit7', shiftKey: true }, '/'],
  ['German', { key: '-', code: 'Slash' }, '-'],
  ['Belarusian', { key: 'о', code: 'KeyJ' }, 'j'],
  ['Belarusian, shift', { key: 'О', code: 'KeyJ', shiftKey: true }, 'J'],
  ['Belarusian, its own c is Cyrillic', { key: 'с', code: 'KeyC' }, 'c'],
  ['Russian', { key: '.', code: 'Slash' }, '/'],
  ['Russian, shift', { key: ',', code: 'Slash', shiftKey: true }, '?'],
  ['Russian, caps lock', { key: 'Ы', code: 'KeyS' }, 's'],
  ['Greek', { key: 'σ', code: 'KeyS' }, 's'],
  ['Hebrew', { key: 'ש', code: 'KeyA' }, 'a'],
  ['a full stop in its own place', { key: '.', code: 'Period' }, '.'],
  ['a letter without a place', { key: 'ё', code: 'Backquote' }, 'ё'],
  ['a named key', { key: 'Escape', code: 'Escape' }, 'Escape'],
  ['a dead key', { key: 'Dead', code: 'BracketLeft' }, 'Dead'],
])('%s %j is %s', (_, pressed, name) => {
  expect(shortcutOf({ shiftKey: false, ...pressed })).toBe(name)
})
