import type { ServerResponse } from 'node:http'

/** What no page of Attest asks for: none of it is needed to check an article. */
const UNUSED = [
  'accelerometer',
  'autoplay',
  'camera',
  'display-capture',
  'encrypted-media',
  'geolocation',
  'gyroscope',
  'microphone',
  'midi',
  'payment',
  'serial',
  'usb',
  'xr-spatial-tracking',
]
const YEAR = 31_536_000

/** The headers of every answer, pages and files alike. */
export function setAnswerHeaders(response: ServerResponse, publicUrl: string | undefined): void {
  response.setHeader('X-Content-Type-Options', 'nosniff')
  response.setHeader('X-Frame-Options', 'DENY')
  // The people on a desk don't tell the sites of their sources who they are.
  response.setHeader('Referrer-Policy', 'no-referrer')
  response.setHeader('Permissions-Policy', UNUSED.map((name) => `${name}=()`).join(', '))
  response.setHeader('Cross-Origin-Opener-Policy', 'same-origin')
  response.setHeader('Cross-Origin-Resource-Policy', 'same-origin')
  // Only where people reach Attest by https: promised on http it would be ignored, and behind a proxy it is true.
  if (publicUrl?.startsWith('https:')) response.setHeader('Strict-Transport-Security', `max-age=${YEAR}`)
}
