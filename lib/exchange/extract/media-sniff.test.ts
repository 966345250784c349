import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { sniffMedia } from './media-sniff.ts'

const ascii = (text: string) => new TextEncoder().encode(text)
const bytes = (...codes: number[]) => new Uint8Array([...codes, ...new Array<number>(64).fill(0)])
const PNG = bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52)
const JPEG = bytes(0xff, 0xd8, 0xff, 0xe0, 0, 0x10, 0x4a, 0x46, 0x49, 0x46)
const EXE = bytes(0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0)
const ZIP = bytes(0x50, 0x4b, 3, 4, 20, 0, 0, 0)
const PDF = ascii('%PDF-1.7\n%\xe2\xe3\n1 0 obj')

describe('sniffMedia', () => {
  test.each<[string, Uint8Array, string | null, string | null, string, string]>([
    ['a PDF', PDF, null, null, 'pdf', 'application/pdf'],
    ['a PDF sent as a page', PDF, 'text/html', 'a.html', 'pdf', 'application/pdf'],
    ['a PDF after a blank line', ascii('\r\n%PDF-1.4\n\x00\x01'), null, null, 'pdf', 'application/pdf'],
    ['a program called PDF', EXE, 'application/pdf', 'x.pdf', 'other', 'application/x-msdownload'],
    ['a ZIP called PDF', ZIP, 'application/pdf', 'x.pdf', 'other', 'application/zip'],
    ['a program in words called a picture', ascii('#!/bin/sh\nrm'), 'image/png', 'x.png', 'text', 'text/plain'],
    ['noise called PDF', bytes(1, 2, 3), 'application/pdf', 'x.pdf', 'other', 'application/octet-stream'],
    ['a PNG', PNG, null, null, 'image', 'image/png'],
    ['a PNG called a page', PNG, 'text/html', 'x.html', 'image', 'image/png'],
    ['a JPEG', JPEG, 'image/png', null, 'image', 'image/jpeg'],
    ['a GIF that begins a page', ascii('GIF89a<html>\0\0\0\0'), 'text/html', null, 'image', 'image/gif'],
    [
      'SVG',
      ascii('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'),
      'image/svg+xml',
      'a.svg',
      'text',
      'text/plain',
    ],
    ['SVG after a declaration', ascii('<?xml version="1.0"?><svg>'), 'image/svg+xml', null, 'text', 'text/plain'],
    ['SVG sent as a page', ascii('<?xml version="1.0"?>\n<svg>'), 'text/html', null, 'text', 'text/plain'],
    ['a feed', ascii('<?xml version="1.0"?><rss></rss>'), 'application/rss+xml', null, 'text', 'text/plain'],
    ['XHTML', ascii('<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "-//W3C">\n<html>'), null, null, 'html', 'text/html'],
    ['a page', ascii('\n <!doctype html><p>x'), null, null, 'html', 'text/html'],
    ['a page after comments', ascii('<!-- a --><!-- %PDF-1.4 --><HTML lang=be>'), null, null, 'html', 'text/html'],
    ['a page sent as plain text', ascii('<!doctype html><p>x'), 'text/plain', 'x.txt', 'html', 'text/html'],
    ['a piece of a page', ascii('<div class=a>x</div>'), null, null, 'html', 'text/html'],
    ['the same as plain text', ascii('<div class=a>x</div>'), 'text/plain', null, 'text', 'text/plain'],
    ['words sent as a page', ascii('Hello there'), 'text/html; charset=utf-8', null, 'html', 'text/html'],
    ['words called a page', ascii('Hello there'), null, 'a.HTM', 'html', 'text/html'],
    ['a page with a mark', ascii('\uFEFF<html>'), null, null, 'html', 'text/html'],
    ['words that begin like a bitmap', ascii('BMW builds cars'), null, 'a.txt', 'text', 'text/plain'],
    ['words that begin like a program', ascii('MZ is a pair of letters'), null, null, 'text', 'text/plain'],
    ['JSON', ascii('{"a": [1, 2]}'), null, null, 'json', 'application/json'],
    ['JSON sent as a page', ascii('{"a": "<b>"}'), 'text/html', null, 'json', 'application/json'],
    [
      'CSL',
      ascii('[{"id": "x"}]'),
      'application/vnd.citationstyles.csl+json',
      null,
      'json',
      'application/vnd.citationstyles.csl+json',
    ],
    ['a braced word', ascii('{a} b'), null, null, 'text', 'text/plain'],
    ['a table', ascii('a,b\n1,2'), 'text/csv', null, 'text', 'text/csv'],
    ['a table by its name', ascii('a,b\n1,2'), null, 'x.csv', 'text', 'text/csv'],
    ['RTF', ascii('{\\rtf1 x}'), null, 'x.txt', 'other', 'application/rtf'],
    ['a type nobody knows', ascii('words'), 'x/<script>', null, 'text', 'text/plain'],
    ['nothing', new Uint8Array(), 'application/pdf', 'x.pdf', 'text', 'text/plain'],
    [
      'UTF-16 with a mark',
      iconv.encode('<html><p>Мінск', 'utf-16le', { addBOM: true }),
      null,
      null,
      'html',
      'text/html',
    ],
    ['UTF-16 without', iconv.encode('<html><p>Мінск', 'utf-16be'), null, null, 'html', 'text/html'],
    [
      'UTF-16 that is declared',
      iconv.encode('Праваабаронцы', 'utf-16le'),
      'text/plain; charset=utf-16le',
      null,
      'text',
      'text/plain',
    ],
    ['a program declared as UTF-16', EXE, 'text/plain; charset=utf-16le', null, 'other', 'application/x-msdownload'],
  ])('%s', async (_, content, declared, name, kind, mediaType) => {
    expect(await sniffMedia(content, declared, name)).toEqual({ kind, mediaType })
  })
})
