import { MessageType } from '@hocuspocus/provider'
import { createDecoder, readVarInt, readVarString, readVarUint } from 'lib0/decoding'
import { type RawData, WebSocket } from 'ws'
import { messageYjsSyncStep1, messageYjsSyncStep2 } from 'y-protocols/sync'

/** What one connection has sent of its document, and how much of that the server has acknowledged, in order. */
export interface Count {
  /** Whether the client has given the server all that the server lacked at the start. */
  caughtUp: boolean
  sent: number
  acknowledged: number
}

/** A socket class as the provider wants one (it calls `new Socket(url)`), with headers as a browser would send them. */
export function countedSocket(
  headers: Record<string, string>,
  onCount: (count: Count) => void,
): new (
  url: string,
) => WebSocket {
  return class CountedSocket extends WebSocket {
    private readonly count: Count = { caughtUp: false, sent: 0, acknowledged: 0 }
    private refusal = ''

    constructor(url: string) {
      super(url, { headers, perMessageDeflate: false })
      onCount(this.count)
      this.on('message', (data: RawData) => this.receive(new Uint8Array(data as ArrayBuffer)))
      this.on('error', (error) => {
        this.refusal = error.message
      })
    }

    /** A server that refuses the upgrade gives no reason in the closing; what it answered is one. */
    override emit(name: string | symbol, ...args: unknown[]): boolean {
      if (name === 'close' && args[0] === 1006) return super.emit(name, 1006, Buffer.from(this.refusal))
      return super.emit(name, ...args)
    }

    override send(data: Uint8Array): void {
      this.noteSent(data)
      super.send(data)
    }

    private noteSent(data: Uint8Array): void {
      const decoder = createDecoder(data)
      readVarString(decoder)
      if (readVarUint(decoder) !== MessageType.Sync) return
      const step = readVarUint(decoder)
      if (step === messageYjsSyncStep1) return
      this.count.sent += 1
      // The answer to the server's question, and so all that was typed while there was no connection.
      if (step === messageYjsSyncStep2) this.count.caughtUp = true
      onCount(this.count)
    }

    private receive(data: Uint8Array): void {
      if (data.length === 1) return
      const decoder = createDecoder(data)
      readVarString(decoder)
      if (readVarUint(decoder) !== MessageType.SyncStatus || readVarInt(decoder) !== 1) return
      this.count.acknowledged += 1
      onCount(this.count)
    }
  }
}
