import { createHash } from 'node:crypto'
import { STATUS_CODES } from 'node:http'
import { WARCRecord, WARCSerializer } from 'warcio'
import { AppError } from '@/lib/platform/errors.ts'

/** A snapshot as it goes into the file. Of an upload, status and addresses are null and there are no headers. */
export type WarcSnapshot = {
  /** Only told apart by; it does not appear in the file. */
  id: string
  requestedUrl: string | null
  finalUrl: string | null
  redirects: readonly { status: number; from: string; to: string }[]
  status: number | null
  /** In order and as sent, bytes beyond ASCII as Latin-1. */
  headers: readonly (readonly [string, string])[]
  mediaType: string
  at: Date
  /** Lower-case hex, of `body`. */
  sha256: string
  /** With the content encoding undone. */
  body: Uint8Array
}

/**
 * Writes snapshots as a WARC file (ISO 28500:2017, "WARC/1.1"), each record compressed by itself, as readers expect.
 * Beside what the sources sent there is nothing in it: no names, no address of whoever fetched, no id of a record here.
 * The same snapshots give the same file.
 *
 * @param at the file's own date
 * @throws AppError `fault` when a body is not what its hash says; a file of evidence is not finished over that
 */
export async function* writeWarc(
  snapshots: Iterable<WarcSnapshot> | AsyncIterable<WarcSnapshot>,
  at: Date,
): AsyncGenerator<Uint8Array> {
  const infoId = recordId('warcinfo', at.toISOString())
  const info = { software: 'Attest', format: 'WARC File Format 1.1', conformsTo: CONFORMS_TO }
  const common = { warcVersion: 'WARC/1.1', date: at.toISOString() } as const
  yield* packed(WARCRecord.createWARCInfo({ ...common, warcHeaders: { 'WARC-Record-ID': infoId } }, info))
  for await (const snapshot of snapshots) {
    if (createHash('sha256').update(snapshot.body).digest('hex') !== snapshot.sha256)
      throw new AppError('fault', 'A snapshot is not what it was when it was taken, so the file was not finished.')
    for (const record of recordsOf(snapshot, infoId)) yield* packed(record)
  }
}

const CONFORMS_TO = 'https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/'

function packed(record: WARCRecord): AsyncIterable<Uint8Array> {
  return new WARCSerializer(record, { gzip: true })
}

function* recordsOf(snapshot: WarcSnapshot, infoId: string): Generator<WARCRecord> {
  const { id, redirects, status, mediaType, sha256, body } = snapshot
  const date = snapshot.at.toISOString()
  for (const [n, redirect] of redirects.entries()) {
    // Of a step on the way only its status and where it led were kept.
    const head = httpHead(redirect.status, [
      ['Location', redirect.to],
      ['Content-Length', '0'],
    ])
    yield record('response', redirect.from, [head], { 'WARC-Record-ID': recordId(id, String(n)) })
  }
  const headers: Record<string, string> = {
    'WARC-Record-ID': recordId(id, 'final'),
    'WARC-Payload-Digest': `sha256:${sha256}`,
  }
  // What was found by looking; the server's own word is in its headers.
  const media = MEDIA_TYPE.test(mediaType) ? mediaType : 'application/octet-stream'
  const url = snapshot.finalUrl ?? snapshot.requestedUrl
  if (status === null || url === null) yield record('resource', url, [body], { ...headers, 'Content-Type': media })
  else {
    const head = httpHead(status, headersOfDecoded(snapshot))
    yield record('response', url, [head, body], { ...headers, 'WARC-Identified-Payload-Type': media })
  }

  /** The block is given as bytes: warcio would join repeated headers and write Latin-1 as UTF-8. */
  function record(
    type: 'response' | 'resource',
    url: string | null,
    block: Uint8Array[],
    warcHeaders: Record<string, string>,
  ): WARCRecord {
    const made = WARCRecord.create(
      {
        type,
        url: targetUri(url, sha256),
        date,
        warcVersion: 'WARC/1.1',
        warcHeaders: { 'WARC-Warcinfo-ID': infoId, ...warcHeaders },
      },
      block,
    )
    made.httpHeaders = null
    return made
  }
}

const MEDIA_TYPE = /^[\w!#$&^.+-]{1,127}\/[\w!#$&^.+-]{1,127}$/

/**
 * The body is kept as it reads, not as it travelled. Headers that speak of the travelling would make every reader undo
 * an encoding that is no longer there, so they are kept under another name, and the length is that of what is here.
 */
function headersOfDecoded({ headers, body }: WarcSnapshot): (readonly [string, string])[] {
  const travelling = /^(content-encoding|transfer-encoding|content-length)$/i
  return [
    ...headers.map(([name, value]) => [travelling.test(name) ? `X-Archive-Orig-${name}` : name, value] as const),
    ['Content-Length', String(body.length)],
  ]
}

/** One line a header, whatever a server or an old record holds: nothing in a value can begin another line or record. */
function httpHead(status: number, headers: readonly (readonly [string, string])[]): Uint8Array {
  const lines = headers
    .filter(([name]) => /^[\w!#$%&'*+.^`|~-]+$/.test(name))
    .map(([name, value]) => `${name}: ${oneLine(value)}`)
  return Buffer.from(`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\n${lines.join('\r\n')}\r\n\r\n`, 'latin1')
}

function oneLine(value: string): string {
  // Beyond Latin-1 nothing can have come over the wire; what is there all the same is written as a URL writes it.
  return value
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/[^\0-\xff]+/gu, (text) => encodeURIComponent(text.toWellFormed()))
    .trim()
}

/** Without a fragment, which no server ever sees. What has no address is named by its hash (RFC 6920). */
function targetUri(text: string | null, sha256: string): string {
  if (text === null || !URL.canParse(text)) return `ni:///sha-256;${Buffer.from(sha256, 'hex').toString('base64url')}`
  const url = new URL(text)
  url.hash = ''
  return url.href
}

/** A UUID made from what tells the record apart, so that the same snapshot has the same one and betrays no other id. */
function recordId(...parts: string[]): string {
  const hex = createHash('sha256').update(JSON.stringify(parts)).digest('hex')
  const variant = ((Number.parseInt(hex[16] ?? '0', 16) & 3) | 8).toString(16)
  const groups = [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `${variant}${hex.slice(17, 20)}`]
  return `<urn:uuid:${groups.join('-')}-${hex.slice(20, 32)}>`
}
