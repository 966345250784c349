import fc from 'fast-check'
import { Client } from 'pg'
import { expect, test } from 'vitest'
import { formatReferences } from '@/lib/exchange/bibliography/bibliography.ts'
import { reportFile } from '@/lib/exchange/report/report.ts'
import { authorizeArticle, houseAuthority, type SessionClaim } from '../access.ts'
import { addMember } from '../desk/member.ts'
import { createUser, openSession } from '../desk/user.ts'
import { coverageOfRevisions } from '../history/revision-coverage.ts'
import { revisionMoments } from '../history/revision-moment.ts'
import { readReport } from '../report/report.ts'
import { BlindGame, FIRST, MOVES, type Move } from '../testing/blind-game.ts'
import { addArticle, openDesk, type TestDesk } from '../testing/desk.ts'
import { ownDatabase } from '../testing/fresh-database.ts'
import { readDossier } from './dossier.ts'
import { readClaim, readGalley, readStatuses } from './galley.ts'

// Random games on several claims at once. After every round each person reads every surface: no words of an answer that
// is hidden from them may be there, and nothing may change when the hidden answers say something else.

const at = ownDatabase()

/** More of them than fit into the tests: BLIND_GAMES=2000 npm run check -- integration blindness */
const GAMES = Number(process.env.BLIND_GAMES) || 12
const SEED = Number(process.env.BLIND_SEED) || 11
const CLAIMS = 6
const ROUNDS = 9

const move = fc.record({ what: fc.constantFrom(...MOVES), who: fc.nat(4), pick: fc.nat(11) })
const round = fc.array(move, { minLength: CLAIMS, maxLength: CLAIMS })
const rounds = fc.record({ moves: fc.array(round, { minLength: ROUNDS, maxLength: ROUNDS }), look: fc.nat(1_000) })

test(`${GAMES} games of ${ROUNDS} moves by five people reveal nothing`, { timeout: 3_600_000 }, async () => {
  const stored = new Client({ connectionString: at.url })
  await stored.connect()
  // The record cannot be rewritten; here someone does, to see who would notice.
  await stored.query('SET session_replication_role = replica')
  try {
    for (let play = 0; play * CLAIMS < GAMES; play++) {
      const seed = SEED + play
      const [given] = fc.sample(rounds, { seed, numRuns: 1 })
      await table(stored, seed, given ?? { moves: [], look: 0 }).catch((cause: unknown) => {
        throw new Error(`BLIND_SEED=${seed} BLIND_GAMES=1 shows it: ${(cause as Error).message}`, { cause })
      })
    }
  } finally {
    await stored.end()
  }
})

async function table(stored: Client, seed: number, { moves, look }: { moves: Move[][]; look: number }) {
  const desk = await openDesk(at.db, `Blind ${seed}`)
  const people = await fivePeople(desk, seed)
  const { articleId, slug } = await addArticle(at.db, desk, ['The fire', ...Array(CLAIMS).fill(FIRST)], 'Blind')
  const here = { ...desk, articleId, slug }
  const demanded = seed % 2 === 1 ? 2 : 3
  if (demanded === 3) await demandThree(stored, desk.workspaceId)
  const claims = await at.db.claim.findMany({ where: { articleId, number: { gt: 1 } }, orderBy: { number: 'asc' } })
  const games = claims.map(({ id, number }) => new BlindGame({ db: at.db, desk: here, people, demanded }, id, number))
  for (const [turn, each] of moves.entries()) {
    for (const [place, one] of each.entries()) await games[place]?.make(one)
    const secrets = games.flatMap((game) => game.secrets())
    if (secrets.length === 0) continue
    const readers = [...people, desk.seats.viewer.session]
    const before = []
    for (const [who, session] of readers.entries()) before.push(await read(session, here, games, look + turn, who))
    for (const [who, { own }] of before.entries())
      for (const [place, text] of own.entries())
        for (const secret of games[place]?.secrets() ?? [])
          if (secret.who !== who) expect(text, `C-${place + 2}, read by ${who}`).not.toContain(secret.rationale)
    for (const { rationale } of secrets) for (const { shared } of before) expect(shared).not.toContain(rationale)

    const undo = await sayOtherwise(
      stored,
      secrets.map(({ id }) => id),
    )
    const who = (look + turn) % readers.length
    const after = await read(readers[who] as SessionClaim, here, games, look + turn, who)
    await undo()
    expect(after.shared, `round ${turn}, read by ${who}`).toBe(before[who]?.shared)
    for (const [place, text] of after.own.entries())
      if (games[place]?.secrets().every((secret) => secret.who !== who))
        expect(text, `C-${place + 2} in round ${turn}, read by ${who}`).toBe(before[who]?.own[place])
  }
}

/** Everything that a person can read of answers: now, and as of an earlier revision. */
async function read(session: SessionClaim, desk: TestDesk, games: readonly BlindGame[], look: number, who: number) {
  const reader = await authorizeArticle(at.db, session, { id: desk.articleId }, 'article.read')
  const all = await revisionMoments(at.db, reader, reader, { first: 1, last: 100_000 })
  const old = all[(look + who) % all.length] ?? reader
  const some = [1, 2, 3].flatMap((step) => all[(look + who + step * 5) % all.length] ?? [])
  const own = await Promise.all(
    games.map(async ({ number }) => {
      const dossiers = [reader, old].map(async (moment) =>
        readDossier(at.db, reader, moment, await readClaim(at.db, reader, moment, number)),
      )
      return JSON.stringify(await Promise.all(dossiers))
    }),
  )
  const ids = games.map(({ claimId }) => claimId)
  const revision = 'number' in old ? old.number : undefined
  const shared = await Promise.all([
    ...[reader, old].map((moment) => readGalley(at.db, reader, moment)),
    ...[reader, old, ...some].map(async (moment) => [...(await readStatuses(at.db, reader, moment, ids))]),
    ...[undefined, revision].map(async (number) =>
      reportFile(await readReport(at.db, reader, { revision: number, moment: reader }, formatReferences)),
    ),
    // What was found before is not asked for: it would hide a difference.
    coverageOfRevisions(at.db, reader, all, new Map()).then((found) => [...found]),
  ])
  return { own, shared: JSON.stringify(shared) }
}

/** Makes answers say something else, and gives what makes them say what they said. */
async function sayOtherwise(stored: Client, ids: string[]): Promise<() => Promise<void>> {
  const { rows } = await stored.query(
    'SELECT id, verdict, confidence, rationale FROM "Assessment" WHERE id = ANY($1)',
    [ids],
  )
  await stored.query(
    `UPDATE "Assessment" SET rationale = 'Otherwise', confidence = (CASE confidence WHEN 'low' THEN 'high' ELSE 'low' END)::"Confidence",
       verdict = (CASE verdict WHEN 'supported' THEN 'refuted' WHEN 'refuted' THEN 'not_enough_evidence' ELSE 'supported' END)::"Verdict"
     WHERE id = ANY($1)`,
    [ids],
  )
  return async () => {
    for (const row of rows)
      await stored.query('UPDATE "Assessment" SET verdict = $2, confidence = $3, rationale = $4 WHERE id = $1', [
        ...[row.id, row.verdict, row.confidence, row.rationale],
      ])
  }
}

async function fivePeople({ workspaceId, seats }: TestDesk, seed: number): Promise<SessionClaim[]> {
  const more = [1, 2].map(async (number) => {
    const userId = await createUser(at.db, { email: `more${number}@blind${seed}.example`, passwordHash: 'none' })
    await addMember(at.db, houseAuthority(workspaceId), { userId, name: `More ${number}`, role: 'checker' })
    return { userId, sessionId: await openSession(at.db, userId, 36_000) }
  })
  return [seats.checker.session, seats.editor.session, seats.owner.session, ...(await Promise.all(more))]
}

async function demandThree(stored: Client, workspaceId: string): Promise<void> {
  await stored.query('UPDATE "PolicyVersion" SET "minAssessorsHumanToll" = 3 WHERE "workspaceId" = $1', [workspaceId])
}
