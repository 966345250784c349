import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { assess } from '@/lib/data/claim/assessment.ts'
import { as, claimNow, type TestDesk } from '@/lib/data/testing/desk.ts'
import { breaksOf, ownDatabase } from '@/lib/data/testing/fresh-database.ts'
import { openFurnishedDesk } from '@/lib/data/testing/furnished-desk.ts'
import { knownPublicKey } from '@/lib/platform/auth/signing-key.ts'
import { newId } from '@/lib/platform/ids.ts'
import { attest, endChildren } from './testing/child.ts'

/** `attest redact`, as it is typed. */

const at = ownDatabase()
let desk: TestDesk

beforeAll(async () => {
  desk = await openFurnishedDesk(at.db, 'Mill')
})
afterAll(endChildren)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const folder = mkdtempSync(join(tmpdir(), 'attest-redact-'))
const here = { NEXTAUTH_SECRET: 'x', ATTEST_DATA: folder }
const run = (...args: string[]) => attest(['redact', ...args], { ...here, DATABASE_URL: at.url })
const key = () => knownPublicKey(join(folder, 'signing-key.pem')) ?? 'none'
const REASON = ['--reason', 'A person asked for it.']

test('takes the words of a comment, says where it was, and leaves who did it and why', async () => {
  const { id } = await at.db.comment.findFirstOrThrow({ where: { body: 'Whose count?' } })
  const { code, stdout, stderr } = await run('comment', id, ...REASON)
  expect({ code, stdout, stderr }).toEqual({
    code: 0,
    stdout: '',
    stderr: 'The comment of “The mill fire” (Mill desk) was redacted. No one can bring its words back.\n',
  })
  expect(await at.db.comment.findUniqueOrThrow({ where: { id } })).toMatchObject({ body: '[redacted]' })
  const event = await at.db.auditEvent.findFirstOrThrow({
    where: { clockId: desk.articleId },
    orderBy: { seq: 'desc' },
  })
  expect(event).toMatchObject({
    kind: 'record.redacted',
    memberId: null,
    payload: { reason: 'A person asked for it.' },
  })
  expect((await run('comment', id, ...REASON)).stderr).toMatch(/^There was nothing to redact in this comment/)
  expect(await breaksOf(at.url, { keys: [key()] })).toEqual([])
})

test('takes what is on the shelf: a field, a snapshot, a reason', async () => {
  const source = await at.db.source.findFirstOrThrow({ where: { title: 'Twelve dead' } })
  expect((await run('source', source.id, '--field', 'title', ...REASON)).code).toBe(0)
  const snapshot = await at.db.snapshot.findFirstOrThrow({ where: { workspaceId: desk.workspaceId } })
  expect((await run('snapshot', snapshot.id, ...REASON)).stderr).toMatch(/file is erased by the server/)
  const grade = await at.db.sourceGrade.findFirstOrThrow({ where: { reason: 'It copies.' } })
  expect((await run('grade', grade.id, ...REASON)).stderr).toMatch(/The grade of “Mill desk” was redacted/)
  expect(await at.db.sourceGrade.findUniqueOrThrow({ where: { id: grade.id } })).toMatchObject({ reason: '[redacted]' })
  expect(await breaksOf(at.url, { keys: [key()] })).toEqual([])
})

test('takes an answer that is hidden from everyone, and says nothing of it', async () => {
  const claim = await claimNow(at.db, desk, 3)
  const given = { verdict: 'supported', confidence: 'low', rationale: 'Ilse Kolbe saw the mill' } as const
  const made = await assess(at.db, await as(at.db, desk, 'checker'), { ...claim, ...given })
  if (made.outcome !== 'assessed') throw new Error(made.outcome)
  const { code, stderr } = await run('assessment', made.assessmentId, ...REASON)
  expect(code).toBe(0)
  expect(stderr).not.toContain('Ilse')
})

test('refuses in words, and redacts nothing', async () => {
  const wording = await at.db.claimRevision.findFirstOrThrow({
    where: { articleId: desk.articleId, state: 'accepted' },
  })
  const { id } = await at.db.comment.findFirstOrThrow({ where: { body: 'And of when?' } })
  const refused = [
    [1, /no comment with the id/, ['comment', newId(), ...REASON]],
    [1, /"twelve" is not an id/, ['comment', 'twelve', ...REASON]],
    [1, /Reword the claim first/, ['wording', wording.id, ...REASON]],
    [1, /Say it without them/, ['comment', id, '--reason', 'And of when?']],
    [1, /[Rr]eason.*Nothing was redacted/, ['comment', id, '--reason', '  ']],
    [2, /reason/, ['comment', id]],
    [2, /name the field/, ['source', newId(), ...REASON]],
    [2, /--field goes with a source/, ['comment', id, '--field', 'title', ...REASON]],
    [2, /Allowed choices are comment, /, ['member', id, ...REASON]],
  ] as const
  for (const [code, words, args] of refused) {
    const found = await run(...args)
    expect(found.stderr).toMatch(words)
    expect(found).toMatchObject({ code, stdout: '' })
  }
  expect(await at.db.comment.findUniqueOrThrow({ where: { id } })).toMatchObject({ redactedSeq: null })
  const help = await run('--help')
  expect(help.stdout).toMatch(/--reason <text>/)
})

test('what was redacted verifies by the key that signed it, on another machine too, and not without', async () => {
  const elsewhere = { DATABASE_URL: at.url, ATTEST_DATA: join(folder, 'elsewhere') }
  const verify = (...more: string[]) => attest(['audit', 'verify', '--no-files', ...more], elsewhere)
  const without = await verify()
  expect(without.code).toBe(1)
  expect(without.stdout).toContain(`signed by the key ${key()}, which is not this installation’s`)
  const keyed = await verify('--key', key())
  expect(keyed).toMatchObject({ code: 0, stdout: expect.stringContaining('The audit log holds') })
})
