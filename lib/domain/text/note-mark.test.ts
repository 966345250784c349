import { expect, test } from 'vitest'
import { noteMarkEnd } from './note-mark.ts'

/** The text without its marks, each of which is shown as "·". */
const marked = (text: string): string => {
  let shown = ''
  for (let at = 0; at < text.length; ) {
    const end = noteMarkEnd(text, at)
    shown += end < 0 ? text[at] : '·'
    at = end < 0 ? at + 1 : end
  }
  return shown
}

test.each([
  ['The dam broke.[12] Nine', 'The dam broke.· Nine'],
  ['The dam broke.[1][2][note 3]', 'The dam broke.···'],
  ['The dam[b] broke[3–5].', 'The dam· broke·.'],
  ['The dam broke. [4] Nine', 'The dam broke. · Nine'],
  ['Дамбу прорвало[7]. Девять', 'Дамбу прорвало·. Девять'],
  ['Плаціну прарвала[а].', 'Плаціну прарвала·.'],
  ['in spring[citation needed] it', 'in spring· it'],
  ['весной[источник не указан 812 дней] он', 'весной· он'],
  ['im Frühjahr[Beleg fehlt]', 'im Frühjahr·'],
  ['wiosną[potrzebny przypis]', 'wiosną·'],
  ['au printemps[réf. nécessaire]', 'au printemps·'],
  ['навесні[джерело?]', 'навесні·'],
  ['The dam broke.¹ Nine', 'The dam broke.· Nine'],
  ['The dam broke⁴,⁵ at', 'The dam broke· at'],
  ['The dam broke.† Nine', 'The dam broke.· Nine'],
  ['The engineer*, who', 'The engineer·, who'],
  ['The dam had broken.7 Nine', 'The dam had broken.· Nine'],
])('leaves marks out: %j', (text, expected) => expect(marked(text)).toBe(expected))

test.each([
  'He saw [7] people',
  '“[t]he dam broke”',
  'The area is 9 km² and 10⁶ m³',
  'It cost 2.5 million in No. 7 and p.7 Below',
  'Version 3.7 Alpha',
  'at [the dam] on',
  'a 2 * 3 = 6',
  '[12] first words',
])('leaves words alone: %j', (text) => expect(marked(text)).toBe(text))
