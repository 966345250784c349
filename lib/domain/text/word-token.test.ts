import fc from 'fast-check'
import { expect, test } from 'vitest'
import { diffTokens } from './word-token.ts'

test.each<[string, string[]]>([
  ['On 9 August 2020 it burned.', ['On', ' ', '9 August 2020', ' ', 'it', ' ', 'burned', '.']],
  ['the 26th of February, 2023,', ['the', ' ', '26th of February, 2023', ',']],
  ['August 9, 2020', ['August 9, 2020']],
  ['14 жніўня і 3 мая', ['14 жніўня', ' ', 'і', ' ', '3 мая']],
  ['9 žniŭnia', ['9 žniŭnia']],
  ['1,083 people', ['1,083', ' ', 'people']],
  ['May 2021', ['May 2021']],
  ['he may 12', ['he', ' ', 'may 12']],
  ['A-50U', ['A-50U']],
  ['', []],
])('%j', (text, tokens) => {
  expect(diffTokens(text)).toEqual(tokens)
})

/** Language, text, and its tokens but for the single spaces between them. */
test.each<[string, string, string[]]>([
  ['en', 'It rose to 1,083.50 on Sept. 9, 2020', ['It', 'rose', 'to', '1,083.50', 'on', 'Sept. 9, 2020']],
  ['en', '9–14 August 2020 and 9 Aug', ['9–14 August 2020', 'and', '9 Aug']],
  ['en', 'at 10:30 the U.S. F‑16 and T-72B3', ['at', '10:30', 'the', 'U.S.', 'F‑16', 'and', 'T-72B3']],
  ['en', 'N.A.T.O. paid $1.5 for COVID-19', ['N.A.T.O.', 'paid', '$', '1.5', 'for', 'COVID-19']],
  ['en', 'Saint-Denis, Rostov-on-Don, al-Assad', ['Saint-Denis', ',', 'Rostov-on-Don', ',', 'al-Assad']],
  ['en', '10–15 of 2020–21 in mid-2021', ['10–15', 'of', '2020–21', 'in', 'mid-2021']],
  ['en', '09/08/2020 or 2020-08-09', ['09/08/2020', 'or', '2020-08-09']],
  ['en', 'C-12, 3D, v1.2.3, 1/2', ['C-12', ',', '3D', ',', 'v1.2.3', ',', '1/2']],
  ['en', '60 Mayors of 2021', ['60', 'Mayors', 'of', '2021']],
  ['be', '26-га лютага 2023 г.', ['26-га лютага 2023', 'г', '.']],
  ['be', 'у жніўні 2020 года', ['у', 'жніўні 2020', 'года']],
  ['be', '200 000 чалавек з Мінска-1', ['200 000', 'чалавек', 'з', 'Мінска-1']],
  ['be', 'т.д. і з’езд ЗША', ['т.д.', 'і', 'з’езд', 'ЗША']],
  ['be-Latn', '9 žniŭnia 2020 h. i ŭ śniežni 2021', ['9 žniŭnia 2020', 'h', '.', 'i', 'ŭ', 'śniežni 2021']],
  ['ru', 'в августе 2020 г., 9 мая', ['в', 'августе 2020', 'г', '.', ',', '9 мая']],
  ['ru', '3,5 млн в 1990-х', ['3,5', 'млн', 'в', '1990-х']],
  ['uk', '24 лютого 2022 року о 5:00', ['24 лютого 2022', 'року', 'о', '5:00']],
  ['uk', "п’ять із м'яких", ['п’ять', 'із', "м'яких"]],
  ['pl', '3 maja 2023 r. i w sierpniu 2020', ['3 maja 2023', 'r', '.', 'i', 'w', 'sierpniu 2020']],
  ['pl', 'Bielsko-Biała ma 1 083,5 km', ['Bielsko-Biała', 'ma', '1 083,5', 'km']],
  ['de', 'am 9. Oktober 2020 um 5.30 Uhr', ['am', '9. Oktober 2020', 'um', '5.30', 'Uhr']],
  ['de', '1.083,50 Euro', ['1.083,50', 'Euro']],
  ['de-CH', '1’083.50 Franken', ['1’083.50', 'Franken']],
  ['fr', 'le 1er mai 2020, le 9 août', ['le', '1er mai 2020', ',', 'le', '9 août']],
  ['fr', '1\u202f083 km à Saint-Étienne', ['1\u202f083', 'km', 'à', 'Saint-Étienne']],
  ['es', 'el 9 de agosto de 2020', ['el', '9 de agosto de 2020']],
  ['es', 'EE.UU. y 3,5 %', ['EE', '.', 'UU', '.', 'y', '3,5', '%']],
  ['it', 'il 1º maggio 2020', ['il', '1º maggio 2020']],
  ['pt', 'em 9 de agosto de 2020', ['em', '9 de agosto de 2020']],
  ['ca', 'col·laborar el 9 d’agost', ['col·laborar', 'el', '9 d’agost']],
  ['nl', 'op 9 augustus 2020', ['op', '9 augustus 2020']],
  ['sv', 'den 9 augusti 2020', ['den', '9 augusti 2020']],
  ['da', 'den 9. august 2020', ['den', '9. august 2020']],
  ['fi', '9. elokuuta 2020', ['9. elokuuta 2020']],
  ['cs', 'dne 9. srpna 2020, tj. 9. 8. 2020', ['dne', '9. srpna 2020', ',', 'tj', '.', '9. 8. 2020']],
  ['lt', '2020 m. rugpjūčio 9 d. vyko', ['2020 m. rugpjūčio 9 d', '.', 'vyko']],
  ['lv', '2020. gada 9. augustā notika', ['2020. gada 9. augustā', 'notika']],
  ['tr', '9 Ağustos 2020', ['9 Ağustos 2020']],
  ['el', '9 Αυγούστου 2020', ['9 Αυγούστου 2020']],
  ['ar', 'في 9 أغسطس 2020 قتل ١٬٠٨٣', ['في', '9 أغسطس 2020', 'قتل', '١٬٠٨٣']],
  ['he', 'צה"ל ב־9 באוגוסט 2020', ['צה"ל', 'ב', '־', '9 באוגוסט 2020']],
  ['he', 'ארה״ב שילמה 3.5 ש״ח', ['ארה״ב', 'שילמה', '3.5', 'ש״ח']],
  ['hi', '9 अगस्त 2020 को 1,00,000 लोग', ['9 अगस्त 2020', 'को', '1,00,000', 'लोग']],
  ['zh', '2020年8月9日爆炸', ['2020年8月9日', '爆炸']],
  ['ja', '8月9日に3.5人', ['8月9日', 'に', '3.5', '人']],
  ['ko', '2020년 8월 9일 폭발', ['2020년 8월 9일', '폭발']],
])('%s: %s', (_, text, tokens) => {
  expect(diffTokens(text).filter((token) => token !== ' ')).toEqual(tokens)
})

test('a date is one token, so that two dates differ as a whole', () => {
  expect(diffTokens('3 May 2021')).toHaveLength(1)
  expect(diffTokens('13 Mayors 2021').length).toBeGreaterThan(1)
})

test('joined, the tokens are the text, whatever it is', () => {
  const texts = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }))
  fc.assert(fc.property(texts, (text) => diffTokens(text).join('') === text))
})
