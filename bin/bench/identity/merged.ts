import {
  added,
  heading,
  inCategory,
  item,
  kept,
  type LabelledPair,
  merged,
  pair,
  para,
  retired,
  reworded,
} from './labelled-pair.ts'

/** Two or more neighbouring claims became one. */
export const MERGED: LabelledPair[] = inCategory('merged', [
  pair(
    'with "and"',
    'en',
    kept('The strike spread to the potash mines.'),
    merged(
      ['Miners refused to come up.', 'Their wives brought food to the gate.'],
      'Miners refused to come up and their wives brought food to the gate.',
    ),
    kept('It lasted eleven days.'),
  ),
  pair(
    'with a semicolon',
    'en',
    merged(
      ['The first group crossed at Hrodna.', 'The second was caught in the forest.'],
      'The first group crossed at Hrodna; the second was caught in the forest.',
    ),
    kept('Both had maps from the same printer.'),
  ),
  pair(
    'as a relative clause',
    'en',
    kept('The station opened in 1954.'),
    merged(
      ['Its last master was Iosif Barok.', 'Barok hid saboteurs in the lamp room.'],
      'Its last master was Iosif Barok, who hid saboteurs in the lamp room.',
    ),
    kept('The lamp room is a museum now.'),
  ),
  pair(
    'three into one',
    'en',
    merged(
      ['The convoy had twelve trucks.', 'Nine of them carried shells.', 'Three carried bread.'],
      'The convoy had twelve trucks, nine of which carried shells and three bread.',
    ),
    kept('It was stopped by a fallen tree.'),
  ),
  pair(
    'a list back into a sentence',
    'en',
    kept(heading('Equipment')),
    merged(
      ['The group was found to own:', item('two rifles'), item('a radio set'), item('forty metres of fuse')],
      'The group was found to own two rifles, a radio set and forty metres of fuse.',
    ),
    kept(heading('Trial'), 'The trial was closed to the public.'),
  ),
  pair(
    'with a dash',
    'en',
    kept('The order was given by telephone.'),
    merged(
      ['It was never written down.', 'This later became the heart of the defence.'],
      'It was never written down — this later became the heart of the defence.',
    ),
    kept('The judges were not convinced.'),
  ),
  pair(
    'merged, and a figure changed',
    'en',
    merged(
      ['The refinery lost 40 per cent of its output.', 'The petrol price doubled within a month.'],
      'The refinery lost 45 per cent of its output and the petrol price doubled within a month.',
    ),
    kept('Queues formed at every pump.', 'Ration cards followed.'),
  ),
  pair(
    'merged twice in a row',
    'en',
    merged(
      ['The newspaper was printed in Vilnius.', 'It was carried over the border in bread vans.'],
      'The newspaper was printed in Vilnius and carried over the border in bread vans.',
    ),
    merged(
      ['Its editor signed as “the Miller”.', 'His real name was known to four people.'],
      'Its editor signed as “the Miller”; his real name was known to four people.',
    ),
    kept('It appeared until 2024.'),
  ),
  pair(
    'merged, between a deleted and a new sentence',
    'en',
    retired('The weather was bad.'),
    merged(
      ['Two helicopters took off from Luninets.', 'Only one of them came back.'],
      'Two helicopters took off from Luninets, but only one of them came back.',
    ),
    added('The wreck was found in a bog.'),
    kept('The crew had been warned.'),
  ),
  pair(
    'two items of a list into one',
    'en',
    kept('Known members:'),
    kept(item('a welder from Pinsk')),
    merged([item('a nurse'), item('her brother')], item('a nurse and her brother')),
    kept(item('two students of law')),
    para,
    kept('All were under thirty.'),
  ),
  pair(
    'merged beside a sentence that was only reworded',
    'en',
    reworded('A drone hit the oil store at night.', 'A drone struck the oil store at night.'),
    merged(
      ['The fire burned for two days.', 'Foam had to be brought from Smolensk.'],
      'The fire burned for two days and foam had to be brought from Smolensk.',
    ),
    kept('Nobody claimed responsibility.'),
  ),
])
