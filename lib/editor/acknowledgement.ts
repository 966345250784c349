import { createDecoder, readVarString, readVarUint } from 'lib0/decoding'

/** Numbers of Hocuspocus's wire protocol, and of Yjs's sync protocol within it. */
const SYNC = 0
const SYNC_STATUS = 8
const ASKS = 0
const ANSWERS = 1

/**
 * Whether all that was typed here is kept by the server, by its own word on this very connection. The provider's number
 * of unsynced changes would not do: when a connection was lost, changes that were on their way are in no queue, and the
 * acknowledgement of a later one would stand for them. Only once the server's question has been answered with all that
 * it lacked, and everything sent since then was acknowledged, is nothing outstanding.
 */
export class Acknowledgement {
  private caughtUp = false
  private sent = 0
  private acknowledged = 0

  /** A message went out. */
  noteSent(message: Uint8Array): void {
    const decoder = createDecoder(message)
    readVarString(decoder)
    if (readVarUint(decoder) !== SYNC) return
    const step = readVarUint(decoder)
    if (step === ASKS) return
    this.sent += 1
    if (step === ANSWERS) this.caughtUp = true
  }

  /** A message came in. @returns whether it acknowledged something */
  noteReceived(message: Uint8Array): boolean {
    // A single byte is the pulse of the connection.
    if (message.length <= 1) return false
    const decoder = createDecoder(message)
    readVarString(decoder)
    if (readVarUint(decoder) !== SYNC_STATUS || readVarUint(decoder) !== 1) return false
    this.acknowledged += 1
    return true
  }

  get isComplete(): boolean {
    return this.caughtUp && this.acknowledged >= this.sent
  }
}
