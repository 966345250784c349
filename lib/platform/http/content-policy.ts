type Page = {
  nonce: string
  /** The Host header; what is no host is left out. */
  host: string | null
  /** Whether people reach Attest by https. */
  secure: boolean
  /** The development server evaluates code to reload it; the built one never does. */
  development: boolean
}

/**
 * The style sheet that sonner (the notices) puts into the page itself, without a way to give it a nonce; by its hash. A
 * test computes it again, so that a newer sonner is not shown unstyled.
 */
export const NOTICE_STYLE = 'StEaX+se6YS7pqjzrzMIA0KaX9zF/8zAhvQXZAe5epY='
/** It is put there empty, and filled afterwards. */
const EMPTY_STYLE = '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='

/** The content security policy of a page: no script runs, and no style sheet applies, that Attest did not write. */
export function pagePolicy({ nonce, host, secure, development }: Page): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    development
      ? "style-src-elem 'self' 'unsafe-inline'"
      : `style-src-elem 'self' 'nonce-${nonce}' 'sha256-${NOTICE_STYLE}' 'sha256-${EMPTY_STYLE}'`,
    // React writes widths and colours into `style` attributes on the server, where no nonce can go; they run nothing.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${liveOf(host, secure)}`,
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/** What is no page runs nothing, and a file that is opened instead of saved is in a sandbox. */
export const FILE_POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox"

/** The live desk's address, spelled out: not every browser takes 'self' for a WebSocket of the same host. */
function liveOf(host: string | null, secure: boolean): string {
  if (!/^[\w.-]+(:\d+)?$|^\[[\da-f:]+\](:\d+)?$/i.test(host ?? '')) return ''
  return secure ? ` wss://${host}` : ` ws://${host} wss://${host}`
}
