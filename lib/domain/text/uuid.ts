const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Whether a text could be an id, as Attest writes them (RFC 9562, small letters): only then is a database asked for it. */
export function isUuid(text: string): boolean {
  return UUID.test(text)
}
