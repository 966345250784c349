import { beforeEach, describe, expect, test } from 'vitest'
import { DEFAULT_POLICY, type Policy } from '@/lib/domain/check/policy.ts'
import type { Verdict } from '@/lib/domain/check/scale.ts'
import type { Role } from '@/lib/domain/desk/permission.ts'
import { newId } from '@/lib/platform/ids.ts'
import { houseArticle, houseAuthority } from '../access.ts'
import { withdraw } from '../claim/annotation.ts'
import { adjudicate, assess, reaffirm } from '../claim/assessment.ts'
import { change } from '../clock.ts'
import { readReport } from '../report/report.ts'
import { mergeClaims, splitClaim } from '../revision/structure.ts'
import { recordWording, restoreWording } from '../revision/wording.ts'
import { as, claimNow, openDesk, type TestDesk } from '../testing/desk.ts'
import { ownDatabase } from '../testing/fresh-database.ts'
import { readDossier } from './dossier.ts'
import { readClaim } from './galley.ts'

const at = ownDatabase()
let desk: TestDesk
let count = 0

beforeEach(async () => {
  count += 1
  desk = await openDesk(at.db, `Case${count}`)
})

const TOLL = 2
const answer = async (role: Role, number: number, rationale: string, verdict: Verdict = 'refuted') => {
  const found = await assess(at.db, await as(at.db, desk, role), {
    ...{ ...(await claimNow(at.db, desk, number)), verdict, confidence: 'low', rationale },
  })
  if (found.outcome !== 'assessed') throw new Error(found.outcome)
  return found.assessmentId
}
const again = async (role: Role, number: number, rationale = '') =>
  reaffirm(at.db, await as(at.db, desk, role), { ...(await claimNow(at.db, desk, number)), citationIds: [], rationale })
const house = () => houseArticle(desk.workspaceId, desk.articleId, desk.slug)
const reword = async (number: number, text: string) =>
  recordWording(at.db, house(), { ...(await claimNow(at.db, desk, number)), text, reason: 'Other words' })

/** All that someone can read of a claim: the dossier, and the report of every revision. */
async function reads(role: Role, number: number): Promise<string> {
  const reader = await as(at.db, desk, role)
  const dossier = await readDossier(at.db, reader, reader, await readClaim(at.db, reader, reader, number))
  const head = await at.db.article.findUniqueOrThrow({ where: { id: desk.articleId } })
  const reports = Array.from({ length: head.headNumber }, (_, before) =>
    readReport(at.db, reader, { revision: before + 1 }, async (sources) => sources.map(({ title }) => title)),
  )
  return JSON.stringify([dossier, await Promise.all(reports)])
}

describe('nothing that an editor does reveals an answer', () => {
  test('rewording, reading and restoring', async () => {
    await answer('checker', TOLL, 'SECRET count of the morgue')
    const before = await claimNow(at.db, desk, TOLL)
    await reword(TOLL, 'Nobody was hurt in the mill. ')
    for (const role of ['editor', 'owner', 'viewer'] as const) expect(await reads(role, TOLL)).not.toContain('SECRET')
    const { claimId, wordingId: baseId } = await claimNow(at.db, desk, TOLL)
    await restoreWording(at.db, house(), { claimId, baseId, wordingId: before.wordingId, reason: 'Back' })
    expect(await reads('editor', TOLL)).not.toContain('SECRET')
    expect(await reads('checker', TOLL)).toContain('SECRET')
    await again('checker', TOLL)
    expect(await reads('editor', TOLL)).not.toContain('SECRET')
    await answer('editor', TOLL, 'My own')
    expect(await reads('editor', TOLL)).toContain('SECRET')
  })

  test('trying to settle hidden answers, whether they differ or not', async () => {
    await setPolicy({ ...DEFAULT_POLICY, minAssessorsHumanToll: 3 })
    await answer('checker', TOLL, 'One', 'refuted')
    const editor = await as(at.db, desk, 'editor')
    for (const verdict of ['refuted', 'supported'] as const) {
      await answer('owner', TOLL, 'Two', verdict)
      const settled = {
        ...(await claimNow(at.db, desk, TOLL)),
        verdict: 'refuted',
        confidence: 'low',
        reason: 'So',
      } as const
      expect(await adjudicate(at.db, editor, settled)).toEqual({ outcome: 'nothing_to_settle' })
    }
  })

  test('a withdrawal takes back what it had revealed, in reports of earlier revisions too', async () => {
    await answer('checker', TOLL, 'SECRET list of names')
    const second = await answer('editor', TOLL, 'The second')
    await reword(3, 'The mill stood by the canal. ')
    expect(await reads('viewer', TOLL)).toContain('SECRET')
    await withdraw(at.db, await as(at.db, desk, 'editor'), 'Assessment', { id: second, reason: '' })
    const seen = await reads('owner', TOLL)
    expect(seen).not.toMatch(/SECRET|The second|refuted/)
    await answer('owner', TOLL, 'The third')
    expect(await reads('viewer', TOLL)).toMatch(/SECRET/)
  })
})

describe('words that go to another claim', () => {
  const split = async (number: number) => {
    const { claimId, wordingId, text } = await claimNow(at.db, desk, number)
    const found = await splitClaim(at.db, await as(at.db, desk, 'editor'), {
      ...{ claimId, wordingId, cuts: [text.indexOf('in the mill')], reason: 'Two things' },
    })
    expect(found).toMatchObject({ outcome: 'recorded' })
    const newest = await at.db.claim.findFirstOrThrow({
      where: { articleId: desk.articleId },
      orderBy: { number: 'desc' },
    })
    return newest.number
  }

  test('keep a hidden answer hidden, here and there', async () => {
    await answer('checker', TOLL, 'SECRET of two hospitals')
    const part = await split(TOLL)
    for (const number of [TOLL, part]) expect(await reads('owner', number)).not.toContain('SECRET')
    expect(await reads('checker', part)).toContain('SECRET')
  })

  test('a revealed answer is shown there, until one re-affirms it where it is not revealed', async () => {
    await answer('checker', TOLL, 'SECRET of two hospitals')
    await answer('owner', TOLL, 'Another')
    const part = await split(TOLL)
    expect(await reads('viewer', part)).toContain('SECRET')
    await reword(part, 'in the mill 11 people died. ')
    await again('checker', part)
    for (const number of [TOLL, part]) expect(await reads('viewer', number)).not.toContain('SECRET')
  })

  test('and those that come from a claim that is merged', async () => {
    await answer('checker', TOLL, 'SECRET tally')
    const [first, second] = [await claimNow(at.db, desk, TOLL), await claimNow(at.db, desk, 3)]
    const merged = await mergeClaims(at.db, await as(at.db, desk, 'editor'), {
      claims: [first, second].map(({ claimId, wordingId }) => ({ claimId, wordingId })),
      reason: 'One thing',
    })
    expect(merged).toMatchObject({ outcome: 'recorded' })
    expect(await reads('owner', TOLL)).not.toContain('SECRET')
  })
})

describe('a policy that changes', () => {
  test('hides nothing again that an earlier one had revealed, and hides what comes after', async () => {
    await answer('checker', 3, 'OPEN from the first')
    expect(await reads('viewer', 3)).toContain('OPEN')
    await setPolicy({ ...DEFAULT_POLICY, minAssessors: 2 })
    await answer('checker', 4, 'SECRET under the new one')
    expect(await reads('editor', 3)).toContain('OPEN')
    expect(await reads('editor', 4)).not.toContain('SECRET')
    await setPolicy({ ...DEFAULT_POLICY, minAssessors: 2, blindAssessments: false })
    expect(await reads('editor', 4)).toContain('SECRET')
  })
})

async function setPolicy(policy: Policy): Promise<void> {
  const { workspaceId } = desk
  const authority = houseAuthority(workspaceId)
  const what = { clockId: workspaceId, authority, ability: 'member.manage', kind: 'policy.set' } as const
  await change(at.db, what, async (ledger) => {
    const old = await ledger.tx.policyVersion.findFirstOrThrow({ where: { workspaceId, endedSeq: null } })
    await ledger.end('PolicyVersion', [old.id])
    const number = old.number + 1
    await ledger.add('PolicyVersion', [{ id: newId(), workspaceId, number, memberId: null, ...policy }])
    return { value: undefined, details: {} }
  })
}
