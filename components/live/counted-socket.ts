import { Acknowledgement } from '@/lib/editor/acknowledgement'

/** A browser's socket that counts what it sent and what of it was acknowledged. */
export function countedSocket(onAcknowledged: (count: Acknowledgement) => void): typeof WebSocket {
  return class CountedSocket extends WebSocket {
    private readonly count = new Acknowledgement()

    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols)
      this.addEventListener('message', ({ data }: MessageEvent) => {
        const acknowledged = data instanceof ArrayBuffer && this.count.noteReceived(new Uint8Array(data))
        // After the provider has seen it too.
        if (acknowledged) queueMicrotask(() => onAcknowledged(this.count))
      })
    }

    override send(data: string | ArrayBufferLike | Blob | ArrayBufferView): void {
      if (data instanceof Uint8Array && data.length > 1) this.count.noteSent(data)
      super.send(data as ArrayBuffer)
    }
  }
}
