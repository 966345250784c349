import { expect, test } from 'vitest'
import { writtenAuthor, writtenTitle } from './title.ts'

test.each([
  'Microsoft Word - minutes_2019.docx',
  'Microsoft PowerPoint - Harbour',
  'cover-fm.indd',
  'Report v2.pdf',
  'Untitled',
  'untitled-3',
  'Document1',
  'PowerPoint Presentation',
  'annual_report_final',
  'Sans titre',
  'Scan',
  '—',
  ' ',
])('%j is not a title', (title) => expect(writtenTitle(title)).toBeNull())

test.each([
  'The harbour in winter',
  'Untitled stories of the coast',
  'Documents of the council',
  'Звіт за 2020 рік',
  'Ferries',
  'Node.js in practice',
])('%j is one', (title) => expect(writtenTitle(title)).toBe(title))

test.each([
  'user',
  'ADMIN',
  'Administrator',
  'Owner',
  'HP',
  'Microsoft Office User',
  'jsmith02',
  'OFFICE\\jsmith',
  'Пользователь',
  '1234',
])('%j is not an author', (author) => expect(writtenAuthor(author)).toBeNull())

test.each(['Ann Lee', 'Viasna', 'District Office', 'Adminska, Olga'])('%j is one', (author) =>
  expect(writtenAuthor(author)).toBe(author),
)
