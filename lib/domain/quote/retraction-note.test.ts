import { expect, test } from 'vitest'
import { isRetractionNote } from './retraction-note.ts'

test.each([
  'Correction: the fire killed eight people, not nine.',
  'CORRECTION (3 May 2020): the firm is in Lund.',
  'Editor’s note: we wrote that the dam leaks.',
  'An earlier version of this story misstated her age.',
  'This article originally said that he resigned.',
  '• This page was amended on 3 May.',
  'We previously reported that the mill is shut.',
  'Korrektur: Der Minister heißt Kern.',
  'In einer früheren Version hieß es, er sei tot.',
  'Rectificatif : le maire s’appelle Roy.',
  'Dans une première version, nous écrivions qu’il était mort.',
  'Una versión anterior de este artículo decía que murió.',
  'Una versione precedente di questo articolo diceva altro.',
  'In een eerdere versie van dit artikel stond dat hij stierf.',
  'Sprostowanie: minister nie podpisał umowy.',
  'W poprzedniej wersji artykułu podano inną datę.',
  'В предыдущей версии статьи говорилось иное.',
  'Исправление: погибло восемь человек.',
  'У попередній версії статті йшлося про інше.',
  'У папярэдняй версіі артыкула гаварылася іншае.',
])('a note: %s', (text) => expect(isRetractionNote(text)).toBe(true))

test.each([
  'The correction of the river began in 1951.',
  'Corrections officers found the letter.',
  'He read an earlier version of the plan.',
  'This article of the treaty was never ratified.',
  'Die Korrektur der Grenze dauerte Jahre.',
  'Поправка к закону принята в мае.',
  'Retraction is rare.',
  '',
])('no note: %s', (text) => expect(isRetractionNote(text)).toBe(false))

test('a long text is looked at by its beginning', () => {
  expect(isRetractionNote(`${'He wrote. '.repeat(100_000)}This article was corrected.`)).toBe(false)
})
