import { expect, test } from 'vitest'
import { type Row, situation, told } from '../testing/situation.ts'
import { reconcile } from './reconcile.ts'

/** Edits as newsrooms and encyclopaedias make them, in English prose. */
const EDITS: Record<string, Row[]> = {
  'a day of a developing story': [
    [
      '~',
      'At least 12 people were killed when a missile hit a market in Kramatorsk on Tuesday, officials said.',
      'At least 17 people, among them two children, were killed when a missile hit a crowded market in Kramatorsk on Tuesday, the regional governor said.',
    ],
    ['~', 'Dozens were injured.', 'More than 60 others were injured, many of them seriously.'],
    ['=', 'Rescuers are searching the rubble for survivors.'],
    ['-', 'It was not immediately clear what type of missile was used.'],
    ['*', 'Fragments found at the scene point to an Iskander ballistic missile, the prosecutor’s office said.'],
    ['=', 'Russia has not commented on the strike.'],
  ],
  'a footnote added and a footnote dropped': [
    ['~', 'The group claimed responsibility on Telegram.', 'The group claimed responsibility on Telegram.[4]'],
    ['~', 'Its channel was blocked the next day.[citation needed]', 'Its channel was blocked the next day.'],
    ['=', 'The post was later deleted.[5]'],
  ],
  'a template of days, one day added in the middle, one corrected': [
    ['=', 'On 3 May, 14 drones were shot down over Kyiv.'],
    ['*', 'On 4 May, 9 drones were shot down over Odesa.'],
    ['~', 'On 5 May, 22 drones were shot down over Kyiv.', 'On 5 May, 24 drones were shot down over Kyiv.'],
    ['=', 'On 6 May, 11 drones were shot down over Dnipro.'],
  ],
  'a template replaced by its like': [
    ['=', 'The following arrests were reported.'],
    ['-', 'In March 12 people were detained in Brest.'],
    ['*', 'In April 30 people were detained in Minsk.'],
    ['=', 'Most of them were released within a day.'],
  ],
  'a template with another number of the same place': [
    ['=', 'The following arrests were reported.'],
    ['~', 'In March 12 people were detained in Brest.', 'In March 30 people were detained in Brest.'],
    ['~', 'In April 9 people were detained in Minsk.', 'In April 11 people were detained in Minsk.'],
  ],
  'a sentence negated': [
    ['=', 'The tanker left port at noon.'],
    ['~', 'The captain knew about the order.', 'The captain did not know about the order.'],
    ['~', 'Nobody was on board.', 'Somebody was on board.'],
    ['=', 'It sank within the hour.'],
  ],
  'biography: sentences about one person, one replaced by another fact': [
    ['=', 'Kavaliou was born in Minsk in 1971.'],
    ['-', 'Kavaliou likes to play chess with his neighbours.'],
    ['*', 'Kavaliou graduated from the Military Academy in 1993.'],
    ['=', 'He moved to Vilnius after the protests.'],
  ],
  'two facts about one subject swapped for two others': [
    ['=', 'The bridge spans the Dnieper at Orsha.'],
    ['-', 'The bridge was painted grey in 2004.'],
    ['-', 'Cyclists may use the bridge free of charge.'],
    ['*', 'In 2022 saboteurs disabled the signals on the bridge.'],
    ['*', 'Repairs to the bridge cost 40,000 rubles.'],
    ['=', 'It is owned by the state railway.'],
  ],
  'attribution put before, quotation unchanged': [
    [
      '~',
      '“We will not stop until the last prisoner is free,” said Tsikhanouskaya.',
      'Speaking in Vilnius on Sunday, Tsikhanouskaya said: “We will not stop until the last prisoner is free.”',
    ],
    ['=', 'Hundreds came to hear her.'],
  ],
  'a relative clause becomes a sentence of its own': [
    [
      '/',
      'The plant, which employs 4,000 people and supplies a third of the country’s diesel, was closed on Friday.',
      'The plant was closed on Friday.',
      'It employs 4,000 people and supplies a third of the country’s diesel.',
    ],
    ['=', 'No reason was given.'],
  ],
  'two sentences condensed into one': [
    ['=', 'The trial lasted four days.'],
    [
      '+',
      'The court found all eleven defendants guilty of high treason.',
      'They were sentenced to prison terms of between five and twenty years.',
      'The court found all eleven defendants guilty of high treason and sentenced them to between five and twenty years in prison.',
    ],
    ['=', 'An appeal is possible.'],
  ],
  'a sentence kept while the next one starts with its words': [
    ['=', 'The base at Ziabrauka was handed over in 2022.'],
    ['*', 'The base at Ziabrauka had been abandoned by the air force in the nineties.'],
    ['=', 'Satellite images show new hangars.'],
  ],
  'a clause cut off, and another sentence new': [
    [
      '~',
      'The ministry denied the report, calling it an invention of foreign intelligence services.',
      'The ministry denied the report.',
    ],
    ['*', 'Journalists were not admitted to the site.'],
    ['=', 'The report had cited three officers.'],
  ],
  'sentences in one paragraph set one a paragraph': [
    ['=', 'The depot burned for three days.'],
    ['=', '¶Eleven firefighters were hurt.'],
    ['=', '¶The cause is unknown.'],
  ],
  'a paragraph carried to the end, one of its sentences reworded': [
    ['=', 'The network was founded in 2021.'],
    ['<', 'Its members call themselves bisons.', 'Its members call one another bisons.'],
    ['<', 'They use no telephones.'],
    ['=', '¶In the first winter it disabled signalling cabinets on four lines.'],
    ['=', 'Trains ran at fifteen kilometres an hour for weeks, and sometimes stood for days.'],
    ['=', 'The railway put up cameras along the busiest lines and sent out patrols.'],
    ['>', '¶Its members call one another bisons.'],
    ['>', 'They use no telephones.'],
  ],
  'British to American spelling': [
    [
      '~',
      'The organisation’s programme centred on labour rights.',
      'The organization’s program centered on labor rights.',
    ],
    ['~', 'Its colours were grey and white.', 'Its colors were gray and white.'],
    ['=', 'It was banned in 2021.'],
  ],
  'initials written out': [
    ['~', 'A. Lukashenko met V. Putin in Sochi.', 'Alexander Lukashenko met Vladimir Putin in Sochi.'],
    ['=', 'They went skiing.'],
  ],
  'numbers written out and units converted': [
    ['~', 'The drone flew 25 miles and carried 2 charges.', 'The drone flew 40 kilometres and carried two charges.'],
    ['=', 'It was built in a garage.'],
  ],
  'everything rewritten': [
    ['-', 'Spring is the best time to visit the old town.'],
    ['-', 'Its cafés open at seven.'],
    ['-', 'Ask for the plum cake.'],
    ['*', 'On 12 June the district court ruled against the developers.'],
    ['*', 'Demolition had begun a week earlier.'],
  ],
  'three sentences shuffled by a careful editor, words kept': [
    ['>', 'Power failed in the whole district.'],
    ['=', 'An explosion damaged the substation at Kolodishchi on the eve of the exercise.'],
    ['=', 'Engineers from the capital were flown in by helicopter during the night.'],
    ['<', 'Power failed in the whole district.'],
  ],
  'a split whose second half was then reworded': [
    ['=', 'The editor was arrested on Tuesday.'],
    [
      '/',
      'He is accused of financing extremist activity, for which the law provides up to eight years in prison.',
      'He is accused of financing extremist activity.',
      'The offence carries up to eight years in prison.',
    ],
    ['=', 'His lawyer was not admitted.'],
  ],
  'merged with the subject left out': [
    [
      '+',
      'Babaryka was detained in June 2020.',
      'Babaryka was sentenced to fourteen years in July 2021.',
      'Babaryka was detained in June 2020 and sentenced to fourteen years in July 2021.',
    ],
    ['=', 'His campaign had collected 400,000 signatures.'],
  ],
  'a sentence taken out between two reworded ones': [
    [
      '~',
      'The militia was formed in early 2022 by volunteers.',
      'The militia was formed by exiled volunteers in March 2022.',
    ],
    ['-', 'It soon had its own flag.'],
    [
      '~',
      'Its first commander fell near Lysychansk in June.',
      'Its first commander was killed near Lysychansk in June 2022.',
    ],
  ],
  'a lead sentence that grew by a clause repeated from a deleted sentence': [
    ['=', 'The strike began at the tractor works.'],
    [
      '+',
      'Workers demanded new elections.',
      'They also demanded the release of prisoners.',
      'Workers demanded new elections and the release of prisoners.',
    ],
    ['=', 'The director spoke to them for an hour.'],
  ],
}

test.each(Object.entries(EDITS))('%s', (_, rows) => {
  const { before, after, expected } = situation(rows)
  expect(told(reconcile(before, after), before, after)).toEqual(expected)
})
