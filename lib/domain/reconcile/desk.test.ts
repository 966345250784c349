import { expect, test } from 'vitest'
import { type Row, situation, told } from '../testing/situation.ts'
import { reconcile } from './reconcile.ts'

/** Where a careful desk has to think: paraphrase beside replacement, templates, and several things at once. */
const EDITS: Record<string, Row[]> = {
  'paraphrase with few words in common, in its place': [
    ['=', 'The siege lasted eleven weeks.'],
    [
      '~',
      'Food ran out in the second month, and people ate grass.',
      'By the second month there was nothing left to eat but grass.',
    ],
    ['=', 'A convoy got through on 4 May.'],
  ],
  'another statement with the same subject, in its place': [
    ['=', 'The company was founded in 1994.'],
    ['-', 'The company has its seat in a villa by the river.'],
    ['*', 'The company was put under sanctions by the European Union in June 2021.'],
    ['=', 'It employs 3,000 people.'],
  ],
  'a short sentence replaced by another short one with the same subject': [
    ['=', 'Two boats left the harbour that evening.'],
    ['-', 'The captain was drunk.'],
    ['*', 'The radio had been removed.'],
    ['=', 'Only one of them returned.'],
  ],
  'figures of a table in words, all updated, one row new': [
    ['=', 'Detained by region:'],
    ['~', '- Brest: 14, of whom 3 women', '- Brest: 19, of whom 5 women'],
    ['=', '- Vitebsk: 7, of whom 1 woman'],
    ['*', '- Gomel: 21, of whom 4 women'],
    ['~', '- Minsk: 133, of whom 40 women', '- Minsk: 151, of whom 46 women'],
  ],
  'templates: one taken out at the front, all figures changed': [
    ['-', 'In January, 158 civilians were killed and 497 injured.'],
    [
      '~',
      'In February, 117 civilians were killed and 431 injured.',
      'In February, 122 civilians were killed and 440 injured.',
    ],
    [
      '~',
      'In March, 104 civilians were killed and 312 injured.',
      'In March, 107 civilians were killed and 320 injured.',
    ],
    ['*', 'In April, 129 civilians were killed and 521 injured.'],
  ],
  'templates in order, places swapped': [
    ['<', 'In Lida a post office was set on fire.'],
    ['=', 'In Baranavichy two police cars and a recruiting office were set on fire.'],
    ['=', 'In Salihorsk a warehouse of the special forces was set on fire.'],
    ['>', 'In Lida a post office was set on fire.'],
  ],
  'what happened on a day, and what else': [
    ['=', 'The siege began on a Thursday.'],
    ['-', 'On 24 February 2022 the airport at Hostomel was attacked by helicopters.'],
    ['*', 'On 24 February 2022 the embassy was moved to Lviv.'],
    [
      '~',
      'On 25 February 2022 trains left for the west.',
      'On 25 February 2022 trains left for the west without timetables.',
    ],
  ],
  'quotation shortened, speaker named more fully': [
    [
      '~',
      '“We have been waiting for this for two years, and we are ready,” Prokopyev told the BBC.',
      '“We are ready,” Vadim Prokopyev, the founder of the militia, told the BBC in March.',
    ],
    ['=', 'He used to run restaurants.'],
  ],
  'a list turned into prose, item by item': [
    ['=', 'The group has three demands.'],
    ['~', '- the release of all political prisoners', '¶It demands the release of all political prisoners.'],
    ['~', '- the withdrawal of Russian troops', 'It demands the withdrawal of Russian troops.'],
    [
      '~',
      '- new elections under international observation',
      'It demands new elections under international observation.',
    ],
  ],
  'split with a new sentence between the halves': [
    ['=', 'The station reopened in May.'],
    ['=', 'Nobody claimed responsibility.'],
    [
      '/',
      'The blast tore a hole in the roof of the signal house and broke the windows of forty flats nearby.',
      'The blast tore a hole in the roof of the signal house.',
      'It broke the windows of forty flats nearby.',
    ],
    ['*', 'Glaziers worked through the weekend.'],
  ],
  'two neighbours merged while a third was split': [
    [
      '+',
      'The bank froze the accounts.',
      'It gave no reason for this.',
      'The bank froze the accounts and gave no reason.',
    ],
    [
      '/',
      'The foundation sued in Warsaw, where it is registered, and won in the first instance.',
      'The foundation sued in Warsaw, where it is registered.',
      'It won in the first instance.',
    ],
    ['=', 'The bank appealed.'],
  ],
  'date and place put in front': [
    [
      '~',
      'A drone crashed into an apartment block.',
      'On the night of 14 July, a drone crashed into an apartment block in the Maladziozhnaya street.',
    ],
    ['~', 'Nobody was hurt.', 'Nobody was hurt in the incident.'],
    ['=', 'The block is next to a tank factory.'],
  ],
  'tense and modality': [
    ['~', 'The trial is expected to begin in May.', 'The trial began on 11 May.'],
    ['~', 'Prosecutors will ask for the death penalty.', 'Prosecutors asked for the death penalty.'],
    ['=', 'The accused is 23 years old.'],
  ],
  retraction: [
    [
      '~',
      'Three officers resigned over the order.',
      'An earlier report that three officers had resigned over the order could not be confirmed.',
    ],
    ['=', 'The order itself was published in full.'],
  ],
  'a lead rewritten, its facts kept apart': [
    [
      '~',
      'The Cyber Partisans are a Belarusian group of hackers.',
      'The Belarusian Cyber Partisans are an anonymous collective of hacktivists that emerged in September 2020.',
    ],
    ['=', 'They attacked the railway’s servers in January 2022.'],
    ['-', 'Little is known about them.'],
    ['*', 'Their spokeswoman is Yuliana Shametavets, who lives in New York.'],
  ],
  'sentences moved to a section of their own and one of them reworded': [
    ['=', '== Overview'],
    ['=', 'The line connects the capital with the western border.'],
    [
      '<',
      'In 2022 three relay cabinets on the line were burned.',
      'In 2022 saboteurs burned three relay cabinets on the line.',
    ],
    ['=', 'It was electrified in 1975 and rebuilt for heavy freight traffic in the decade after that.'],
    ['*', '== Sabotage'],
    ['>', 'In 2022 saboteurs burned three relay cabinets on the line.'],
  ],
  'same words, a name exchanged': [
    ['=', 'The verdict was read out on Friday.'],
    [
      '~',
      'Judge Ihar Lyubavitski presided over the hearing in the regional court.',
      'Judge Aliaksandr Kamarouski presided over the hearing in the regional court.',
    ],
    ['=', 'No one was admitted.'],
  ],
  'ten sentences, every other one taken out': [
    ['=', 'A patrol found the first mine.'],
    ['-', 'It was raining hard.'],
    ['=', 'Sappers arrived from Minsk an hour later.'],
    ['-', 'They had not slept.'],
    ['=', 'The second mine lay under a culvert.'],
    ['-', 'A cow had stepped over it.'],
    ['=', 'Trains were held at both ends of the section.'],
    ['-', 'Passengers played cards.'],
    ['=', 'At six the line was declared safe.'],
  ],
  'everything reworded lightly, one new between': [
    ['~', 'Protesters gathered at the stela at noon.', 'Demonstrators gathered by the stela around noon.'],
    ['~', 'Soldiers had surrounded it with barbed wire.', 'The army had surrounded it with barbed wire.'],
    ['*', 'Loudspeakers played songs of the war.'],
    ['~', 'By three some 100,000 people had come.', 'By three o’clock about 100,000 people had arrived.'],
    ['~', 'They went home before dark.', 'Before dark they went home.'],
  ],
}

test.each(Object.entries(EDITS))('%s', (_, rows) => {
  const { before, after, expected } = situation(rows)
  expect(told(reconcile(before, after), before, after)).toEqual(expected)
})
