import { Acknowledgement } from '@/lib/editor/acknowledgement.ts'
import type { HeldMessages } from './held-messages.ts'

/** A browser's socket that counts what it sent and what of it was acknowledged, and holds back what has to wait. */
export function countedSocket(onAcknowledged: (count: Acknowledgement) => void, held: HeldMessages): typeof WebSocket {
  return class CountedSocket extends WebSocket {
    private readonly count = new Acknowledgement()

    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols)
      // The first to hear of a message: what it holds back, no one else has heard.
      this.addEventListener('message', (event: MessageEvent) => {
        const { data } = event
        if (event.isTrusted && held.take(() => this.dispatchEvent(new MessageEvent('message', { data })))) {
          event.stopImmediatePropagation()
          return
        }
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
