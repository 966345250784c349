import { describe, expect, test } from 'vitest'
import { statesHumanToll } from './human-toll.ts'

const TOLLS: (string | [string, string])[] = [
  ['Unknown, at least 1', 'Fatalities'],
  ['Several', 'Injuries'],
  ['At least 60', 'Arrests'],
  ['Unknown', 'Deaths'],
  ['None', 'casualties2'],
  ['12–15', 'Wounded'],
  ['каля 40', 'Загінулыя'],
  ['двое', 'Погибшие'],
  [
    'they stated they would decrypt the systems upon the release of 50 prisoners and Russian troops being removed from Belarus.',
  ],
  [
    'In March near Babrujsk, government security services fired on partisans who set fire railway signals; and by late April there were at least 11 partisans detained.',
  ],
  ['Three railway workers were arrested in Homiel.'],
  ['The blast killed 12 and wounded dozens.'],
  ['At least 1,083 people were sentenced.'],
  ['Hundreds of protesters were detained on 9 August 2020.'],
  ['One person died.'],
  ['Nobody was injured.'],
  ['There were no casualties.'],
  ['More than 35,000 people have been arrested since 2020.'],
  ['The death toll rose to 4.'],
  ['Police shot two partisans.'],
  ['Two men were sentenced to 15 years in prison.'],
  ['As many as 2,000 civilians were killed.'],
  ['1 500 soldiers died'],
  ['Some 200 000 people were killed.'],
  ['Between 10 and 20 people were injured.'],
  ['Seven guards, four officers and a driver were wounded.'],
  ['It holds 1,400 political prisoners.'],
  ['By 2023, 56 partisans had been jailed.'],
  ['Twenty-three people were taken hostage.'],
  ['Арыштавана не менш за 60 чалавек.'],
  ['Загінулі тры чалавекі.'],
  ['Сілавікі затрымалі некалькі дзясяткаў чыгуначнікаў.'],
  ['Aryštavana niekalki dziasiatkaŭ partyzanaŭ.'],
  ['Zahinuli try čałavieki.'],
  ['Задержаны 11 партизан.'],
  ['Ранены двое военных.'],
  ['Загинуло 5 осіб.'],
  ['Zatrzymano 30 osób.'],
  ['Zginęło dwóch żołnierzy.'],
  ['Погибли сотни людей.'],
].map((one) => (Array.isArray(one) && one.length === 1 ? (one[0] as string) : (one as string | [string, string])))

const NONE: (string | [string, string])[] = [
  ['', 'Fatalities'],
  ['9 August 2020–present', 'Date'],
  ['Belarus, Russia', 'Place'],
  'In January, a Belarusian was arrested after an arson attack against a T-72 tank at in Minsk.',
  'He was arrested in January 2021.',
  'He was detained on 26 February 2023.',
  'He was arrested at 10:30.',
  'A 34-year-old man was arrested.',
  'She was sentenced to 15 years.',
  'The attack killed nobody the article names, on 5 May.',
  'On 16 February 2024, a group of alleged Belarusian and Ukrainian saboteurs in possession of explosives were detained after crossing into Belarus from Ukraine.',
  'Belarusian courts have charged Partisans with terrorism, a charge which carries the death penalty in Belarus.',
  'The group said it was training officers in Polish military camps and that 200,000 volunteers had registered.',
  'Of these, 5,000 volunteers were preparing to carry out "special operations" such as sabotage.',
  'It is believed that between 200,000 and 500,000 Belarusians left Belarus.',
  'Signaling equipment was destroyed in three Belarusian regions, and railway lines were blocked.',
  'The aircraft was reportedly damaged as two explosions were heard.',
  'including the release of personal information of thousands of government officials, police, military, and pro-Lukashenko propagandists.',
  'around "two or three times a week".',
  'Freeing political prisoners',
  'The prisoners were released.',
  'Two explosions were heard; he was arrested.',
  'He was convicted under Article 289.',
  'Art. 361 was cited when he was sentenced.',
  'He died aged 71.',
  'The prison holds its gates shut.',
  'Deaths',
  'In 2020 he was injured.',
  'У 2021 годзе яго арыштавалі.',
  'Его арестовали в январе 2021 года.',
  'Ён быў асуджаны на 15 гадоў.',
  'Został aresztowany w 2022 roku.',
  'Lukashenko was declared the winner of the 2020 presidential election on 9 August 2020, intensifying the ongoing protests against his administration.',
]

const given = (one: string | [string, string]): [string, string | undefined] =>
  typeof one === 'string' ? [one, undefined] : one

describe('statesHumanToll', () => {
  test.each(TOLLS.map(given))('says yes to “%s” (%s)', (text, label) => {
    expect(statesHumanToll(text, label)).toBe(true)
  })

  test.each(NONE.map(given))('says no to “%s” (%s)', (text, label) => {
    expect(statesHumanToll(text, label)).toBe(false)
  })

  test('comes to an end on long hostile text', () => {
    statesHumanToll('12 killed and '.repeat(20_000))
    statesHumanToll('killed years 12 years '.repeat(20_000))
  })
})
