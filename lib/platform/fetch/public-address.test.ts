import { describe, expect, test } from 'vitest'
import { hostAndPort, hostRefusal, isPublicAddress } from './public-address.ts'

/** Everything a browser, a resolver or a careless parser might take for a place inside. */
const refusedAddresses = [
  // This machine, in all its spellings.
  'http://127.0.0.1/',
  'http://127.0.0.1:8080/',
  'http://127.1/',
  'http://127.0.1/',
  'http://127.255.255.254/',
  'http://2130706433/',
  'http://017700000001/',
  'http://0x7f000001/',
  'http://0x7f.1/',
  'http://0x7f.0.0.1/',
  'http://0177.0.0.1/',
  'http://0177.0x0.0.1/',
  'http://127.0.0.1./',
  'http://127。0。0。1/',
  'http://127.0.0.1/',
  'http://①②⑦.0.0.1/',
  'http://%31%32%37.0.0.1/',
  'http://127.0.0.1%2f/',
  'http://0/',
  'http://0.0.0.0/',
  'http://0.1.2.3/',
  'http://[::1]/',
  'http://[::]/',
  'http://[0:0:0:0:0:0:0:1]/',
  'http://[::ffff:127.0.0.1]/',
  'http://[::ffff:7f00:1]/',
  'http://[0:0:0:0:0:ffff:127.0.0.1]/',
  'http://[::127.0.0.1]/',
  'http://[::7f00:1]/',
  'http://[::ffff:0:127.0.0.1]/',
  'http://localhost/',
  'http://LOCALHOST/',
  'http://localhost./',
  'http://localhost../',
  'http://ⓛocalhost/',
  'http://anything.localhost/',
  'http://localhost.localdomain/',
  // This house.
  'http://10.0.0.1/',
  'http://10.255.255.255/',
  'http://167772161/',
  'http://172.16.0.1/',
  'http://172.31.255.255/',
  'http://192.168.0.1/',
  'http://0xc0a80001/',
  'http://192.168.257/',
  'http://100.64.0.1/',
  'http://100.127.255.255/',
  'http://[fc00::1]/',
  'http://[fd12:3456:789a::1]/',
  'http://[fec0::1]/',
  'http://[::ffff:10.0.0.1]/',
  'http://[::ffff:192.168.1.1]/',
  'http://printer/',
  'http://printer.local/',
  'http://db.internal/',
  'http://db.internal./',
  'http://router.home.arpa/',
  'http://nas.lan/',
  'http://wiki.corp/',
  // The machine's own keeper in a cloud.
  'http://169.254.169.254/latest/meta-data/',
  'http://2852039166/',
  'http://0xa9fea9fe/',
  'http://0251.0376.0251.0376/',
  'http://[::ffff:169.254.169.254]/',
  'http://[::ffff:a9fe:a9fe]/',
  'http://[fd00:ec2::254]/',
  'http://100.100.100.200/',
  'http://168.63.129.16/',
  'http://192.0.0.192/',
  'http://metadata.google.internal/',
  'http://metadata/',
  // The link, everyone at once, and what is set aside.
  'http://169.254.0.1/',
  'http://[fe80::1]/',
  'http://224.0.0.1/',
  'http://239.255.255.255/',
  'http://[ff02::1]/',
  'http://255.255.255.255/',
  'http://240.0.0.1/',
  'http://192.0.0.1/',
  'http://192.0.2.1/',
  'http://198.51.100.1/',
  'http://203.0.113.1/',
  'http://198.18.0.1/',
  'http://198.19.255.255/',
  'http://192.88.99.1/',
  'http://[100::1]/',
  'http://[2001:db8::1]/',
  'http://[3fff::1]/',
  'http://[5f00::1]/',
  'http://[4000::1]/',
  // One family inside the other.
  'http://[2002:7f00:1::]/',
  'http://[2002:a9fe:a9fe::1]/',
  'http://[64:ff9b::127.0.0.1]/',
  'http://[64:ff9b::a9fe:a9fe]/',
  'http://[64:ff9b:1::1]/',
  'http://[2001:0:4136:e378:8000:63bf:3fff:fdd2]/',
  'http://[2001:10::1]/',
  'http://[2001:20::1]/',
  'http://[2001:2::1]/',
  // A host that is not where the eye looks for it.
  'http://example.org@127.0.0.1/',
  'http://reader@example.org/',
  'http://reader:word@example.org/',
  'http://127.0.0.1:80\\@example.org/',
  'http://127.0.0.1#@example.org/',
  'http://127.0.0.1?@example.org/',
  'http:127.0.0.1/',
  'http:/127.0.0.1/',
  'http:\\\\127.0.0.1\\',
  'http://\t127.0.0.1/',
  // Other ways out than the web.
  'file:///etc/passwd',
  'ftp://example.org/',
  'gopher://example.org:70/_x',
  'data:text/html,x',
  'javascript:alert(1)',
  'blob:https://example.org/x',
  'ws://example.org/',
  'view-source:http://example.org/',
  'about:blank',
  'http://example.org:22/',
  'http://example.org:25/',
  'http://example.org:6667/',
  'http://example.org:0/',
  // Names no one outside can know.
  'http://abcdefghijklmnop.onion/',
  'http://site.test/',
  'http://site.invalid/',
  'http://1.0.0.127.in-addr.arpa/',
]

const acceptedAddresses = [
  'http://example.org/',
  'https://example.org/a?b#c',
  'https://example.org./',
  'https://EXAMPLE.org:8443/',
  'http://93.184.216.34/',
  'http://1572395042/',
  'http://8.8.8.8/',
  'http://100.63.255.255/',
  'http://100.128.0.1/',
  'http://172.15.0.1/',
  'http://172.32.0.1/',
  'http://192.0.1.1/',
  'http://198.17.0.1/',
  'http://223.255.255.255/',
  'http://[2001:4860:4860::8888]/',
  'http://[2606:4700:4700::1111]/',
  'http://[2a00:1450:4001:81b::200e]/',
  'https://xn--d1acpjx3f.xn--p1ai/',
  'https://президент.рф/',
  'https://localhost.example.org/',
  'https://local.ch/',
  'https://127.0.0.1.nip.io/',
]

const read = (address: string) => (URL.canParse(address) ? hostRefusal(new URL(address)) : 'not an address')

describe('what may be fetched', () => {
  test('the table is long', () => expect(new Set(refusedAddresses).size).toBeGreaterThan(100))
  test.each(refusedAddresses)('not %s', (address) => expect(read(address)).toMatch(/\S/))
  test.each(acceptedAddresses)('but %s', (address) => expect(read(address)).toBeNull())

  test('an onion address only through SOCKS', () => {
    const onion = new URL('http://abcdefghijklmnop.onion/')
    expect(hostRefusal(onion)).toContain('SOCKS')
    expect(hostRefusal(onion, true)).toBeNull()
    expect(hostRefusal(new URL('http://localhost/'), true)).not.toBeNull()
    expect(hostRefusal(new URL('http://127.0.0.1/'), true)).not.toBeNull()
  })
})

test.each([
  '',
  'example.org',
  '127.1',
  '8.8.8',
  'fe80::1%eth0',
  '2001:4860:4860::8888%eth0x',
  '::ffff:8.8.8.8',
  '::8.8.8.8',
])('as what a resolver says, %j is not public', (text) => expect(isPublicAddress(text)).toBe(false))

test('the port is always written', () => {
  expect(hostAndPort(new URL('https://example.org/'))).toBe('example.org:443')
  expect(hostAndPort(new URL('http://[::1]/'))).toBe('[::1]:80')
  expect(hostAndPort(new URL('http://Archive:8080/'))).toBe('archive:8080')
})
