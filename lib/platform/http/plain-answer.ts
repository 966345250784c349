import type { IncomingMessage, ServerResponse } from 'node:http'

/**
 * Answers in words alone where no page can be made: as a small page for a person, as plain text for a program.
 * @param whenSent resolves when the sender may be hung up on: one that hears of it while it sends may not read why
 */
export function answerInWords(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  words: string,
  whenSent?: Promise<void>,
): void {
  const { accept, rsc, 'next-action': action } = request.headers
  const isPage = accept?.includes('text/html') === true && rsc === undefined && action === undefined
  // Exactly "text/plain" for a program: Next.js shows the words of an action's answer only then.
  const body = isPage ? pageOf(words) : words
  response.writeHead(status, {
    'Content-Length': Buffer.byteLength(body),
    'Content-Type': isPage ? 'text/html; charset=utf-8' : 'text/plain',
    'Cache-Control': 'no-store',
    ...(status === 503 && { 'Retry-After': '5' }),
  })
  if (!whenSent) {
    response.end(body)
    return
  }
  // Whole already, by its length; only its end would close the connection.
  response.write(body)
  void whenSent.then(() => response.end())
}

/** No style sheet is asked for: what serves them may be what is away. */
const STYLE =
  'main{max-width:26rem;margin:30vh auto 0;padding:0 1.25rem;font:1rem/1.6 system-ui,sans-serif}h1{font:600 1.6rem/1.4 Georgia,serif}'

function pageOf(words: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><title>Attest</title><style>${STYLE}</style></head><body><main><h1>Attest</h1><p>${words}</p></main></body></html>`
}
