import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { withLock } from './lock-file.ts'

const folder = mkdtempSync(join(tmpdir(), 'attest-lock-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('only one at a time is inside', async () => {
  const file = join(folder, 'busy.lock')
  let inside = 0
  let most = 0
  const work = async () => {
    most = Math.max(most, ++inside)
    await wait(5)
    inside--
  }
  await Promise.all(Array.from({ length: 8 }, () => withLock(file, work)))
  expect(most).toBe(1)
  expect(existsSync(file)).toBe(false)
})

test('the lock of a process that is gone is taken over', async () => {
  const file = join(folder, 'stale.lock')
  // This process's number with another start time: what a number looks like that was given out again.
  writeFileSync(file, `${process.pid} 1`)
  expect(await withLock(file, async () => 'in')).toBe('in')
})

test('the lock is given back when the work fails', async () => {
  const file = join(folder, 'failed.lock')
  await expect(withLock(file, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(existsSync(file)).toBe(false)
})
