import { expect, test } from 'vitest'
import { type SectionedBlock, sectionChanges, sectionNames } from './section.ts'

const heading = (text: string, number?: number): SectionedBlock => ({
  kind: 'heading',
  claims: [{ text, from: number === undefined ? [] : [number] }],
})
const paragraph = (...numbers: number[]): SectionedBlock => ({
  kind: 'paragraph',
  claims: numbers.map((number) => ({ text: `Claim ${number}. `, from: [number] })),
})
const field: SectionedBlock = { kind: 'infobox_field', label: 'Killed', claims: [{ text: '23', from: [9] }] }

test('is that of the heading before, the infobox, or the lead', () => {
  const blocks = [field, paragraph(1), heading('2020', 2), paragraph(3), heading(' ', 4)]
  expect(sectionNames(blocks).map(({ title }) => title)).toEqual(['Infobox', 'Lead', '2020', '2020', 'Untitled'])
})

test('finds the claims that are under another heading now', () => {
  const before = [paragraph(1), heading('2020', 2), paragraph(3, 4), heading('2021', 5), paragraph(6)]
  const after = [
    heading('The year 2020', 2),
    paragraph(4),
    heading('2021', 5),
    paragraph(6, 3),
    heading('2022'),
    paragraph(1),
  ]
  expect([...sectionChanges(before, after)]).toEqual([
    [3, { before: '2020', after: '2021' }],
    [1, { before: 'Lead', after: '2022' }],
  ])
})

test('leaves out what was split or merged, and headings themselves', () => {
  const before = [paragraph(1, 2), heading('2020', 3), paragraph(4)]
  const merged: SectionedBlock = { kind: 'paragraph', claims: [{ text: 'Both. ', from: [1, 2] }] }
  const after = [heading('2020', 3), merged, paragraph(4), paragraph(4)]
  expect(sectionChanges(before, after).size).toBe(0)
})
