import { Socket, type TcpNetConnectOpts } from 'node:net'
import { expect, test } from 'vitest'
import { directRoute } from './route.ts'

/** Stands in for the network: remembers what it was to connect to, and says that it did. */
function network(remoteAddress: string) {
  const opened: TcpNetConnectOpts[] = []
  const connect = (options: TcpNetConnectOpts) => {
    opened.push(options)
    const socket = new Socket()
    Object.defineProperty(socket, 'remoteAddress', { value: remoteAddress })
    setImmediate(() => socket.emit('connect'))
    return socket
  }
  return { opened, connect }
}

const target = { host: 'site.example.org', port: 443, isAllowed: false }
const life = new AbortController().signal

test('a name that answers publicly first and privately then is asked once and pinned', async () => {
  let asked = 0
  const ask = async () => [{ address: asked++ === 0 ? '93.184.216.34' : '127.0.0.1', family: 4 }]
  const { opened, connect } = network('93.184.216.34')
  await directRoute(ask, connect)(target, life)
  const [options] = opened
  const answers = [true, false, true].map((all) => {
    let answer: unknown
    options?.lookup?.('site.example.org', { all }, (_error, address) => {
      answer = address
    })
    return answer
  })
  expect(answers).toEqual([
    [{ address: '93.184.216.34', family: 4 }],
    '93.184.216.34',
    [{ address: '93.184.216.34', family: 4 }],
  ])
  expect(asked).toBe(1)
})

test('should a connection end up inside all the same, it is left before a byte is sent', async () => {
  const { connect } = network('127.0.0.1')
  let left: Socket | undefined
  const watched = (options: TcpNetConnectOpts) => {
    left = connect(options)
    return left
  }
  const route = directRoute(async () => [{ address: '93.184.216.34', family: 4 }], watched)
  await expect(route(target, life)).rejects.toMatchObject({ code: 'refused' })
  expect(left?.destroyed).toBe(true)
})

test('an address inside is refused without any socket', async () => {
  const { opened, connect } = network('127.0.0.1')
  const route = directRoute(() => Promise.reject(new Error('asked')), connect)
  for (const host of ['127.0.0.1', '::1', 'fe80::1', '10.0.0.1'])
    await expect(route({ ...target, host }, life)).rejects.toMatchObject({ code: 'refused' })
  expect(opened).toEqual([])
})
