import { type RawData, WebSocket } from 'ws'
import { Acknowledgement } from '@/lib/editor/acknowledgement.ts'

/** A socket class as the provider wants one (it calls `new Socket(url)`), with headers as a browser would send them. */
export function countedSocket(
  headers: Record<string, string>,
  onCount: (count: Acknowledgement) => void,
): new (
  url: string,
) => WebSocket {
  return class CountedSocket extends WebSocket {
    private readonly count = new Acknowledgement()
    private refusal = ''

    constructor(url: string) {
      super(url, { headers, perMessageDeflate: false })
      onCount(this.count)
      this.on('message', (data: RawData) => {
        if (this.count.noteReceived(new Uint8Array(data as ArrayBuffer))) onCount(this.count)
      })
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
      if (data.length > 1) this.count.noteSent(data)
      super.send(data)
    }
  }
}
