import { expect, test } from 'vitest'
import { countsOf } from '../text/searchable.ts'
import { unexplained } from './noise.ts'

const counts = countsOf(
  `${'the hill and the mill of minsk and of pinsk were seen. '.repeat(5)}${'the '.repeat(90)}thc thc`,
)

test.each([
  ['the mill was seen', 'the rnill vvas secn', 0],
  ['the mill was seen', 'thc mill was seen', 0],
  ['the mill was seen', 'themill was seen', 0],
  ['the mill was seen', 'the mi\u00adll was seen', 0],
  ['the mill was seen', 'the hill was seen', 1],
  ['seen in Minsk', 'seen in Pinsk', 1],
  ['seen in Minsk', 'seen in Mimsk', 0],
  ['12 were seen', '17 were seen', 1],
  ['12 were seen', '1Z were seen', 1],
  ['Side1 was seen', 'Side5 was seen', 1],
  ['he was killed', 'he was ki1led', 0],
  ['it was seen', 'it was not seen', 1],
  ['seen by all', 'seen by', 1],
])('%j read as %j: %d', (quote, passage, count) => expect(unexplained(quote, passage, counts)).toBe(count))
