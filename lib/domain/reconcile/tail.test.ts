import { expect, test } from 'vitest'
import { facing } from '../testing/facing.ts'
import { shareOnlyTail } from './tail.ts'

const only = (old: string, now: string) => {
  const { terms } = facing([old], [now])
  const [one, other] = [terms.before[0], terms.after[0]]
  return one !== undefined && other !== undefined && shareOnlyTail(one, other)
}
const OLD = 'Police arrested the mayor of Sarn over the sale of the old harbour.'

test('another beginning and the same end is another statement', () => {
  expect(only(OLD, 'Voters will choose someone new after the mayor of Sarn and the sale of the old harbour.')).toBe(
    true,
  )
})

test.each([
  ['what it began with is still told', 'The mayor of Sarn was arrested over the sale of the old harbour by police.'],
  ['a source is named', 'According to two lawyers, the mayor of Sarn made a profit from the sale of the old harbour.'],
  ['it is short', 'Voters choose again after the sale.'],
  ['nothing is shared', 'Voters choose someone new today because winter storms broke another bridge.'],
])('it is not where %s', (_, now) => expect(only(OLD, now)).toBe(false))
