import { CONFIDENCES, VERDICTS } from '@/lib/domain/check/scale.ts'
import { type AuthorizedArticle, authorizeArticle, houseArticle, type SessionClaim } from '../access.ts'
import { withdraw } from '../claim/annotation.ts'
import { adjudicate, assess, reaffirm } from '../claim/assessment.ts'
import type { Db } from '../db.ts'
import { recordWording, restoreWording } from '../revision/wording.ts'
import type { TestDesk } from './desk.ts'

export const MOVES = [
  'assess',
  'assess',
  'assess',
  'assess',
  'reaffirm',
  'reaffirm',
  'reword',
  'restore',
  'withdraw',
  'adjudicate',
] as const
export type Move = { what: (typeof MOVES)[number]; who: number; pick: number }

/** What a claim of the game may say: the first three state a toll, so more than one answer is demanded. */
const TEXTS = [
  '12 people were killed there. ',
  '13 people were killed there. ',
  '14 people were killed there. ',
  'It was a mill. ',
]
const STATES_TOLL = 3

/** Two answers say the same where one re-affirms the other. */
type Given = { id: string; who: number; says: number; substance: number; current: boolean; rationale: string }

/** One claim that several people answer, and what is known of their answers without asking the code under test. */
export class BlindGame {
  readonly answers: Given[] = []
  private substance = 1
  private text = 0
  private count = 0

  constructor(
    private readonly at: { db: Db; desk: TestDesk; people: readonly SessionClaim[]; demanded: number },
    readonly claimId: string,
    readonly number: number,
  ) {}

  /** Answers that no one but the person who gave them may see now, with those that they may be equal to. */
  secrets(): Given[] {
    const demanded = this.text < STATES_TOLL ? this.at.demanded : 1
    const current = this.answers.filter((one) => one.current && one.substance === this.substance)
    if (new Set(current.map(({ who }) => who)).size >= demanded) return []
    return this.answers.filter((one) => current.some(({ who, says }) => who === one.who && says === one.says))
  }

  /** What does not fit now changes nothing. */
  async make({ what, who: any, pick }: Move): Promise<void> {
    const { db, desk, people } = this.at
    const who = this.whoCan(what, any)
    const person = await authorizeArticle(db, people[who] ?? null, { id: desk.articleId }, 'article.read')
    // Words that none of the five wrote, so that each of them may answer.
    const house = houseArticle(desk.workspaceId, desk.articleId, desk.slug)
    const { wordingId } = await this.head()
    const on = { claimId: this.claimId, wordingId }
    const said = { verdict: VERDICTS[pick % 4] ?? 'supported', confidence: CONFIDENCES[pick % 3] ?? 'low' }
    if (what === 'assess') await this.assess(person, who, { ...on, ...said })
    else if (what === 'reaffirm') await this.reaffirm(person, who, on, pick)
    else if (what === 'withdraw') await this.withdraw(person, who)
    else if (what === 'adjudicate' && person.role !== 'checker')
      await adjudicate(db, person, { ...on, ...said, reason: 'Settled' })
    else if (what === 'reword') await this.say(house, pick % TEXTS.length)
    else if (what === 'restore') await this.restore(house, pick)
  }

  /** Mostly someone who has an answer that this can be done to. */
  private whoCan(what: Move['what'], any: number): number {
    const current = this.answers.filter((one) => one.current)
    const able =
      what === 'reaffirm'
        ? current.filter(({ substance }) => substance !== this.substance)
        : what === 'withdraw'
          ? current
          : []
    return able[any % Math.max(1, able.length)]?.who ?? any
  }

  private head() {
    return this.at.db.claimRevision
      .findFirstOrThrow({ where: { claimId: this.claimId, state: 'accepted' }, select: { id: true } })
      .then(({ id }) => ({ wordingId: id }))
  }

  private canary(): string {
    this.count += 1
    return `CANARY ${this.number}.${this.count};`
  }

  private async assess(person: AuthorizedArticle, who: number, given: Omit<Parameters<typeof assess>[2], 'rationale'>) {
    const rationale = this.canary()
    const found = await assess(this.at.db, person, { ...given, rationale })
    if (found.outcome !== 'assessed') throw new Error(found.outcome)
    this.add({ id: found.assessmentId, who, says: this.count, rationale })
  }

  private async reaffirm(
    person: AuthorizedArticle,
    who: number,
    on: { claimId: string; wordingId: string },
    pick: number,
  ) {
    const mine = this.answers.find((one) => one.who === who && one.current && one.substance !== this.substance)
    const rationale = pick % 2 === 0 ? '' : this.canary()
    const found = await reaffirm(this.at.db, person, { ...on, citationIds: [], rationale })
    if ((found.outcome === 'reaffirmed') !== (mine !== undefined)) throw new Error(`reaffirm: ${found.outcome}`)
    if (!mine) return
    const { id } = await this.at.db.assessment.findFirstOrThrow({
      where: { reaffirmsId: mine.id },
      select: { id: true },
    })
    this.add({ id, who, says: mine.says, rationale: rationale || mine.rationale })
  }

  private async withdraw(person: AuthorizedArticle, who: number) {
    const mine = this.answers.find((one) => one.who === who && one.current)
    if (!mine) return
    await withdraw(this.at.db, person, 'Assessment', { id: mine.id, reason: '' })
    mine.current = false
  }

  private add(given: Omit<Given, 'substance' | 'current'>) {
    for (const one of this.answers) if (one.who === given.who) one.current = false
    this.answers.push({ ...given, substance: this.substance, current: true })
  }

  private async say(house: AuthorizedArticle, text: number) {
    const { wordingId: baseId } = await this.head()
    const words = { claimId: this.claimId, baseId, text: TEXTS[text] ?? '', reason: 'Other words' }
    this.said(text, await recordWording(this.at.db, house, words))
  }

  private async restore(house: AuthorizedArticle, pick: number) {
    const { db } = this.at
    const where = { claimId: this.claimId, state: 'superseded' } as const
    const earlier = await db.claimRevision.findMany({
      where,
      orderBy: { number: 'asc' },
      select: { id: true, text: true },
    })
    const chosen = earlier[pick % Math.max(1, earlier.length)]
    if (!chosen) return
    const { wordingId: baseId } = await this.head()
    const asked = { claimId: this.claimId, wordingId: chosen.id, baseId, reason: 'Back' }
    this.said(TEXTS.indexOf(chosen.text), await restoreWording(db, house, asked))
  }

  private said(text: number, found: Awaited<ReturnType<typeof recordWording>>) {
    if (found.outcome !== 'recorded') return
    if (found.madeStale) this.substance += 1
    this.text = text
  }
}

/** What the claims of a game say at first. */
export const FIRST = TEXTS[0] ?? ''
