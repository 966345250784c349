import { loadDemo } from '@/prisma/seed/demo.ts'
import { PEOPLE } from '@/prisma/seed/story.ts'
import { authorizeArticle } from '../access.ts'
import { readGalley } from '../article/galley.ts'
import type { Db } from '../db.ts'
import { openSession } from '../desk/user.ts'

export type DemoSeat = keyof typeof PEOPLE

/** Loads the demo desk; its passwords are of no account here. */
export async function openDemo(url: string): Promise<void> {
  await loadDemo({
    databaseUrl: url,
    passwords: { owner: 'a'.repeat(12), editor: 'b'.repeat(12), checker: 'c'.repeat(12) },
  })
}

/** A demo member's right to the demo article. */
export async function asDemo(db: Db, seat: DemoSeat) {
  const { id: userId } = await db.user.findUniqueOrThrow({ where: { email: PEOPLE[seat].email } })
  const { id } = await db.article.findFirstOrThrow({ where: { slug: { startsWith: 'belarusian' } } })
  const session = { userId, sessionId: await openSession(db, userId, 600) }
  return authorizeArticle(db, session, { id }, 'article.read')
}

/** The demo's claim with these words, or under this infobox label. */
export async function demoClaim(db: Db, words: string) {
  const reader = await asDemo(db, 'owner')
  const { claims, layout } = await readGalley(db, reader, reader)
  const labelled = layout.blocks.find(({ label }) => label === words)?.claims ?? []
  const claim = claims.find(({ number, text }) => labelled.includes(number) || text.includes(words))
  if (!claim) throw new Error(`no claim with “${words}”`)
  return claim
}
