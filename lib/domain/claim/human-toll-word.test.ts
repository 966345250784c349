import { describe, expect, test } from 'vitest'
import { NUMBER_WORD } from '../text/number-word.ts'
import { isPersonNoun, isThing, isTollLabel, isTollWord, TOLL_NONE } from './human-toll-word.ts'

const words = (text: string) => text.split(' ')

describe('a field’s name', () => {
  test.each([
    'Fatalities',
    'casualties1',
    'Civilian deaths',
    'total_injured',
    'Arrests',
    'POWs',
    'Загінулыя',
    'Ofiary',
  ])('%s states a toll', (label) => expect(isTollLabel(label)).toBe(true))
  test.each(['Date', 'Result', 'Leadfigures1', 'Deadline', 'Arrested development', ''])('%s does not', (label) =>
    expect(isTollLabel(label)).toBe(false),
  )
})

describe('words', () => {
  test.each(words('killed dying casualties detainees wounded загінулі задержаны затриманих aryštavany zatrzymani'))(
    '%s says that people were killed, hurt or detained',
    (word) => expect(isTollWord(word)).toBe(true),
  )
  test.each(words('skilled deadline buried attacked shooting restored мінск warsaw'))('%s does not', (word) =>
    expect(isTollWord(word)).toBe(false),
  )
  test.each(words('people partisans policeman чалавек людей osób fishermen'))('%s names people', (word) => {
    expect([isPersonNoun(word), isThing(word)]).toEqual([true, false])
  })
  test.each(words('years kilometres drones branches год рублёў lat'))('%s names things', (word) => {
    expect([isThing(word), isPersonNoun(word)]).toEqual([true, false])
  })
  test.each(words('one twelve dozens several twenty-one некалькі двоє kilku unknown'))('%s is a number', (word) =>
    expect(word).toMatch(NUMBER_WORD),
  )
  test.each(words('a the once tone onerous second'))('%s is none', (word) => expect(word).not.toMatch(NUMBER_WORD))
  test('none is a count of its own', () => {
    expect(words('no nobody никто żaden').every((word) => TOLL_NONE.test(word))).toBe(true)
    expect(words('not nowhere noon').some((word) => TOLL_NONE.test(word))).toBe(false)
  })
})
