import { expect, test } from 'vitest'
import { facing } from '../testing/facing.ts'
import { withoutTails } from './lead.ts'

const LEAD = 'The union called a strike at the Lund mill over the plan to cut jobs.'
const words = (olds: string[], news: string[]) => {
  const { evidence, grouping } = facing(olds, news)
  return withoutTails(evidence, grouping)[0]?.forms.map(({ text }) => text)
}

test('the tail a new lead took over is left out where the old lead is told again behind it', () => {
  const now = ['The owners of the Lund mill withdrew the plan to cut jobs.', 'The union had called it on Monday.']
  expect(words([LEAD], now)).toEqual(['union', 'called', 'a', 'strike', 'at', 'over'])
})

test.each<[string, string[]]>([
  ['nothing tells it again', ['The owners of the Lund mill withdrew the plan to cut jobs.', 'It is late.']],
  ['it comes first', ['The union called it on Monday.', 'The owners of the Lund mill withdrew the plan to cut jobs.']],
  [
    'two tell it again',
    ['The owners of the Lund mill withdrew a plan.', 'The union called.', 'The union had called it.'],
  ],
  ['the new one tells it too', ['The union called a strike at the Lund mill.', 'The union called it over the plan.']],
])('all of it stays where %s', (_, now) => {
  expect(words([LEAD], now)?.length).toBe(15)
})
