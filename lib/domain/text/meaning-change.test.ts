import { expect, test } from 'vitest'
import { toldDifference } from './meaning-change.ts'

test.each([
  ['12 people were detained', '12 people were detained', null],
  ['“12 people” were detained', '"12 people" were  detained', null],
  ['12 people were detained', '12 peeple werc detalned', null],
  ['the flats were ki1led off', 'the flats were killed off', null],
  ['in the end', 'inthe end', null],
  ['1,083 people', '1083 people', null],
  ['1 083 people', '1083 people', null],
  ['12 people were detained', '15 people were detained', 'number'],
  ['12 people were detained', 'people were detained', 'number'],
  ['three people were detained', 'five people were detained', 'number'],
  ['трое задержаны', 'двое задержаны', 'number'],
  ['on 9 August 2020', 'on 9 August 2021', 'number'],
  ['3.5 per cent', '35 per cent', 'number'],
  ['at −12 degrees', 'at 12 degrees', 'number'],
  ['a loss of $5 million', 'a loss of €5 million', 'number'],
  ['5 % of them', '5 ‰ of them', 'number'],
  ['5 % of them', '5 percent of them', 'word'],
  ['from 10-15 men', 'from 10–15 men', null],
  ['he signed the order', 'he did not sign the order', 'negation'],
  ['he had signed it', "he hadn't signed it", 'negation'],
  ['он подписал', 'он не подписал', 'negation'],
  ['яны былі там', 'іх не было там', 'negation'],
  ['er hat unterschrieben', 'er hat nicht unterschrieben', 'negation'],
  ['in Minsk that night', 'in Brest that night', 'name'],
  ['in mid-March', 'in mid-April', 'name'],
  ['in Minsk that night', 'in Pinsk that night', 'name'],
  ['said Ivanova that night', 'said Ivanov that night', null],
  ['у Мінску ўначы', 'у Мінск уначы', null],
  ['people were detained here', 'people were injured here', 'word'],
  ['they came here', 'they really came here', 'word'],
])('%j and %j: %s', (quote, passage, difference) => {
  expect(toldDifference(quote, passage)).toBe(difference)
  expect(toldDifference(passage, quote)).toBe(difference)
})

test.each([
  ['said Ivanov that night', 'said that night', 'name'],
  ['said that night', 'said Ivanov that night', 'word'],
  ['the convoy was hit at dawn', 'the convoy was hit on Tuesday at dawn', 'word'],
  ['12 people were killed', 'twelve people were killed', null],
  ['двенадцать человек погибли', '12 человек погибли', null],
  ['zwölf Menschen starben', '12 Menschen starben', null],
  ['12 people were killed', 'thirteen people were killed', 'number'],
  ['12 people were killed.', '12 people were killed.[4]', null],
  ['12 people were killed.[3]', '12 people were killed.[4]', null],
  ['a twenty-five year old', 'a twenty- five year old', null],
  ['the co-operation ended', 'the cooperation ended', null],
])('%j, now %j: %s', (quote, passage, difference) => expect(toldDifference(quote, passage)).toBe(difference))

test('compares passages that have little in common', () => {
  const one = Array.from({ length: 900 }, (_, at) => `word${'abcdefgh'[at % 8]}${at}`).join(' ')
  expect(toldDifference(one, 'another thing 5')).toBe('number')
})
