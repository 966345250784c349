/** Beyond this machine, http shows passwords and all that is read to whoever is on the way. */
export function isOpenHttp(host: string, url: string): boolean {
  return !/^(?:127\.|localhost$|::1$)/.test(host) && !url.startsWith('https:')
}

export const OPEN_HTTP_WARNING =
  'Warning: Attest is reachable beyond this machine by plain http, so passwords and articles can be read on the way. Put a proxy with https in front of it, and set NEXTAUTH_URL to its https address.'
