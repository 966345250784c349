import { expect, test } from 'vitest'
import { type Row, situation, told } from '../testing/situation.ts'
import { reconcile } from './reconcile.ts'

/** Infobox, headings, lists, quotations; copies; sections that change places. */
const EDITS: Record<string, Row[]> = {
  'a value changes under its label': [
    ['~', '|Fatalities: 3', '|Fatalities: 5'],
    ['=', '|Injuries: 3'],
    ['~', '|Status: Ongoing', '|Status: Ended'],
  ],
  'values change places under their labels': [
    ['~', '|Killed: 3', '|Killed: 5'],
    ['~', '|Wounded: 5', '|Wounded: 3'],
  ],
  'a field taken out whose value another field has': [
    ['=', '|Place: Minsk'],
    ['-', '|Killed: 3'],
    ['=', '|Missing: 3'],
  ],
  'fields in another order': [
    ['=', '|Date: 9 August 2020'],
    ['<', '|Place: Minsk'],
    ['=', '|Methods: Marches, strikes and the blocking of railway lines'],
    ['>', '|Place: Minsk'],
  ],
  'a heading renamed in its place': [
    ['=', '== Background'],
    ['=', 'Rails were taken up at night.'],
    ['~', '== The rail war', '== Railway sabotage (rail war)'],
    ['=', 'Eleven relay cabinets were burned.'],
  ],
  'a heading with nothing in common over the same section': [
    ['=', '== Origins'],
    ['=', 'It began in a garage.'],
    ['~', '== Reception', '== Press'],
    ['=', 'Critics were divided.'],
  ],
  'a heading taken out, its section left': [
    ['=', '== Origins'],
    ['=', 'It began in a garage.'],
    ['-', '== Reception'],
    ['=', 'Critics were divided.'],
    ['*', '== Sources'],
  ],
  'a section taken out with its heading': [
    ['=', '== Origins'],
    ['=', 'It began in a garage.'],
    ['-', '== Reception'],
    ['-', 'Critics were divided.'],
    ['=', '== Members'],
    ['=', 'There are about forty.'],
  ],
  'items of a list added at both ends': [
    ['=', 'Members of the council:'],
    ['*', '- Iryna Bahdan, spokeswoman'],
    ['=', '- Pavel Latushko, head'],
    ['~', '- Alina Koushyk, culture', '- Alina Koushyk, national revival'],
    ['=', '- Valery Kavaleuski, foreign affairs'],
    ['*', '- Valery Sakhashchyk, defence'],
  ],
  'a sentence becomes a quotation': [
    ['=', 'The commander addressed the volunteers.'],
    ['=', '> Without a free Ukraine there will be no free Belarus.'],
    ['=', 'They answered with the old motto.'],
  ],
  'a paragraph broken in two and two joined move nothing': [
    ['=', 'One stood at the gate.'],
    ['=', 'Two sat in the van.'],
    ['=', '¶Three went in by the back door.'],
    ['=', 'Nobody heard them.'],
  ],
  'a copy pasted far below': [
    ['=', 'The warehouse burned down on Sunday.'],
    ['=', 'It had stored uniforms.'],
    ['=', '¶The army rebuilt it.'],
    ['*', 'The warehouse burned down on Sunday.'],
  ],
  'a copy pasted above the original': [
    ['*', 'It had stored uniforms.'],
    ['=', '¶The warehouse burned down on Sunday.'],
    ['=', 'It had stored uniforms.'],
    ['=', 'The army rebuilt it.'],
  ],
  'the first of two copies taken out': [
    ['=', '== March'],
    ['-', 'No losses were reported.'],
    ['=', 'Two columns crossed the river.'],
    ['=', '== April'],
    ['=', 'The front was quiet.'],
    ['=', 'No losses were reported.'],
  ],
  'three copies, the middle one reworded': [
    ['=', '== May'],
    ['=', 'No losses were reported.'],
    ['=', '== June'],
    ['~', 'No losses were reported.', 'No serious losses were reported.'],
    ['=', '== July'],
    ['=', 'No losses were reported.'],
  ],
  'sections swapped: the shorter moved, also where it was reworded': [
    ['<', '== Funding'],
    ['<', 'The group lives on donations.', 'The group lives on small donations.'],
    ['=', '== Operations'],
    ['=', 'Its first operation was the burning of a relay cabinet near Asipovichy.'],
    ['=', 'Its second stopped the line from Homel to Zhlobin for eleven hours.'],
    ['>', '== Funding'],
    ['>', 'The group lives on small donations.'],
  ],
  'a sentence carried past a heading': [
    ['=', '== Arrests'],
    ['=', 'Three men were shot in the knees.'],
    ['<', 'They were shown on television with bandaged legs, which the ministry called a lesson.'],
    ['=', '== Trials'],
    ['=', 'The court sat in Homel.'],
    ['>', 'They were shown on television with bandaged legs, which the ministry called a lesson.'],
  ],
  'all of it new': [
    ['*', '== Title'],
    ['*', 'One sentence.'],
  ],
  'all of it gone': [
    ['-', '== Title'],
    ['-', 'One sentence.'],
  ],
}

test.each(Object.entries(EDITS))('%s', (_, rows) => {
  const { before, after, expected } = situation(rows)
  expect(told(reconcile(before, after), before, after)).toEqual(expected)
})
