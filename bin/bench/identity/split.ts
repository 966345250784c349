import {
  added,
  heading,
  inCategory,
  item,
  kept,
  type LabelledPair,
  pair,
  paraAfter,
  retired,
  reworded,
  split,
} from './labelled-pair.ts'

/** One claim's words now stand in two or more. */
export const SPLIT: LabelledPair[] = inCategory('split', [
  pair(
    'at "and"',
    'en',
    kept('The raid began at dawn.'),
    split(
      'Police searched the union’s office and they took away four computers.',
      'Police searched the union’s office.',
      'They took away four computers.',
    ),
    kept('No receipt was given.'),
  ),
  pair(
    'at a semicolon',
    'en',
    split(
      'In March security services fired on three men near the signal box; by late April eleven people had been detained.',
      'In March security services fired on three men near the signal box.',
      'By late April eleven people had been detained.',
    ),
    kept('Two were released without charge.'),
  ),
  pair(
    'at an em-dash',
    'en',
    kept('A second list was leaked in May.'),
    split(
      'It held the addresses of 1,400 officers—most of them serve in the capital.',
      'It held the addresses of 1,400 officers.',
      'Most of them serve in the capital.',
    ),
    kept('The ministry called it a forgery.'),
  ),
  pair(
    'at a relative clause',
    'en',
    split(
      'The regiment is led by Major Dzianis Prokh, who had commanded a company near Bakhmut.',
      'The regiment is led by Major Dzianis Prokh.',
      'Prokh had commanded a company near Bakhmut.',
    ),
    kept('Its strength is not published.'),
  ),
  pair(
    'in three',
    'en',
    kept('The plan became known through a clerk.'),
    split(
      'It foresaw a landing at the airfield, the seizure of the television tower and the arrest of the cabinet within one night.',
      'It foresaw a landing at the airfield.',
      'It also foresaw the seizure of the television tower.',
      'The arrest of the cabinet was to follow within one night.',
    ),
    kept('The clerk fled to Riga.'),
  ),
  pair(
    'into a list',
    'en',
    kept(heading('Demands')),
    split(
      'The strikers demanded the release of all prisoners, the return of the dismissed and an audit of the plant.',
      'The strikers demanded:',
      item('the release of all prisoners'),
      item('the return of the dismissed'),
      item('an audit of the plant'),
    ),
    kept(heading('Outcome'), 'The strike ended after nine days.'),
  ),
  pair(
    'at the second of two "and"s, none at the first',
    'en',
    kept('The museum lost its building in 2021.'),
    split(
      'Its collection was stored in a cellar in Bialystok and in 2023 it was shown again in a school.',
      'Its collection was stored in a cellar in Bialystok.',
      'In 2023 it was shown again in a school.',
    ),
    kept('Admission was free.'),
  ),
  pair(
    'and a number changed in one half',
    'en',
    split(
      'The blast killed 3 soldiers and wounded 11 others who were asleep in a tent.',
      'The blast killed 3 soldiers.',
      'It wounded 12 others who were asleep in a tent.',
    ),
    kept('The tent stood next to the ammunition.'),
  ),
  pair(
    'two claims split one after the other',
    'en',
    split(
      'The dam was mined in autumn, and the villages below were emptied by October.',
      'The dam was mined in autumn.',
      'The villages below were emptied by October.',
    ),
    split(
      'Cattle were driven over the ridge, but most of the machinery stayed behind.',
      'Cattle were driven over the ridge.',
      'Most of the machinery stayed behind.',
    ),
    kept('Nobody has come back.'),
  ),
  pair(
    'split, with a new sentence behind',
    'en',
    split(
      'The film was shown in forty towns and its director was fined.',
      'The film was shown in forty towns.',
      'Its director was fined.',
    ),
    added('An appeal failed in July.'),
    kept('Copies circulate on memory sticks.'),
  ),
  pair(
    'split, among neighbours that were reworded and taken out',
    'en',
    reworded('The airline stopped flying in May 2021.', 'The airline stopped all flights in May 2021.'),
    split(
      'Its aircraft were parked at the old airport, where two of them were stripped for parts.',
      'Its aircraft were parked at the old airport.',
      'Two of them were stripped for parts there.',
    ),
    retired('Pilots found work in Africa.'),
    kept('The brand was sold in 2024.'),
  ),
  pair(
    'kept with a sentence inserted behind it is no split',
    'en',
    kept('Volunteers are trained in camps and are sworn in under the old flag.'),
    added('The oath is spoken in groups of ten.'),
    kept('Training lasts six weeks.'),
  ),
  pair(
    'at a colon',
    'en',
    kept('The committee published its findings on Sunday.'),
    split(
      'They were blunt: the fuel had been stolen by the garrison’s own quartermaster.',
      'They were blunt.',
      'The fuel had been stolen by the garrison’s own quartermaster.',
    ),
    paraAfter,
    kept('The quartermaster was promoted.'),
  ),
])
