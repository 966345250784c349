import { type Checkpoint, checkpointText, type SignedCheckpoint } from '@/lib/domain/desk/checkpoint.ts'
import { isSignedBy, type SigningKey } from '@/lib/platform/auth/signing-key.ts'
import { parseCheckpoint } from '@/lib/schema/checkpoint.ts'

export function signCheckpoint(checkpoint: Checkpoint, key: SigningKey): SignedCheckpoint {
  return { ...checkpoint, key: key.publicKey, signature: key.sign(checkpointText(checkpoint)) }
}

/** Is it signed by the key that it names? Whose key that is, is another question. */
export function isWellSigned(checkpoint: SignedCheckpoint): boolean {
  return isSignedBy(checkpoint.key, checkpointText(checkpoint), checkpoint.signature)
}

/** Checks a checkpoint as a file holds it, signature and all. @param keys of which one has to have signed it */
export function readCheckpointFile(
  text: string,
  keys: readonly string[],
): { checkpoint: SignedCheckpoint; why?: never } | { checkpoint?: never; why: string } {
  const checkpoint = parseCheckpoint(parsed(text))
  if (!checkpoint)
    return {
      why: 'It is not a checkpoint as Attest prints it: it was cut off or altered, or another version of Attest made it.',
    }
  if (!isWellSigned(checkpoint))
    return { why: 'Its signature does not fit what it says: it was altered after it was signed.' }
  if (!keys.includes(checkpoint.key))
    return {
      why: `It was signed by another key: by ${checkpoint.key}, and not by ${keys.join(' or ')}. It says nothing about this record.`,
    }
  return { checkpoint }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
