import { readFile } from 'node:fs/promises'
import { authorizeArticle, authorizeWorkspace, houseAuthority, type SessionClaim } from '@/lib/data/access.ts'
import { importArticle } from '@/lib/data/article/article.ts'
import { readGalley } from '@/lib/data/article/galley.ts'
import { adjudicate, assess } from '@/lib/data/claim/assessment.ts'
import { setCheckable } from '@/lib/data/claim/checkability.ts'
import { attachCitation } from '@/lib/data/claim/citation.ts'
import { addComment, openThread } from '@/lib/data/claim/thread.ts'
import { connect, type Db } from '@/lib/data/db.ts'
import { addMember } from '@/lib/data/desk/member.ts'
import { createUser, openSession } from '@/lib/data/desk/user.ts'
import { createWorkspace } from '@/lib/data/desk/workspace.ts'
import { proposeWording, recordWording } from '@/lib/data/revision/wording.ts'
import { addSource } from '@/lib/data/source/source.ts'
import { sectionsOf } from '@/lib/domain/article/layout.ts'
import type { ClaimSummary } from '@/lib/domain/claim/claim.ts'
import type { Ability } from '@/lib/domain/desk/permission.ts'
import { parseArticle } from '@/lib/exchange/plain-text/plain-text.ts'
import { sentenceSegmenter } from '@/lib/exchange/sentences/sentences.ts'
import { hashPassword } from '@/lib/platform/auth/password.ts'
import { parseCsl } from '@/lib/schema/csl.ts'
import { type Evidence, parseEvidence } from './evidence.ts'
import { ADJUDICATION, EARLY_RATINGS, NOT_CHECKABLE, PEOPLE, PROPOSALS, RATINGS, type Seat, THREADS } from './story.ts'

const data = new URL('./data/', import.meta.url)
const SEATS = Object.keys(PEOPLE) as Seat[]
const FATALITIES = 'Fatalities'

export type Demo = { accounts: { role: string; email: string }[] }

/**
 * Sets up the demo desk: the real article with its real evidence, recorded through the functions that people's clicks
 * use, each step by a member of the desk. Does nothing where there is a desk already.
 */
export async function loadDemo(options: { databaseUrl: string; passwords: Record<Seat, string> }): Promise<Demo> {
  const db = connect(options.databaseUrl)
  try {
    if ((await db.workspace.count()) === 0) await new DemoDesk(db).tell(options.passwords)
    return { accounts: SEATS.map((role) => ({ role, email: PEOPLE[role].email })) }
  } finally {
    await db.$disconnect()
  }
}

class DemoDesk {
  private readonly sessions = {} as Record<Seat, SessionClaim>
  private readonly members = {} as Record<Seat, string>
  private readonly sources = new Map<string, string>()
  private articleId = ''
  private workspaceId = ''

  constructor(private readonly db: Db) {}

  async tell(passwords: Record<Seat, string>): Promise<void> {
    const evidence = parseEvidence(await readFile(new URL('evidence.json', data), 'utf8'))
    await this.seatPeople(passwords)
    await this.importEarlierState(evidence)
    for (const rating of EARLY_RATINGS) await this.rate(rating)
    await this.recordPresentState(evidence)
    await this.markNotCheckable()
    await this.fillShelf(evidence)
    await this.cite(evidence)
    for (const rating of RATINGS) await this.rate(rating)
    const { claim, ...answer } = ADJUDICATION
    await adjudicate(this.db, await this.as('owner', 'claim.adjudicate'), { ...(await this.on(claim)), ...answer })
    await this.discuss()
    await this.propose()
  }

  private async seatPeople(passwords: Record<Seat, string>): Promise<void> {
    this.workspaceId = await createWorkspace(this.db, 'Demo desk')
    for (const role of SEATS) {
      const { name, email } = PEOPLE[role]
      const userId = await createUser(this.db, { email, passwordHash: await hashPassword(passwords[role]) })
      this.members[role] = await addMember(this.db, houseAuthority(this.workspaceId), { userId, name, role })
      this.sessions[role] = { userId, sessionId: await openSession(this.db, userId, 600) }
    }
  }

  private async importEarlierState(evidence: Evidence): Promise<void> {
    const present = await readFile(new URL('belarusian-partisan-movement.txt', data), 'utf8')
    const earlier = evidence.earlierWordings.revisions[0]?.fields[FATALITIES] ?? ''
    const source = present.replace(/^(- Fatalities: ).*$/m, `$1${earlier}`)
    const parsed = parseArticle(source, await sentenceSegmenter('en'), 'en')
    if (!parsed.ok) throw new Error(parsed.problem.message)
    const owner = await authorizeWorkspace(this.db, this.sessions.owner, this.workspaceId, 'article.import')
    const { articleId } = await importArticle(this.db, owner, {
      text: parsed.article,
      language: 'en',
      licence: 'CC BY-SA 4.0',
      attribution: 'Text of the Wikipedia article “Belarusian partisan movement (2020–present)” and its authors',
      originUrl: 'https://en.wikipedia.org/wiki/Belarusian_partisan_movement_(2020%E2%80%93present)',
      summary: 'The article with its infobox as of October 2022',
    })
    this.articleId = articleId
  }

  private async recordPresentState(evidence: Evidence): Promise<void> {
    const editor = await this.as('editor', 'wording.record')
    const { claimId, wordingId } = await this.on(FATALITIES)
    const text = evidence.earlierWordings.revisions.at(-1)?.fields[FATALITIES] ?? ''
    await recordWording(this.db, editor, {
      claimId,
      baseId: wordingId,
      text,
      reason: 'The present state of the article gives at least one death.',
    })
  }

  private async markNotCheckable(): Promise<void> {
    const editor = await this.as('editor', 'claim.mark_checkable')
    const { layout, claims } = await this.galley()
    const byNumber = new Map(claims.map((claim) => [claim.number, claim]))
    const sections = sectionsOf(layout, (claim) => byNumber.get(claim)?.text)
    for (const { label, section, reason } of NOT_CHECKABLE) {
      const numbers = label
        ? layout.blocks.filter((block) => block.label === label).flatMap((block) => block.claims)
        : (sections.find(({ title }) => title === section)?.claims ?? [])
      for (const number of numbers) {
        const claim = byNumber.get(number)
        if (claim) await setCheckable(this.db, editor, { claimId: claim.id, checkable: false, reason })
      }
    }
  }

  private async fillShelf(evidence: Evidence): Promise<void> {
    const checker = await authorizeWorkspace(this.db, this.sessions.checker, this.workspaceId, 'source.add')
    for (const { id, csl, reliability, derivesFrom } of evidence.sources) {
      const originId = derivesFrom && this.sources.get(derivesFrom)
      const source = {
        csl: parseCsl(csl),
        reliability,
        gradeReason: 'The demo desk’s grade',
        originId: originId || undefined,
      }
      this.sources.set(id, (await addSource(this.db, checker, source)).id)
    }
  }

  private async cite(evidence: Evidence): Promise<void> {
    const checker = await this.as('checker', 'citation.attach')
    for (const { claimContains, source, stance, credibility, says, locator } of evidence.citations) {
      const id = this.sources.get(source)
      if (!id) throw new Error(`The evidence cites ${source}, which is not among its sources.`)
      const on = await this.on(claimContains)
      const words = { quote: '', note: says, locator: locator ?? '' }
      await attachCitation(this.db, checker, { ...on, source: { id }, stance, credibility, ...words })
    }
  }

  private async rate({ claim, by, ...answer }: (typeof RATINGS)[number]): Promise<void> {
    await assess(this.db, await this.as(by, 'claim.assess'), { ...(await this.on(claim)), ...answer })
  }

  private async discuss(): Promise<void> {
    for (const { claim, by, quote, body, mention, reply } of THREADS) {
      const mentions = [this.members[mention]]
      const on = { ...(await this.on(claim)), quote, body, mentions }
      const threadId = await openThread(this.db, await this.as(by, 'comment.write'), on)
      if (!reply) continue
      const author = await this.as(reply.by, 'comment.write')
      await addComment(this.db, author, { threadId, body: reply.body, mentions: [] })
    }
  }

  private async propose(): Promise<void> {
    const checker = await this.as('checker', 'wording.propose')
    for (const { claim, replace, reason } of PROPOSALS) {
      const { claimId, wordingId, text } = await this.on(claim)
      await proposeWording(this.db, checker, {
        claimId,
        baseId: wordingId,
        text: text.replace(replace[0], replace[1]),
        reason,
      })
    }
  }

  private as(seat: Seat, ability: Ability) {
    return authorizeArticle(this.db, this.sessions[seat], { id: this.articleId }, ability)
  }

  private async galley() {
    const article = await this.as('owner', 'article.read')
    return readGalley(this.db, article, article)
  }

  /** The claim under an infobox label, or the one that contains these words, as a person sees it now. */
  private async on(words: string): Promise<{ claimId: string; wordingId: string; text: string }> {
    const { layout, claims } = await this.galley()
    const labelled = new Set(layout.blocks.filter((block) => block.label === words).flatMap((block) => block.claims))
    const is = (claim: ClaimSummary) => labelled.has(claim.number) || claim.text.includes(words)
    const claim = claims.find(is)
    if (!claim) throw new Error(`The demo article has no claim with “${words}”.`)
    return { claimId: claim.id, wordingId: claim.wordingId, text: claim.text }
  }
}
