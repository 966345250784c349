/** What an HTTP status says of a page: it is there, it is gone for good, or it could not be had this time (RFC 9110). */
export function answerOf(status: number): 'answer' | 'gone' | 'failed' {
  if (status >= 200 && status < 300 && status !== 204 && status !== 205) return 'answer'
  return status === 404 || status === 410 ? 'gone' : 'failed'
}

const KNOWN: Record<number, string> = {
  204: 'the page is empty',
  205: 'the page is empty',
  401: 'it asks for a sign-in',
  402: 'it asks for money',
  403: 'it refuses to show the page',
  404: 'there is no such page (any more)',
  410: 'the page was taken away for good',
  429: 'it was asked too often',
  451: 'it may not show the page for legal reasons',
}

/** A status in a sentence for a person. */
export function statusWords(status: number): string {
  const known = KNOWN[status] ?? (status >= 500 ? 'the site has a fault of its own' : 'it did not give the page')
  return `The address answered ${status}: ${known}.`
}
