import { parentPort } from 'node:worker_threads'
import { type Content, extract } from './extract'

/** Reads one content after another and says what it found, or null; `extract-apart` starts it and ends it. */
parentPort?.on('message', async (content: Content) => {
  parentPort?.postMessage(await extract(content).catch(() => null))
})
