import { heading, inCategory, item, kept, type LabelledPair, pair, para, reworded } from './labelled-pair.ts'

/** A word or two put otherwise, a clause added or taken away, a name spelt otherwise. */
export const LIGHT_REWORDING: LabelledPair[] = inCategory('light rewording', [
  pair(
    'hedged',
    'en',
    kept('The transmitter went off the air at nine.'),
    reworded('Partisans destroyed its power supply.', 'Partisans reportedly destroyed its power supply.'),
    kept('Broadcasts resumed on Tuesday.'),
  ),
  pair(
    'attribution added in front',
    'en',
    kept('A patrol boat sank off the lighthouse.'),
    reworded('Four sailors drowned.', 'According to the coastguard, four sailors drowned.'),
    kept('The wreck lies at a depth of nine metres.'),
  ),
  pair(
    'pronoun made a name',
    'en',
    kept('Hanna Sakalova ran the bakery until 2019.'),
    reworded('She was arrested in her own shop.', 'Sakalova was arrested in her own shop.'),
    kept('A neighbour filmed the arrest.'),
    reworded('He posted the film the same day.', 'The neighbour posted the film the same day.'),
  ),
  pair(
    'synonyms',
    'en',
    reworded('The crowd began to disperse around midnight.', 'The crowd started to disperse around midnight.'),
    kept('Water cannon stood in a side street.'),
    reworded(
      'The mayor said the city would pay for the broken windows.',
      'The mayor announced that the city would pay for the broken windows.',
    ),
    kept('Glaziers had no glass.'),
  ),
  pair(
    'spelling of a name throughout',
    'en',
    reworded('Lukashenko visited the plant in Svetlogorsk.', 'Łukašenka visited the plant in Svietlahorsk.'),
    kept('Workers had been told to stay at their machines.'),
    reworded('Lukashenko promised new lathes.', 'Łukašenka promised new lathes.'),
    kept('The lathes came from China.'),
  ),
  pair(
    'clause added at the end',
    'en',
    kept('The group has about forty members.'),
    reworded(
      'It publishes a bulletin every month.',
      'It publishes a bulletin every month, which is also read out on a radio station abroad.',
    ),
    kept('Its founder lives in Vilnius.'),
  ),
  pair(
    'aside taken out',
    'en',
    reworded(
      'The colonel, who had served in the same unit since 2004, denied the account.',
      'The colonel denied the account.',
    ),
    kept('No inquiry was held.', 'The account rests on two letters from prison.'),
  ),
  pair(
    'typing errors put right',
    'en',
    reworded('The goverment closed the consulate in Octobre.', 'The government closed the consulate in October.'),
    reworded('Its staff was recieved by the ambasador.', 'Its staff was received by the ambassador.'),
    kept('They returned by train.'),
  ),
  pair(
    'tense and voice of a verb',
    'en',
    kept(heading('Present state')),
    reworded('The plant is employing 300 people.', 'The plant employed 300 people.'),
    reworded('It makes bearings for tractors.', 'It made bearings for tractors.'),
    kept('The roof was repaired in 2016.'),
  ),
  pair(
    'claimed instead of said, in one of three like sentences',
    'en',
    kept('The ministry said that the drone had been intercepted.'),
    reworded(
      'The operator said that the drone had reached its target.',
      'The operator claimed that the drone had reached its target.',
    ),
    kept('A resident said that the drone had hit a shed.'),
  ),
  pair(
    'not added: the sense is reversed, the claim is the same',
    'en',
    kept('The reactor building was searched in May.'),
    reworded('Explosives were found in the basement.', 'Explosives were not found in the basement.'),
    kept('The search took six hours.'),
  ),
  pair(
    'heading and list item touched up',
    'en',
    reworded(heading('Reactions'), heading('Reactions abroad')),
    kept('Several governments responded within a day.'),
    reworded(item('Poland called for an inquiry'), item('Poland called for an international inquiry')),
    kept(item('Latvia recalled its ambassador')),
    reworded(item('Norway expressed concern'), item('Norway expressed its concern')),
    para,
    kept('Others kept silent.'),
  ),
])
