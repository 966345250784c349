import type { IncomingMessage } from 'node:http'
import { expect, test } from 'vitest'
import { isProxy, NETWORK_HEADER, nameNetwork, networkOf, readProxies } from './network.ts'

const PROXY = readProxies('10.0.0.0/8, 2001:db8:9::1, 127.0.0.1')

test.each([
  ['203.0.113.7', undefined, [], '203.0.113.7'],
  ['::ffff:203.0.113.7', undefined, [], '203.0.113.7'],
  ['2001:db8:1:2:3:4:5:6', undefined, [], '2001:db8:1:2::/64'],
  ['2001:db8:1:2:ffff::1', undefined, [], '2001:db8:1:2::/64'],
  ['fe80::1%eth0', undefined, [], 'fe80:0:0:0::/64'],
  // No proxy is trusted: what the request says about itself does not count.
  ['203.0.113.7', '198.51.100.1', [], '203.0.113.7'],
  ['10.0.0.2', '198.51.100.1', [], '10.0.0.2'],
  // The peer is not the proxy.
  ['203.0.113.7', '198.51.100.1', PROXY, '203.0.113.7'],
  ['10.0.0.2', '198.51.100.1', PROXY, '198.51.100.1'],
  ['10.0.0.2', '192.0.2.99, 198.51.100.1', PROXY, '198.51.100.1'],
  ['10.0.0.2', '192.0.2.99, 198.51.100.1, 10.1.1.1', PROXY, '198.51.100.1'],
  ['2001:db8:9::1', '2001:db8:7:7::1', PROXY, '2001:db8:7:7::/64'],
  ['10.0.0.2', '[2001:db8:7:7::1]:4711', PROXY, '2001:db8:7:7::/64'],
  ['10.0.0.2', '198.51.100.1:4711', PROXY, '198.51.100.1'],
  ['10.0.0.2', 'unknown', PROXY, '10.0.0.2'],
  ['10.0.0.2', '192.0.2.99, evil', PROXY, '10.0.0.2'],
  ['10.0.0.2', undefined, PROXY, '10.0.0.2'],
  [undefined, '198.51.100.1', PROXY, ''],
] as const)('%s with %j', (peer, forwarded, proxies, network) =>
  expect(networkOf(peer, forwarded, proxies)).toBe(network),
)

test.each([
  ['10.200.3.4', true],
  ['::ffff:127.0.0.1', true],
  ['2001:db8:9::1', true],
  ['2001:db8:9::2', false],
  ['203.0.113.7', false],
  ['', false],
  [undefined, false],
])('%s is a proxy: %s', (address, expected) => expect(isProxy(address, PROXY)).toBe(expected))

test.each(['10.0.0.0/33', 'proxy.example', '1.2.3', '10.0.0.1, *'])('ATTEST_TRUST_PROXY=%s is refused', (text) =>
  expect(() => readProxies(text)).toThrow(/is not an address/),
)

test('what goes on names no address, and a request cannot choose it', () => {
  const asked = (remoteAddress: string, headers: Record<string, string>) => {
    const request = { headers, socket: { remoteAddress } } as unknown as IncomingMessage
    nameNetwork(request, [])
    return request.headers
  }
  const one = asked('203.0.113.7', {
    [NETWORK_HEADER]: 'mine',
    'x-forwarded-for': '192.0.2.1',
    'x-real-ip': '192.0.2.1',
  })
  expect(Object.keys(one)).toEqual([NETWORK_HEADER])
  expect(one[NETWORK_HEADER]).toMatch(/^[\w-]{43}$/)
  expect(asked('203.0.113.7', {})[NETWORK_HEADER]).toBe(one[NETWORK_HEADER])
  expect(asked('203.0.113.8', {})[NETWORK_HEADER]).not.toBe(one[NETWORK_HEADER])
})
