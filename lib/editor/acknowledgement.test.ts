import { createEncoder, toUint8Array, writeVarString, writeVarUint } from 'lib0/encoding'
import { expect, test } from 'vitest'
import { Acknowledgement } from './acknowledgement.ts'

const message = (...numbers: number[]) => {
  const encoder = createEncoder()
  writeVarString(encoder, 'an article')
  for (const number of numbers) writeVarUint(encoder, number)
  return toUint8Array(encoder)
}
const [QUESTION, ANSWER, UPDATE] = [message(0, 0), message(0, 1, 2), message(0, 2, 2)]
const [TAKEN, REFUSED, AWARENESS] = [message(8, 1), message(8, 0), message(1, 4)]

type Happening = ['sent' | 'received', Uint8Array]
const sent = (one: Uint8Array): Happening => ['sent', one]
const received = (one: Uint8Array): Happening => ['received', one]

test.each<[string, boolean, Happening[]]>([
  ['nothing was sent yet', false, []],
  ['the question was answered', false, [sent(ANSWER)]],
  ['and the answer was taken in', true, [sent(ANSWER), received(TAKEN)]],
  ['something was typed since', false, [sent(ANSWER), received(TAKEN), sent(UPDATE)]],
  ['it was refused', false, [sent(ANSWER), received(REFUSED)]],
  [
    'a later change was acknowledged before the question was answered',
    false,
    [sent(QUESTION), sent(UPDATE), received(TAKEN)],
  ],
  [
    'where people are, and the pulse, need no acknowledgement',
    true,
    [sent(ANSWER), sent(AWARENESS), received(new Uint8Array([9])), received(TAKEN)],
  ],
])('%s: %s', (_, complete, happenings) => {
  const to = new Acknowledgement()
  for (const [way, one] of happenings) way === 'sent' ? to.noteSent(one) : to.noteReceived(one)
  expect(to.isComplete).toBe(complete)
})
