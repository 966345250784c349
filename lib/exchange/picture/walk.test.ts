import fc from 'fast-check'
import { fileTypeFromBuffer } from 'file-type'
import { describe, expect, test } from 'vitest'
import { exif, gif, gifExtension, jpeg, png, pngChunk, riff, segment, webp } from '../testing/pictures.ts'
import { exifFacts } from './exif.ts'
import { pictureProblem, shownPicture } from './walk.ts'

const CANARY = 'Canary-Rue-Mouffetard-48.8427'
const words = (bytes: Uint8Array | null) => Buffer.from(bytes ?? []).toString('latin1')
const block = (given = {}) => Buffer.from(exif({ camera: CANARY, ...given })).toString('latin1')
const app1 = (given = {}) => segment(0xe1, Buffer.from(`Exif\0\0${block(given)}`, 'latin1'))
const XMP = `<x:xmpmeta exif:GPSLatitude="48,50N">${CANARY}</x:xmpmeta>`

const said: [string, string, Uint8Array, Uint8Array][] = [
  ['JPEG: EXIF', 'image/jpeg', jpeg([app1({ orientation: 1 })]), jpeg()],
  ['JPEG: XMP', 'image/jpeg', jpeg([segment(0xe1, `http://ns.adobe.com/xap/1.0/\0${XMP}`)]), jpeg()],
  ['JPEG: IPTC', 'image/jpeg', jpeg([segment(0xed, `Photoshop 3.0\0${CANARY}`)]), jpeg()],
  ['JPEG: a comment', 'image/jpeg', jpeg([segment(0xfe, CANARY)]), jpeg()],
  ['JPEG: other pictures in it', 'image/jpeg', jpeg([segment(0xe2, `MPF\0${CANARY}`)]), jpeg()],
  ['JPEG: a thumbnail of JFIF', 'image/jpeg', jpeg([segment(0xe0, `JFXX\0\x10${CANARY}`)]), jpeg()],
  ['JPEG: what follows the end', 'image/jpeg', jpeg([], CANARY), jpeg()],
  ['PNG: EXIF', 'image/png', png([pngChunk('eXIf', exif({ camera: CANARY }))]), png()],
  ['PNG: texts', 'image/png', png([pngChunk('tEXt', `Author\0${CANARY}`), pngChunk('zTXt', CANARY)]), png()],
  ['PNG: XMP', 'image/png', png([pngChunk('iTXt', `XML:com.adobe.xmp\0\0\0\0\0${XMP}`)]), png()],
  ['PNG: a chunk of its own', 'image/png', png([pngChunk('caNy', CANARY)]), png()],
  ['PNG: what follows the end', 'image/png', png([], CANARY), png()],
  ['GIF: a comment', 'image/gif', gif([gifExtension(0xfe, [CANARY])]), gif()],
  ['GIF: XMP', 'image/gif', gif([gifExtension(0xff, ['XMP DataXMP', XMP])]), gif()],
  ['GIF: what follows the end', 'image/gif', gif([], CANARY), gif()],
  [
    'GIF: more in the loop',
    'image/gif',
    gif([gifExtension(0xff, ['NETSCAPE2.0', '\x01\0\0', CANARY])]),
    gif([gifExtension(0xff, ['NETSCAPE2.0', '\x01\0\0'])]),
  ],
]

describe('what a file says about its picture is not in the copy that is shown', () => {
  test.each(said)('%s', (_, mediaType, bytes, bare) => {
    expect(words(bytes)).toContain(CANARY)
    const shown = shownPicture(bytes, mediaType)
    expect(words(shown)).not.toContain(CANARY)
    // What is left is the very picture, so it is decoded as before.
    expect(words(shown)).toBe(words(bare))
  })
  test.each<[string, Uint8Array]>([
    ['EXIF', riff('EXIF', exif({ camera: CANARY }))],
    ['XMP', riff('XMP ', XMP)],
    ['another chunk', riff('CANY', CANARY)],
  ])('WebP: %s', async (_, besides) => {
    const shown = shownPicture(webp([besides], CANARY), 'image/webp')
    expect(words(shown)).not.toContain('Canary')
    const size = Buffer.from(shown ?? []).readUInt32LE(4)
    expect(size + 8).toBe(shown?.length)
    // Neither EXIF nor XMP is announced.
    expect((shown?.[20] ?? 255) & 0x0c).toBe(0)
    expect((await fileTypeFromBuffer(shown ?? new Uint8Array()))?.mime).toBe('image/webp')
  })
  test('a thumbnail within JFIF goes, the densities stay', () => {
    const plain = segment(0xe0, 'JFIF\0\x01\x02\x01\0\x48\0\x48\0\0')
    const thumbnail = segment(0xe0, `JFIF\0\x01\x02\x01\0\x48\0\x48\x03\x03${CANARY}`)
    expect(words(shownPicture(jpeg([thumbnail]), 'image/jpeg'))).toBe(words(jpeg([plain])))
  })
  test('colours stay: ICC and Adobe in JPEG, iCCP and gAMA in PNG', () => {
    const whole = jpeg([segment(0xe2, 'ICC_PROFILE\0\x01\x01profile'), segment(0xee, 'Adobe\0\x64\0\0\0\0\x01')])
    expect(words(shownPicture(whole, 'image/jpeg'))).toBe(words(whole))
    const coloured = png([pngChunk('gAMA', '\0\0\xb1\x8f'), pngChunk('iCCP', 'x\0\0y')])
    expect(words(shownPicture(coloured, 'image/png'))).toBe(words(coloured))
  })
})

test.each([2, 3, 6, 8])('a JPEG is turned as before (orientation %i), and says nothing else', (orientation) => {
  const shown = words(shownPicture(jpeg([app1({ orientation })]), 'image/jpeg'))
  const at = shown.indexOf('Exif\0\0')
  expect(exifFacts(Buffer.from(shown.slice(at + 6), 'latin1'))).toEqual({
    orientation,
    hasPlace: false,
    hasDetails: false,
  })
  expect(shown).not.toContain('Canary')
})

describe('a picture is marked by what its file says', () => {
  test.each<[string, string | null, string, Uint8Array]>([
    ['nothing', null, 'image/jpeg', jpeg()],
    [
      'how it is turned',
      null,
      'image/jpeg',
      jpeg([segment(0xe1, Buffer.from(`Exif\0\0${words(exif({ place: false }))}`, 'latin1'))]),
    ],
    ['the camera', 'picture_details', 'image/jpeg', jpeg([app1({ place: false })])],
    ['the place', 'picture_place', 'image/jpeg', jpeg([app1()])],
    ['the place in XMP', 'picture_place', 'image/png', png([pngChunk('iTXt', XMP)])],
    ['the place in a WebP', 'picture_place', 'image/webp', webp([riff('EXIF', exif())])],
    ['a comment', 'picture_details', 'image/gif', gif([gifExtension(0xfe, ['by Ann'])])],
    ['a kind that is not taken apart', 'picture_not_shown', 'image/avif', jpeg()],
    ['half a file', 'picture_not_shown', 'image/png', png().subarray(0, 40)],
  ])('%s: %s', (_, code, mediaType, bytes) => {
    expect(pictureProblem(bytes, mediaType)?.code ?? null).toBe(code)
  })
})

describe('a file that does not follow its format is not shown', () => {
  const whole: [string, Uint8Array][] = [
    ['image/jpeg', jpeg([app1()])],
    ['image/png', png([pngChunk('tEXt', CANARY)])],
    ['image/webp', webp([riff('EXIF', exif())])],
    ['image/gif', gif([gifExtension(0xfe, [CANARY])])],
  ]
  test.each(whole)('%s, cut anywhere', (mediaType, bytes) => {
    for (let length = 0; length < bytes.length; length++)
      expect(shownPicture(bytes.subarray(0, length), mediaType), `${length}`).toBeNull()
  })
  test.each<[string, string, Uint8Array]>([
    ['a JPEG segment of no length', 'image/jpeg', Uint8Array.of(0xff, 0xd8, 0xff, 0xe1, 0, 0, 0xff, 0xd9)],
    ['a JPEG segment longer than the file', 'image/jpeg', Uint8Array.of(0xff, 0xd8, 0xff, 0xe1, 0xff, 0xff, 1)],
    [
      'a PNG chunk of 4 GB',
      'image/png',
      Buffer.concat([png().subarray(0, 33), Buffer.from('ffffffff49444154', 'hex')]),
    ],
    ['a PNG chunk nobody knows but must', 'image/png', png([pngChunk('CaNy', CANARY)])],
    [
      'a WebP chunk of 4 GB',
      'image/webp',
      Buffer.concat([webp().subarray(0, 16), Buffer.from('ffffffff'.repeat(3), 'hex')]),
    ],
    ['a GIF block that is none', 'image/gif', gif([Uint8Array.of(0x99)])],
  ])('%s', (_, mediaType, bytes) => {
    expect(shownPicture(bytes, mediaType)).toBeNull()
  })
  test('whatever its bytes are, walking it ends and takes no more than it has', () => {
    const at = fc.nat(400)
    fc.assert(
      fc.property(
        fc.constantFrom(...whole),
        fc.array(fc.tuple(at, fc.nat(255)), { maxLength: 12 }),
        ([mediaType, bytes], hits) => {
          const changed = Uint8Array.from(bytes)
          for (const [place, byte] of hits) if (place < changed.length) changed[place] = byte
          const shown = shownPicture(changed, mediaType)
          expect(shown?.length ?? 0).toBeLessThanOrEqual(changed.length + 36)
          pictureProblem(changed, mediaType)
        },
      ),
      { numRuns: 2_000 },
    )
  })
})

test('hostile directories of EXIF are read within their bounds', () => {
  const many = Buffer.concat([Buffer.from('4d4d002a00000008ffff', 'hex'), Buffer.alloc(100, 0x88)])
  expect(exifFacts(many).hasPlace).toBe(false)
  expect(exifFacts(Buffer.from('4d4d002affffffff', 'hex'))).toEqual({
    orientation: 1,
    hasPlace: false,
    hasDetails: true,
  })
  expect(exifFacts(new Uint8Array())).toEqual({ orientation: 1, hasPlace: false, hasDetails: false })
})
