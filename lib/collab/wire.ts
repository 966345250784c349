import { MessageType } from '@hocuspocus/server'
import * as decoding from 'lib0/decoding'

/** The head of a message of Hocuspocus's protocol: whose document, and what it is. */
export type WireHead = {
  name: string
  type: number /** Of a sync status: whether it was taken in. */
  applied: boolean
}

/** @returns null where the bytes are no message */
export function readHead(message: Uint8Array): WireHead | null {
  try {
    const decoder = decoding.createDecoder(message)
    const address = decoding.readVarString(decoder)
    const type = decoding.readVarUint(decoder)
    const applied = type === MessageType.SyncStatus && decoding.readVarUint(decoder) === 1
    return { name: address.split('\0')[0] ?? '', type, applied }
  } catch {
    return null
  }
}
