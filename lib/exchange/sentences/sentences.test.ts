import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cut, sentenceSegmenter } from './sentences.ts'

/** Language and text, with a bar where a sentence must end; the bar is taken out before cutting. */
const EN = [
  'The building was searched in May. |Explosives were found. |They told me. |Guards fell ill. |Nurses came.',
  'In January, a Belarusian was arrested after an arson attack against a T-72 tank at in Minsk. |The Cyber Partisans struck.',
  'A Beriev A-50U was damaged. |It flew.',
  'There was at least 1. |At least 1 died.',
  'Dr. A. B. Smith came. |He left.',
  'J. K. Rowling and J.R.R. Tolkien wrote. |We read.',
  'Gen. Valery Gerasimov and Lt. Col. Alan Smith met. |Nothing came of it.',
  'See No. 278 and p. 12. |It is there.',
  'No. |That is wrong.',
  'Born c. 1901 in Minsk. |She died.',
  'It held approx. 5,000 people. |Some left.',
  'Some tools, e.g. Docker, i.e. a container, vs. a machine. |Fine.',
  'Fig. 3 shows it. |Fig. 4 does not.',
  'It cost $5.50. |Then 1,083.75 more.',
  'It rose by 3.5 per cent. |5,000 left.',
  'He lives in the U.S. |The man is old.',
  'He joined the U.S. Army. |It was big.',
  'The U.N. Security Council met. |It voted.',
  'They met at 5 p.m. |Police came at 6 a.m. Monday. |In 44 B.C. Caesar died.',
  'Acme Inc. |The firm is big.',
  'Acme Inc. Chairman John Smith left. |So be it.',
  'He had plan B. |Then he left.',
  'He holds a Ph.D. degree. |She does not.',
  'World War II. |The war ended.',
  'They met in St. Petersburg. |Mt. Everest is high.',
  'In Jan. 2020 he left. |In Feb. he came.',
  'Wait... what? |No… never. |Yes... |Then he left.',
  'He quoted "the … Belarusian people" there. |Good.',
  'It would be executed "at the right time". |The group said so.',
  '"A coup is coming." |The group said so later.',
  '"A coup is coming!" he said. |Then he left.',
  'He said "No!" and left. |Nobody came.',
  'She asked "Why?" |Lukashenko asked "When?" and left. |Good.',
  '"Why?" Smith asked. |Nobody knew.',
  'He said: "It is over. We won. Go home." |They went.',
  '“It is over. We won.” |They went.',
  '‘It is over. We won.’ |They went.',
  'Tsikhanouskaya responded, "I am proud of all & fight for Ukraine." |Then she left.',
  'He left (it was late. Very late.) and slept. |Good.',
  'He left. |(It was late. Very late.) |He slept.',
  'It happened (see p. 5). |The end.',
  'He won (in 2020). |Then he lost.',
  'It ended.[1] |Then it began.[2][3] |More came. [4] |So be it.',
  'It ended.[citation needed] |Then it began.[note 2] |So be it.',
  'It ended. |[The group] said so.',
  'It ended[1]. |Then it began.',
  'It ended.|The next began.',
  'Visit Node.js and example.com/a.b today. |It is there.',
  'He came — late, as always — and left. |Good.',
  'He came; she left; it ended. |Good.',
  'Yahoo! is a firm. |Who? |Me!',
  'The strike ended. |iPhone sales rose. |al-Assad left. |von der Leyen spoke.',
  '1. First we go. |2. Then we stop.',
  'Foo ended. |🎉 Bar began. |👩‍👩‍👧 Baz went.',
  'One\nline. |Two\nlines.',
  'One.\r\n|Two.',
  'One.  |Two.',
  'They exist . |Recruits train.',
  'an attack on a base in . |Throughout the year it went on.',
  'what a day. |it is over. |so be it.',
  'He was killed in Vol. 2, ch. 3. |So it ends.',
  'Really?! |Yes!',
  'The end. 🎉',
  'One',
]
const OTHERS: [string, string][] = [
  ['be', 'Гэта г. Мінск, вул. Леніна, д. 5. |Ён тут.'],
  ['be', 'Праф. А. Б. Іваноў нарадзіўся ў 1990 г. у Мінску. |Ён жыве.'],
  ['be', 'Яго асудзілі па арт. 342 і ст. 5 КК. |Потым вызвалілі.'],
  ['be', 'Былі цягнікі, сігналы і г. д. |Потым усё скончылася.'],
  ['be', 'Ён сказаў: «Так. Не.» |Потым пайшоў.'],
  ['be-tarask', 'Загінулі 5 чал. і 200 тыс. руб. згарэлі. |Усё.'],
  ['be-Latn', 'U h. Miensku, na vul. Lenina. |Praf. A. B. Ivanoŭ byŭ tam. |Jon syšoŭ.'],
  ['be-Latn', 'Ciahniki, sihnały i h. d. |Potym usio skončyłasia.'],
  ['ru', 'Это г. Минск, ст. 5 и т. д. |Вот так. |А. Г. Лукашенко ушёл.'],
  ['ru', 'В 2020 г. |Он ушёл. |«Да?» — спросил он.'],
  ['ru', 'Он жил в г. Минске на ул. им. Ленина. |Потом уехал.'],
  ['uk', 'Це м. Київ, вул. Хрещатик. |Потім усе.'],
  ['pl', 'Mieszkał przy ul. Długiej nr 5, tzn. w Warszawie. |Potem wyjechał.'],
  ['de', 'Er kam am 5. Mai 2020, z. B. mit Prof. Dr. Müller. |Dann ging er.'],
  ['de', 'Er rief: „Ja. Nein.“ |Dann ging er.'],
  ['fr', 'Il dit « Oui. Non. » |Puis il part.'],
  ['ar', 'هل هذا صحيح؟ |نعم. |حسنا.'],
  ['he', 'שלום עולם. |מה שלומך? |טוב.'],
  ['zh', '今天天气好。|我们去吧！|好吗？'],
  ['ja', '彼は「行く。来る。」と言った。|次。'],
  ['hi', 'यह सही है। |हाँ।'],
  ['no such language', 'One. |Two.'],
]

const segmenters = new Map<string, (text: string) => string[]>()
for (const language of ['en', ...OTHERS.map(([one]) => one)]) {
  segmenters.set(language, await sentenceSegmenter(language))
}
const sentences = (language: string, text: string) => segmenters.get(language)?.(text)

describe('sentenceSegmenter', () => {
  test.each(EN)('%s', (marked) => expect(sentences('en', marked.replaceAll('|', ''))).toEqual(marked.split('|')))
  test.each(OTHERS)('%s: %s', (language, marked) =>
    expect(sentences(language, marked.replaceAll('|', ''))).toEqual(marked.split('|')),
  )

  test('cuts nothing between the marks of a quotation, unless it never ends', () => {
    expect(sentences('en', `"${'It went on. '.repeat(20)}" Then it ended.`)).toHaveLength(2)
    expect(sentences('en', `"${'It went on. '.repeat(200)}" Then it ended.`)?.length).toBeGreaterThan(100)
    expect(sentences('en', 'A stray " mark. Then more. Then "good" ones.')).toHaveLength(3)
  })

  test('cuts a long text as it cuts a short one, wherever a window ends', () => {
    const all = EN.slice(0, 7).join('|')
    const some = all.split('|').map((sentence) => `${sentence.trim()} `)
    const long = Array.from({ length: 60 }, () => some).flat()
    expect(sentences('en', long.join(''))).toEqual(long)
    const words = `It went on ${'and on '.repeat(3_000)}for ever. `
    expect(sentences('en', `${words}Then it ended.`)).toEqual([words, 'Then it ended.'])
  })

  test.each(['中。', '中', '! ', '\n', 'a.', '. ', '"A b. ', '😀', 'e\u0301'])(
    'comes to an end on 200,000 times %j, which a segmenter that looks back again and again would not',
    (unit) => {
      const text = unit.repeat(200_000)
      expect(sentences('zh', text)?.join('') === text).toBe(true)
    },
  )

  const unit = fc.constantFrom(
    'A',
    'b',
    '.',
    '. ',
    '! ',
    '…',
    '"',
    '“',
    '”',
    '(',
    ')',
    '[1]',
    ' ',
    '\n',
    '5',
    '😀',
    '\u0301',
    '\u200d',
    '\ud83d',
    'г.',
    '。',
    'Dr. ',
    '\r\n',
    '\u202e',
  )
  const text = fc.oneof(
    fc.array(unit, { maxLength: 60 }).map((units) => units.join('')),
    fc.string({ unit: 'binary', maxLength: 80 }),
  )
  test('gives every text back, cuts no grapheme, and makes no sentence without a word', () => {
    const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })
    fc.assert(
      fc.property(text, fc.constantFrom('en', 'be', 'zh'), (whole, language) => {
        const pieces = sentences(language, whole) ?? []
        expect(pieces.join('')).toBe(whole)
        expect(cut(whole, language).join('')).toBe(whole)
        let at = 0
        for (const piece of pieces.slice(0, -1)) {
          at += piece.length
          expect(piece).toMatch(/[\p{L}\p{N}]/u)
          expect(graphemes.segment(whole).containing(at)?.index).toBe(at)
        }
      }),
      { numRuns: 3_000 },
    )
  })
})
