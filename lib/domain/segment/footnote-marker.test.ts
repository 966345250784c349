import { expect, test } from 'vitest'
import { isFootnoteMarker } from './footnote-marker.ts'

test.each([
  '1',
  '12',
  '3, 4',
  '5–7',
  'a',
  'note 2',
  'nb 1',
  'прим. 3',
  'citation needed',
  'better source needed',
  'who?',
  'when?',
  'dead link',
  'удакладніць',
  'krynica',
  'źródło',
])('[%s] is a marker', (content) => expect(isFootnoteMarker(content)).toBe(true))

test.each(['The group', 'the mill', 'Lukashenko', '2021', 'sic transit gloria mundi, they wrote', 'A and B', ''])(
  '[%s] is the author’s word',
  (content) => expect(isFootnoteMarker(content)).toBe(false),
)
