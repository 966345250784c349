import { type Redaction, redactionText, type SignedRedaction } from '@/lib/domain/desk/vouching.ts'
import { isSignedBy, type SigningKey } from '@/lib/platform/auth/signing-key.ts'
import { parseRedaction } from '@/lib/schema/redaction.ts'

/** Signs what one redaction takes away, and what is vouched for from then on. @param seq of the change that redacts */
export function signRedaction(redaction: Redaction, clockId: string, seq: number, key: SigningKey): SignedRedaction {
  return { ...redaction, key: key.publicKey, signature: key.sign(redactionText(clockId, seq, redaction)) }
}

/**
 * Reads the payload of a `record.redacted` event as one that counts: what it says replaces what earlier changes said, so
 * it has to be signed for this very change, by a key of the installation.
 * @param keys public, base64url
 */
export function readRedaction(
  payload: unknown,
  clockId: string,
  seq: number,
  keys: readonly string[],
): { redaction: Redaction; fault?: never } | { redaction?: never; fault: string } {
  const redaction = parseRedaction(payload)
  if (!redaction) return { fault: 'it is a redaction that does not say what it redacted, or is not signed' }
  const { key, signature } = redaction
  if (!isSignedBy(key, redactionText(clockId, seq, redaction), signature))
    return { fault: 'it is a redaction whose signature does not fit what it says: it was forged' }
  if (!keys.includes(key))
    return {
      fault: `it is a redaction that was signed by the key ${key}, which is not this installation’s; if it was yours, name it (--key)`,
    }
  return { redaction }
}
