import { expect, test } from 'vitest'
import { doiKey, doiOfAddress } from './doi.ts'

test.each([
  ['10.1000/XYZ123', '10.1000/xyz123'],
  [' doi:10.1000/182 ', '10.1000/182'],
  ['DOI: 10.1000/182', '10.1000/182'],
  ['DOI 10.1000/182', '10.1000/182'],
  ['urn:doi:10.1000/182', '10.1000/182'],
  ['https://doi.org/10.1000/182', '10.1000/182'],
  ['http://dx.doi.org/10.1000/182', '10.1000/182'],
  ['doi.org/10.1000/182', '10.1000/182'],
  [
    'https://doi.org/10.1002/(SICI)1096-8644(199601)99:1%3C1::AID%3E3.0.CO;2-1',
    '10.1002/(sici)1096-8644(199601)99:1<1::aid>3.0.co;2-1',
  ],
  ['https://doi.org/10.1000/182?utm_source=x', '10.1000/182'],
  ['10.1000.10/123', '10.1000.10/123'],
  ['10.1000', null],
  ['10.12/ab', null],
  ['11.1000/182', null],
  ['https://example.org/10.1000/182', null],
  ['https://doi.org/', null],
  ['https://doi.org/10.1000/%', null],
  ['10.1000/a b', null],
  ['', null],
])('%j: %j', (text, doi) => expect(doiKey(text)).toBe(doi))

test('only the resolver’s own addresses', () => expect(doiOfAddress('https://notdoi.org/10.1000/182')).toBe(null))
