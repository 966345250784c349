import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Db } from '@/lib/data/db.ts'
import { root } from '../root.ts'
import { articleText, type BenchArticle, EDITOR } from './arrangement.ts'
import { BareWriter } from './bare-save.ts'
import { type Figure, figure, type Sample, timed, timedInTurns } from './figure.ts'
import { Visitor } from './visitor.ts'

export interface Place {
  db: Db
  databaseUrl: string
  workspaceId: string
  memberId: string
  /** Attest, and the bare app. */
  url: string
  bareUrl: string
  /** Server actions of the build, by name. */
  actions: Record<string, string>
}

async function visit(place: Place): Promise<Visitor> {
  const visitor = new Visitor(place.url)
  await visitor.signIn(EDITOR.email, EDITOR.password)
  return visitor
}

/** The galley against the same text on a bare page. */
export async function measureGalley(place: Place, name: string, article: BenchArticle, count: number, aim?: number) {
  const [ours, bare] = [await visit(place), new Visitor(place.bareUrl)]
  const pages = [() => ours.get(`/articles/${article.slug}`), () => bare.get(`/${article.slug}`)]
  const [shown, plain] = await timedInTurns(count, pages, 20)
  ours.close()
  bare.close()
  return figure(`galley page, ${name}`, shown as Sample, plain, aim)
}

/** Recording wordings through the server action against the same rows in bare SQL, by so many writers at once. */
export async function measureSaves(
  place: Place,
  [name, mine, theirs]: [name: string, mine: BenchArticle, theirs: BenchArticle],
  writers: number,
  rounds: number,
  aim?: number,
): Promise<Figure> {
  const hands = await Promise.all(
    mine.claims.slice(0, writers).map(async ({ claimId }) => {
      const { id: wordingId } = await headOf(place.db, claimId)
      return { claimId, wordingId, visitor: await visit(place) }
    }),
  )
  const page = `/articles/${mine.slug}`
  const action = place.actions.record ?? ''
  const pens = await Promise.all(
    theirs.claims.slice(0, writers).map(async (claim) => {
      const head = await headOf(place.db, claim.claimId)
      const now = { claimId: claim.claimId, wordingId: head.id, number: head.number, substance: head.substance ?? 1 }
      return new BareWriter(place.databaseUrl, place, theirs, now).open()
    }),
  )
  const record = (round: number) =>
    Promise.all(
      hands.map(async (hand, at) => {
        const text = `Writer ${at} found in round ${round} that it was otherwise.`
        const asked = {
          articleId: mine.articleId,
          claimId: hand.claimId,
          baseId: hand.wordingId,
          text,
          reason: 'Bench',
        }
        const answer = await hand.visitor.call<{ outcome: string; wordingId: string }>(action, page, asked)
        if (answer.outcome !== 'recorded') throw new Error(`not recorded: ${answer.outcome}`)
        hand.wordingId = answer.wordingId
      }),
    )
  const write = (round: number) => Promise.all(pens.map((pen) => pen.save(`It was otherwise, ${round}.`)))
  const [over, bare] = await timedInTurns(rounds, [record, write])
  for (const { visitor } of hands) visitor.close()
  for (const pen of pens) await pen.close()
  const who = writers === 1 ? 'one writer' : `${writers} writers at once`
  return figure(`recording a wording, ${who}, ${name}`, over as Sample, bare, aim)
}

const headOf = (db: Db, claimId: string) => db.claimRevision.findFirstOrThrow({ where: { claimId, state: 'accepted' } })

export async function measureImport(place: Place, name: string, text: string, count: number): Promise<Figure> {
  const visitor = await visit(place)
  const asked = { workspaceId: place.workspaceId, text, language: 'en', anyway: true }
  const sample = await timed(count, () => visitor.call(place.actions.bringIn ?? '', '/articles/new', asked), 1)
  visitor.close()
  return figure(`import, ${name}`, sample)
}

export async function measureReport(
  place: Place,
  name: string,
  { slug }: BenchArticle,
  count: number,
): Promise<Figure> {
  const visitor = await visit(place)
  const sample = await timed(count, () => visitor.get(`/api/articles/${slug}/report`), 2)
  visitor.close()
  return figure(`report as a file, ${name}`, sample)
}

export const demoText = () =>
  readFileSync(join(root, 'prisma', 'seed', 'data', 'belarusian-partisan-movement.txt'), 'utf8')

/** Paragraphs of a bench article, for the bare page. */
export const paragraphsOf = (title: string, claims: number) => articleText(title, claims).trim().split('\n\n')
