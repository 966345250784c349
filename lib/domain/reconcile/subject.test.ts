import { expect, test } from 'vitest'
import { type Row, situation, told } from '../testing/situation.ts'
import { reconcile } from './reconcile.ts'

/** Who or what a claim is about goes before its figures, before a tail that is repeated, and before a note that quotes. */
const EDITS: Record<string, Row[]> = {
  'two rows trade figures': [
    ['~', '- Nowak 44%', '- Nowak 31%'],
    ['~', '- Lis 31%', '- Lis 44%'],
    ['=', '- Kos 9%'],
  ],
  'two sentences trade figures, and their verbs': [
    ['<', 'Nowak leads with 44 per cent.', 'Nowak follows with 31 per cent.'],
    ['~', 'Lis follows with 31 per cent.', 'Lis leads with 44 per cent.'],
    ['>', 'Nowak follows with 31 per cent.'],
    ['=', 'Kos has nine.'],
  ],
  'a tally sorted again with other figures and another word': [
    ['>', '- Orsha: 40 dead, 90 injured'],
    ['~', '- Minsk: 31 dead, 80 wounded', '- Minsk: 33 killed, 84 injured'],
    ['~', '- Lida: 12 dead', '- Lida: 12 killed'],
    ['<', '- Orsha: 4 dead, 2 wounded', '- Orsha: 40 dead, 90 injured'],
  ],
  'a row of someone else with the same figure': [
    ['-', '- Ana Kos, 81'],
    ['*', '- Luka Kos, 81'],
    ['=', '- Ivan Lund, 52'],
  ],
  'a short claim with another year in a paragraph that moved': [
    ['<', 'In 1988 he founded a paper with two friends.'],
    ['<', 'It closed in 1994.', 'It closed in 1995.'],
    ['=', '¶She was born in a village near Lida and trained as a nurse.'],
    ['=', 'She never wrote to him again after the war had ended.'],
    ['>', '¶In 1988 he founded a paper with two friends.'],
    ['>', 'It closed in 1995.'],
  ],
  'a new lead takes the tail of the old one, which is told shorter below': [
    ['*', 'Prosecutors appealed against the release of the captain of a ferry that sank off Tarn with 40 on board.'],
    [
      '~',
      'A judge freed the captain of a ferry that sank off Tarn with 40 on board.',
      'A judge had freed him last week.',
    ],
    ['=', 'He spoke to nobody.'],
  ],
  'a new lead takes the tail, and the old one is gone': [
    ['-', 'Divers have recovered the bell of a steamer that sank off Tarn in the storm of 1921.'],
    ['*', 'Schools teach a song tonight about children of a steamer that sank off Tarn in the storm of 1921.'],
    ['=', 'The bell is lost.'],
  ],
  'another source says the same': [
    [
      '~',
      'Officials said on Monday that the dam failed because its gates had rusted.',
      'According to an inquiry by parliament, the dam failed because its gates had rusted.',
    ],
    ['=', 'Nobody died.'],
  ],
  'a lead that was turned': [
    [
      '~',
      'The dam at Norvik failed on Tuesday, and nine villages were flooded.',
      'Nine villages were flooded when the dam at Norvik failed on Tuesday.',
    ],
    ['=', 'Nobody died.'],
  ],
  'a note quotes what was corrected': [
    ['~', 'The firm paid 4 million euros for the mill.', 'The firm paid 3 million euros for the mill.'],
    ['=', 'It employs 90 people.'],
    ['*', '¶This article originally said that the firm paid 4 million euros for the mill.'],
  ],
  'a note quotes what was withdrawn': [
    ['*', 'Korrektur: In einer früheren Fassung hieß es, der Minister besitze drei Häuser in Kassel.'],
    ['-', '¶Der Minister besitzt drei Häuser in Kassel.'],
    ['=', 'Er wohnt in Bonn.'],
  ],
  'a note that is reworded stays a note': [
    [
      '~',
      'Correction: an earlier version of this article said that nine people died.',
      'Correction: an earlier version of this article said wrongly that nine people had died.',
    ],
    ['=', 'Eight people died.'],
  ],
  'answers follow their questions': [
    ['<', 'Q: Was the gate locked?'],
    ['<', 'A: Yes.', 'A: Yes, from inside.'],
    ['=', 'Q: Was there a guard at the gate that night?'],
    ['=', 'A: Yes.'],
    ['=', 'Q: Did he fire?'],
    ['=', 'A: No.'],
    ['>', 'Q: Was the gate locked?'],
    ['>', 'A: Yes, from inside.'],
  ],
  'a question is asked in between': [
    ['=', 'Czy widział pan broń?'],
    ['=', 'Nie.'],
    ['*', 'Czy był pan sam?'],
    ['*', 'Tak.'],
    ['=', 'Czy słyszał pan strzał?'],
    ['~', 'Tak.', 'Tak, dwa.'],
  ],
}

test.each(Object.entries(EDITS))('%s', (_, rows) => {
  const { before, after, expected } = situation(rows)
  expect(told(reconcile(before, after), before, after)).toEqual(expected)
})
