import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { decodeText } from './decode-text.ts'

const RUSSIAN = 'Правозащитный центр сообщает о задержаниях в Минске. Суд рассмотрел дело двадцать седьмого февраля.'
const BELARUSIAN =
  'Праваабарончы цэнтр паведамляе пра затрыманні ў Мінску. Суд разгледзеў справу дваццаць сёмага лютага.'
const UKRAINIAN =
  'Правозахисний центр повідомляє про затримання. Суд розглянув справу двадцять сьомого лютого, є ґрати й їжа.'
const BULGARIAN =
  'Правозащитният център съобщава за задържания в Минск. Съдът разгледа делото на двадесет и седми февруари.'
const POLISH = 'Sąd rozpatrzył sprawę dwudziestego siódmego lutego, wyrok się uprawomocnił. Źródło: świadkowie.'
const CZECH = 'Soud projednal případ dvacátého sedmého února a rozsudek nabyl právní moci. Příliš žluťoučký kůň.'
const FRENCH =
  'Le tribunal a examiné l’affaire le vingt-sept février ; l’arrêt est définitif, ça a été confirmé à Genève.'
const GREEK = 'Το δικαστήριο εξέτασε την υπόθεση στις είκοσι επτά Φεβρουαρίου και η απόφαση είναι τελεσίδικη.'
const TURKISH = 'Mahkeme davayı yirmi yedi Şubatta görüştü ve karar kesinleşti; ağır ceza, güçlü ışık.'
const HEBREW = 'בית המשפט דן בתיק בעשרים ושבעה בפברואר ופסק הדין נכנס לתוקף.'
const ARABIC = 'نظرت المحكمة في القضية في السابع والعشرين من فبراير وأصبح الحكم نافذا.'
const LITHUANIAN = 'Teismas bylą išnagrinėjo vasario dvidešimt septintąją, o nuosprendis įsiteisėjo žmonėms.'
const JAPANESE = '人権センターはミンスクでの拘束について報告しています。裁判所は二月二十七日に事件を審理しました。'
const CHINESE = '维权中心报告了明斯克的拘留事件。法院于二月二十七日审理了此案，判决已生效。'
const TAIWANESE = '人權中心報告了明斯克的拘留事件。法院於二月二十七日審理了此案。'
const KOREAN = '인권센터는 민스크에서의 구금에 대해 보고했습니다. 법원은 이월 이십칠일 사건을 심리했습니다.'

const SAMPLES: [label: string, codec: string, words: string][] = [
  ['windows-1251', 'win1251', RUSSIAN],
  ['windows-1251', 'win1251', BELARUSIAN],
  ['windows-1251', 'win1251', BULGARIAN],
  ['koi8-r', 'koi8-r', RUSSIAN],
  ['koi8-u', 'koi8-u', UKRAINIAN],
  ['utf-16le', 'utf-16le', BELARUSIAN],
  ['utf-16be', 'utf-16be', BELARUSIAN],
  ['iso-8859-2', 'iso88592', POLISH],
  ['iso-8859-2', 'iso88592', CZECH],
  ['iso-8859-5', 'iso88595', RUSSIAN],
  ['windows-1250', 'win1250', POLISH],
  ['windows-1252', 'win1252', FRENCH],
  ['windows-1253', 'win1253', GREEK],
  ['iso-8859-7', 'iso88597', GREEK],
  ['windows-1254', 'win1254', TURKISH],
  ['windows-1255', 'win1255', HEBREW],
  ['windows-1256', 'win1256', ARABIC],
  ['windows-1257', 'win1257', LITHUANIAN],
  ['iso-8859-13', 'iso885913', LITHUANIAN],
  ['ibm866', 'cp866', RUSSIAN],
  ['x-mac-cyrillic', 'maccyrillic', RUSSIAN],
  ['shift_jis', 'shift_jis', JAPANESE],
  ['euc-jp', 'euc-jp', JAPANESE],
  ['gb18030', 'gb18030', CHINESE],
  ['gbk', 'gbk', CHINESE],
  ['big5', 'big5', TAIWANESE],
  ['euc-kr', 'euc-kr', KOREAN],
  ['utf-8', 'utf-8', BELARUSIAN],
]
/** iconv-lite can't write it: katakana of two bytes between the standard's escapes. */
const ISO_2022 = new Uint8Array([0x1b, 0x24, 0x42, 0x25, 0x46, 0x25, 0x39, 0x25, 0x48, 0x1b, 0x28, 0x42, 0x21])

const page = (words: string, meta: string) => `<!doctype html><html><head>${meta}<title>x</title></head><p>${words}</p>`
const ascii = (label: string) => label !== 'utf-16le' && label !== 'utf-16be'

describe('declared by the server', () => {
  test.each(SAMPLES)('%s (%s): %s', (label, codec, words) => {
    expect(decodeText(iconv.encode(words, codec), label, false)).toEqual({ text: words, encoding: label })
    expect(decodeText(iconv.encode(page(words, ''), codec), label.toUpperCase(), true).text).toContain(words)
  })
  test('iso-2022-jp', () => expect(decodeText(ISO_2022, 'ISO-2022-JP', false).text).toBe('テスト!'))
})

describe('declared by the page', () => {
  test.each(SAMPLES.filter(([label]) => ascii(label)))('%s (%s): %s', (label, codec, words) => {
    const metas = [
      `<meta charset="${label}">`,
      `<META content='text/html; charset=${label}' http-equiv=Content-Type>`,
      `<script>${'x'.repeat(3_000)}</script><meta charset=${label}>`,
    ]
    for (const meta of metas)
      expect(decodeText(iconv.encode(page(words, meta), codec), null, true).text).toContain(words)
    const xml = `<?xml version="1.0" encoding="${label}"?><html><p>${words}</p></html>`
    expect(decodeText(iconv.encode(xml, codec), null, true).text).toContain(words)
    expect(decodeText(iconv.encode(xml, codec), null, false).text).toContain(words)
  })
})

describe('by a mark', () => {
  test.each([['utf-8'], ['utf-16le'], ['utf-16be']])('%s, whatever the server says', (codec) => {
    const bytes = iconv.encode(BELARUSIAN, codec, { addBOM: true })
    expect(decodeText(bytes, 'windows-1252', false)).toEqual({ text: BELARUSIAN, encoding: codec })
  })
})

describe('undeclared', () => {
  const known = SAMPLES.filter(([label]) => ascii(label) && !/125[3-7]|8859-7|8859-13/.test(label))
  test.each(known)('%s (%s): %s', (_, codec, words) => {
    expect(decodeText(iconv.encode(words, codec), null, false).text).toBe(words)
    const styled = `<style>${'p { margin: 0 } '.repeat(20)}</style>`
    expect(decodeText(iconv.encode(page(words.repeat(3), styled), codec), null, true).text).toContain(words)
  })
  test('iso-2022-jp', () => expect(decodeText(ISO_2022, null, false).text).toBe('テスト!'))
  test('utf-16 of Latin words', () => {
    expect(decodeText(iconv.encode('The court heard it.', 'utf-16be'), null, false).text).toBe('The court heard it.')
  })
  test('a few bytes of nothing', () => {
    expect(decodeText(new Uint8Array([0xe9, 0x20]), null, false)).toEqual({ text: 'é ', encoding: 'windows-1252' })
    expect(decodeText(new Uint8Array(), null, true)).toEqual({ text: '', encoding: 'utf-8' })
  })
})

describe('a wrong declaration', () => {
  test('of the server wins over the page and over the bytes', () => {
    const bytes = iconv.encode(page('ў', '<meta charset=utf-8>'), 'utf-8')
    expect(decodeText(bytes, 'windows-1252', true).text).toContain('Ñž')
  })
  test.each(['x-unknown', '', 'iso-2022-kr', 'x-user-defined', 'utf-7', '\0'])('%j counts as none', (label) => {
    expect(decodeText(iconv.encode(RUSSIAN, 'win1251'), label, false).text).toBe(RUSSIAN)
  })
  test('is survived by any bytes', () => {
    const noise = Uint8Array.from({ length: 5_000 }, (_, at) => (at * 7919) % 256)
    for (const [label] of SAMPLES) expect(typeof decodeText(noise, label, true).text).toBe('string')
    expect(typeof decodeText(noise, null, true).text).toBe('string')
  })
})
