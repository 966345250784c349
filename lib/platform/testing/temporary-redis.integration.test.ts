import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { connect } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, expect, test, vi } from 'vitest'
import { isFree } from '../postgres/ports.ts'
import { identifyProcess } from '../postgres/process-identity.ts'
import { findRedis } from './redis-program.ts'
import { openTemporaryRedis } from './temporary-redis.ts'

afterEach(() => vi.unstubAllEnvs())

async function ask(url: string, command: string): Promise<string> {
  const { hostname, port } = new URL(url)
  const socket = connect(Number(port), hostname)
  socket.end(`${command}\r\n`)
  let answer = ''
  for await (const chunk of socket) answer += String(chunk)
  return answer
}

test('a Redis answers, is the process it says it is, and is gone when it is closed', async () => {
  const redis = await openTemporaryRedis()
  const other = await openTemporaryRedis()
  expect(await ask(redis.url, 'PING')).toBe('+PONG\r\n')
  expect(await ask(redis.url, 'INFO server')).toContain(`process_id:${redis.pid}\r\n`)
  expect(await ask(redis.url, 'CONFIG GET save')).toBe('*2\r\n$4\r\nsave\r\n$0\r\n\r\n')
  await redis.close()
  expect(identifyProcess(redis.pid)).toBeUndefined()
  expect(await isFree(Number(new URL(redis.url).port))).toBe(true)
  expect(await ask(other.url, 'PING')).toBe('+PONG\r\n')
  await other.close()
})

test('closing one that was killed is no fault', async () => {
  const redis = await openTemporaryRedis()
  process.kill(redis.pid, 'SIGKILL')
  await redis.close()
  await redis.close()
})

test('it ends with the process that opened it, even one that was killed', async () => {
  const script = `import { openTemporaryRedis } from '${import.meta.dirname}/temporary-redis.ts'
    console.log((await openTemporaryRedis()).pid); setInterval(() => {}, 1000)`
  const flags = ['--import', import.meta.resolve('tsx'), '--input-type=module', '-e', script]
  const opener = spawn(process.execPath, flags, { stdio: ['ignore', 'pipe', 'inherit'] })
  const [said] = (await once(opener.stdout, 'data')) as [Buffer]
  const pid = Number(String(said))
  expect(identifyProcess(pid)).toBeDefined()
  opener.kill('SIGKILL')
  for (const deadline = Date.now() + 10_000; identifyProcess(pid) && Date.now() < deadline; ) await wait(20)
  expect(identifyProcess(pid)).toBeUndefined()
})

test('a program that is none is told in words', async () => {
  await expect(findRedis('/nowhere/redis')).rejects.toThrow('ATTEST_REDIS names "/nowhere/redis"')
  vi.stubEnv('PATH', '/nowhere')
  await expect(findRedis('')).rejects.toThrow('Install redis-server, or name one in ATTEST_REDIS.')
})
