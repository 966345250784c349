import { expect, test } from 'vitest'
import { atOnce } from './step.ts'

test('runs to the end, in order, and gives what comes out', () => {
  const done: string[] = []
  function* work(): Generator<void, number> {
    done.push('first')
    yield
    done.push('second')
    yield
    return done.length
  }
  expect(atOnce(work())).toBe(2)
  expect(done).toEqual(['first', 'second'])
})

test('fails as the work fails', () => {
  // biome-ignore lint/correctness/useYield: it fails before its first pause
  function* work(): Generator<void, never> {
    throw new Error('no words')
  }
  expect(() => atOnce(work())).toThrow('no words')
})
