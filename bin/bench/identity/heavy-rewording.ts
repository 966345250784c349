import { added, heading, inCategory, kept, type LabelledPair, pair, reworded } from './labelled-pair.ts'

/** Recast from the ground up, and yet plainly the same statement about the same event. */
export const HEAVY_REWORDING: LabelledPair[] = inCategory('heavy rewording', [
  pair(
    'active made passive',
    'en',
    kept('The night of 26 February was clear.'),
    reworded(
      'Two small drones damaged the radar aircraft on the apron at Machulishchy.',
      'On the apron at Machulishchy the radar aircraft was damaged by two small drones.',
    ),
    kept('It was flown out a week later.'),
  ),
  pair(
    'clauses turned round',
    'en',
    reworded(
      'Because the signal boxes had been burned, trains could only run in daylight.',
      'Trains could run only in daylight, the signal boxes having been burned.',
    ),
    kept('Drivers were paid double.'),
    reworded(
      'When the frost came, the army took over the crossing.',
      'The army took over the crossing once the frost had come.',
    ),
  ),
  pair(
    'newspaper style made encyclopaedic',
    'en',
    kept('The trial opened on Monday.'),
    reworded(
      'A court on Friday slapped five years on the teacher Alena Hryb for sharing a protest leaflet.',
      'On Friday the teacher Alena Hryb was sentenced by the court to five years for sharing a protest leaflet.',
    ),
    kept('She is held in Homel.'),
  ),
  pair(
    'condensed to half',
    'en',
    kept('The ferry was built in Szczecin.'),
    reworded(
      'In the course of the winter of 2022 the ferry was on several occasions used in order to carry fuel to the island garrison.',
      'In winter 2022 the ferry several times carried fuel to the island garrison.',
    ),
    kept('It was scrapped the year after.'),
  ),
  pair(
    'expanded with the circumstances',
    'en',
    kept('The archive was moved to Warsaw.'),
    reworded(
      'Customs seized eleven boxes at the Brest crossing.',
      'Late at night, and after a quarrel over the papers, customs officers at the Brest crossing seized eleven boxes of the archive.',
    ),
    kept('They were never returned.'),
  ),
  pair(
    'reported speech for a quotation',
    'en',
    kept('Zianon Karpuk led the cell in Lida.'),
    reworded(
      'Karpuk said: “We never aimed at people, only at transformers.”',
      'Karpuk said that they had aimed only at transformers and never at people.',
    ),
    kept('He left the country in June.'),
  ),
  pair(
    'subject and figures kept, everything else recast',
    'en',
    reworded(
      'The fire at the Asipovichy depot destroyed 18 tank wagons and 900 tonnes of diesel.',
      'Some 900 tonnes of diesel and 18 tank wagons were lost in the fire at the Asipovichy depot.',
    ),
    kept('The smoke was seen from Babruisk.'),
    added('The depot had no alarm.'),
  ),
  pair(
    'recast among unchanged neighbours on the same subject',
    'en',
    kept(heading('Hackers'), 'The hackers first struck the railway in January.'),
    reworded(
      'They encrypted the servers that hold the timetables, so tickets had to be written by hand.',
      'Tickets had to be written by hand, as the servers holding the timetables had been encrypted by them.',
    ),
    kept('They asked for the release of fifty prisoners.', 'The railway did not answer.'),
  ),
  pair(
    'two recast next to each other',
    'en',
    reworded(
      'The governor of the region, Piotr Lis, resigned after the flood.',
      'After the flood Piotr Lis stepped down as governor of the region.',
    ),
    reworded(
      'His successor ordered the dam at Stary Most to be raised by two metres.',
      'The dam at Stary Most was raised by two metres on the orders of the new governor.',
    ),
    kept('Work took three summers.'),
  ),
  pair(
    'names given in full, order changed',
    'en',
    reworded(
      'Tsikhanouskaya and Latushko signed the agreement in Brussels on 9 August.',
      'The agreement was signed on 9 August by Pavel Latushko and Sviatlana Tsikhanouskaya in Brussels.',
    ),
    kept('It has seven articles.', 'The third is secret.'),
  ),
])
