import { createEncoder, toUint8Array, writeVarString, writeVarUint, writeVarUint8Array } from 'lib0/encoding'
import { Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'

/** Messages as a program would forge them, past the provider (Hocuspocus's wire protocol). */

const [SYNC, AWARENESS, AUTH] = [0, 1, 2]

export function authMessage(article: string): Uint8Array {
  return message(article, AUTH, (encoder) => {
    writeVarUint(encoder, 0)
    writeVarString(encoder, 'by cookie')
    writeVarString(encoder, '4.7.0')
  })
}

export function updateMessage(article: string, update: Uint8Array, step = 2): Uint8Array {
  return message(article, SYNC, (encoder) => {
    writeVarUint(encoder, step)
    writeVarUint8Array(encoder, update)
  })
}

/** What another client would say of itself. */
export function awarenessMessage(article: string, client: number, clock: number, state: object): Uint8Array {
  const awareness = new Awareness(new Y.Doc())
  awareness.states.set(client, state)
  awareness.meta.set(client, { clock, lastUpdated: 0 })
  const update = encodeAwarenessUpdate(awareness, [client])
  awareness.destroy()
  return message(article, AWARENESS, (encoder) => writeVarUint8Array(encoder, update))
}

function message(
  article: string,
  type: number,
  write: (encoder: ReturnType<typeof createEncoder>) => void,
): Uint8Array {
  const encoder = createEncoder()
  writeVarString(encoder, article)
  writeVarUint(encoder, type)
  write(encoder)
  return toUint8Array(encoder)
}
