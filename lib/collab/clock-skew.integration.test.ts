import { expect, test, vi } from 'vitest'
import { openDesk } from '@/lib/data/testing/desk.ts'
import { ownDatabase } from '@/lib/data/testing/fresh-database.ts'
import { DeskClients } from './testing/desk-clients.ts'
import { KillableServer } from './testing/killable-server.ts'

const at = ownDatabase()
const MINUTE = 60_000

test.each([
  ['half an hour ahead of its pages', 30 * MINUTE],
  ['three hours behind them', -180 * MINUTE],
])('a server whose clock is %s loses nothing and forgets no one', async (_, ahead) => {
  const desk = await openDesk(at.db, ahead > 0 ? 'Ahead' : 'Behind')
  const server = await KillableServer.start({ DATABASE_URL: at.url, AHEAD_MS: String(ahead) })
  const pages = new DeskClients(server, desk)
  try {
    const [ann, ben] = [await pages.of('editor'), await pages.of('checker')]
    ann.provider.setAwarenessField('claim', 2)
    ann.insert('the very ', 3)
    await ann.acknowledged()
    await vi.waitFor(() => expect(ben.words).toBe(ann.words))
    await vi.waitFor(() => expect(ben.provider.awareness?.getStates().get(ann.doc.clientID)?.claim).toBe(2))
    pages.closeAll()
    expect((await pages.of('viewer')).words).toContain('At the very least 12')
  } finally {
    pages.closeAll()
    await server.kill()
  }
})
