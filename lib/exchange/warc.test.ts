import { createHash, randomBytes } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { WARCParser, type WARCRecord } from 'warcio'
import { type WarcSnapshot, writeWarc } from './warc.ts'

const at = new Date('2026-03-04T05:06:07.089Z')
const page = new TextEncoder().encode('<p>Сказано.</p>')

function snapshot(some: Partial<WarcSnapshot> = {}): WarcSnapshot {
  const body = some.body ?? page
  return {
    id: '0191f1c2-0000-7000-8000-00000000beef',
    requestedUrl: 'https://example.org/a',
    finalUrl: 'https://www.example.org/b?c=d',
    redirects: [],
    status: 200,
    headers: [['Content-Type', 'text/html; charset=utf-8']],
    mediaType: 'text/html',
    at,
    sha256: createHash('sha256').update(body).digest('hex'),
    body,
    ...some,
  }
}

async function write(...snapshots: WarcSnapshot[]): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  for await (const chunk of writeWarc(snapshots, at)) chunks.push(chunk)
  return Buffer.concat(chunks)
}

type Read = { record: WARCRecord; payload: Uint8Array }

/** As another program would read it. */
async function readBack(file: Uint8Array, keepHeadersCase = false): Promise<Read[]> {
  const read: Read[] = []
  for await (const record of new WARCParser([file], { keepHeadersCase }))
    read.push({ record, payload: await record.readFully(true) })
  return read
}

const types = (read: Read[]) => read.map(({ record }) => record.warcType)

describe('a page', () => {
  test('is read back as it was', async () => {
    const [info, page, ...rest] = await readBack(await write(snapshot()))
    expect(rest).toEqual([])
    expect(info?.record.warcHeaders.statusline).toBe('WARC/1.1')
    expect(new TextDecoder().decode(info?.payload)).toMatch(/^software: Attest\r\nformat: WARC File Format 1\.1\r\n/)
    expect(page?.record.warcType).toBe('response')
    expect(page?.record.warcTargetURI).toBe('https://www.example.org/b?c=d')
    expect(page?.record.warcDate).toBe('2026-03-04T05:06:07.089Z')
    expect(page?.record.warcPayloadDigest).toBe(`sha256:${snapshot().sha256}`)
    expect(page?.record.warcBlockDigest).toMatch(/^sha256:[0-9a-f]{64}$/)
    expect(page?.record.warcHeader('WARC-Identified-Payload-Type')).toBe('text/html')
    expect(page?.record.warcHeader('WARC-Warcinfo-ID')).toBe(info?.record.warcHeader('WARC-Record-ID'))
    expect(page?.record.httpHeaders?.statusline).toBe('HTTP/1.1 200 OK')
    expect(page?.payload).toEqual(snapshot().body)
  })

  test.each([
    ['nothing', new Uint8Array()],
    ['any bytes', new Uint8Array(randomBytes(300_000))],
    ['what looks like a record', new TextEncoder().encode('\r\n\r\nWARC/1.1\r\nWARC-Type: response\r\n\r\n')],
    ['what looks compressed', new Uint8Array([0x1f, 0x8b, 8, 0, 0, 0, 0, 0])],
  ])('of %s', async (_, body) => {
    const read = await readBack(await write(snapshot({ body }), snapshot({ id: 'second' })))
    expect(types(read)).toEqual(['warcinfo', 'response', 'response'])
    expect(Buffer.compare(read[1]?.payload ?? page, body)).toBe(0)
    expect(read[2]?.payload).toEqual(page)
  })

  test('that travelled compressed does not say so any more', async () => {
    const headers: [string, string][] = [
      ['Content-Encoding', 'gzip'],
      ['transfer-encoding', 'chunked'],
      ['Content-Length', '7'],
      ['ETag', '"x"'],
    ]
    const [, read] = await readBack(await write(snapshot({ headers })), true)
    const { headers: kept } = read?.record.httpHeaders ?? {}
    expect([...(kept ?? [])]).toEqual([
      ['X-Archive-Orig-Content-Encoding', 'gzip'],
      ['X-Archive-Orig-transfer-encoding', 'chunked'],
      ['X-Archive-Orig-Content-Length', '7'],
      ['ETag', '"x"'],
      ['Content-Length', String(page.length)],
    ])
    expect(read?.payload).toEqual(page)
  })

  test('keeps repeated headers and their bytes', async () => {
    const headers: [string, string][] = [
      ['Set-Cookie', 'a=1'],
      ['X-Note', 'caf\xe9'],
      ['Set-Cookie', 'b=2'],
    ]
    const file = gunzipMembers(await write(snapshot({ headers })))
    expect(file.toString('latin1')).toContain('Set-Cookie: a=1\r\nX-Note: caf\xe9\r\nSet-Cookie: b=2\r\nContent-Length')
  })
})

test('redirects are records of their own, in order, with where they led', async () => {
  const redirects = [
    { status: 301, from: 'http://example.org/a#part', to: 'https://example.org/a' },
    { status: 302, from: 'https://example.org/a', to: 'https://www.example.org/b?c=d' },
  ]
  const read = await readBack(await write(snapshot({ redirects })))
  expect(read.slice(1).map(({ record }) => [record.warcTargetURI, record.httpHeaders?.statusline])).toEqual([
    ['http://example.org/a', 'HTTP/1.1 301 Moved Permanently'],
    ['https://example.org/a', 'HTTP/1.1 302 Found'],
    ['https://www.example.org/b?c=d', 'HTTP/1.1 200 OK'],
  ])
  expect(read[1]?.record.httpHeaders?.headers.get('Location')).toBe('https://example.org/a')
  expect(read[1]?.payload).toHaveLength(0)
})

test('an upload is a resource, named by its hash', async () => {
  const upload = snapshot({
    requestedUrl: null,
    finalUrl: null,
    status: null,
    headers: [],
    mediaType: 'application/pdf',
  })
  const [, read] = await readBack(await write(upload))
  expect(read?.record.warcType).toBe('resource')
  expect(read?.record.warcTargetURI).toMatch(/^ni:\/\/\/sha-256;[\w-]{43}$/)
  expect(read?.record.warcContentType).toBe('application/pdf')
  expect(read?.payload).toEqual(page)
})

describe('nothing a source says becomes a record or a header', () => {
  const attack = 'x\r\n\r\n\r\nWARC/1.1\r\nWARC-Type: response\r\nInjected: yes\r\n\r\n'
  const forms = [
    attack,
    attack.replaceAll('\r\n', '\n'),
    attack.replaceAll('\r\n', '\r'),
    'x\u2028\u2029\0\x85Injected: yes',
  ]
  test.each([
    ...forms.map((text): [string, Partial<WarcSnapshot>] => ['a value', { headers: [['X-Note', text]] }]),
    ...forms.map((text): [string, Partial<WarcSnapshot>] => ['a name', { headers: [[text, 'value']] }]),
    ...forms.map((text): [string, Partial<WarcSnapshot>] => [
      'an address',
      { finalUrl: `https://example.org/${text}` },
    ]),
    ...forms.map((text): [string, Partial<WarcSnapshot>] => ['no address', { finalUrl: text }]),
    ...forms.map((text): [string, Partial<WarcSnapshot>] => ['a media type', { mediaType: text }]),
    ...forms.map((text): [string, Partial<WarcSnapshot>] => ['an upload', { mediaType: text, status: null }]),
    ...forms.map((text): [string, Partial<WarcSnapshot>] => [
      'a redirect',
      { redirects: [{ status: 301, from: text, to: text }] },
    ]),
  ])('from %s', async (_, some) => {
    const read = await readBack(await write(snapshot(some), snapshot({ id: 'second' })), true)
    expect(read).toHaveLength(3 + (some.redirects?.length ?? 0))
    for (const { record } of read) {
      expect([...record.warcHeaders.headers].map(([name]) => name.toLowerCase())).not.toContain('injected')
      expect([...(record.httpHeaders?.headers ?? [])].map(([name]) => name.toLowerCase())).not.toContain('injected')
    }
    expect(read.at(-1)?.payload).toEqual(page)
    expect(read.at(-2)?.payload).toEqual(page)
  })
})

test('nothing of the desk is in it, and the same snapshots give the same file', async () => {
  const redirects = [{ status: 301, from: 'http://example.org/a', to: 'https://www.example.org/b' }]
  const file = await write(snapshot({ redirects }))
  expect(await write(snapshot({ redirects }))).toEqual(file)
  const text = gunzipMembers(file).toString('latin1')
  expect(text).not.toMatch(/beef|WARC-IP-Address|operator|hostname|User-Agent/i)
  expect(new Set(text.match(/WARC-Record-ID: \S+/g)).size).toBe(3)
})

test('a body that is not what its hash says ends the file in words', async () => {
  const altered = { ...snapshot(), body: new TextEncoder().encode('<p>Сказано!</p>') }
  await expect(write(altered)).rejects.toMatchObject({ code: 'fault' })
})

/** Node reads all members of a gzip file, one after the other. */
const gunzipMembers = (file: Buffer) => gunzipSync(file)
