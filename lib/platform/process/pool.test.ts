import { readFileSync } from 'node:fs'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { BoundedFault } from './bounded-process.ts'
import { PoolBusy, ProcessPool } from './pool.ts'

const open: ProcessPool[] = []
function pool(most = 1, mostWaiting = 10) {
  const made = new ProcessPool({ program: 'lib/platform/testing/echo-program.ts', memoryMb: 64, most, mostWaiting })
  open.push(made)
  return made
}
afterEach(async () => {
  await Promise.all(open.splice(0).map((each) => each.close()))
})

const LONG = 30_000
const ask = (from: ProcessPool, what: string, milliseconds = LONG) => from.ask({ do: what }, milliseconds)
const codeOf = (answer: Promise<unknown>) =>
  answer.then(
    () => 'answered',
    (error: unknown) => (error instanceof BoundedFault ? error.code : String(error)),
  )

describe('a pool of bounded processes', () => {
  test('keeps a process for the next question', async () => {
    const from = pool()
    expect(await ask(from, 'number')).toBe(await ask(from, 'number'))
  })
  test.each([
    ['hang', 'too_long', 300],
    ['buffers', 'too_much_memory', LONG],
    ['objects', 'too_much_memory', LONG],
    ['exit', 'died', LONG],
    ['fail', 'failed', LONG],
  ] as const)('ends one that is told to %s, says %s, and answers the next', async (what, code, milliseconds) => {
    const from = pool()
    const before = await ask(from, 'number')
    expect(await codeOf(ask(from, what, milliseconds))).toBe(code)
    expect(isRunning(before)).toBe(false)
    expect(await ask(from, 'number')).not.toBe(before)
  })
  test('never runs more than it may, and refuses what would wait too long', async () => {
    const from = pool(2, 2)
    const asked = Array.from({ length: 5 }, () => ask(from, 'number').then(String, (error) => error.constructor))
    const answers = await Promise.all(asked)
    expect(answers.filter((answer) => answer === PoolBusy)).toHaveLength(1)
    expect(new Set(answers).size).toBeLessThanOrEqual(3)
  })
  test('may write no file, start no process, and sees no environment', async () => {
    const from = pool()
    expect(await ask(from, 'write')).toBe('ERR_ACCESS_DENIED')
    expect(await ask(from, 'start')).toBe('ERR_ACCESS_DENIED')
    expect(await ask(from, 'environment')).not.toContain('HOME')
  })
  test.runIf(process.platform === 'linux')('is bound by the operating system, and yields to the server', async () => {
    const number = await ask(pool(), 'number')
    const limits = readFileSync(`/proc/${number}/limits`, 'utf8')
    expect(limits).toMatch(/Max data size\s+7\d{8}\s/)
    expect(limits).toMatch(/Max cpu time\s+900\s/)
    expect(readFileSync(`/proc/${number}/stat`, 'utf8').split(') ')[1]?.split(' ')[16]).toBe('10')
  })
})

function isRunning(number: unknown): boolean {
  try {
    process.kill(Number(number), 0)
    return true
  } catch {
    return false
  }
}

afterAll(() => expect(open).toHaveLength(0))
