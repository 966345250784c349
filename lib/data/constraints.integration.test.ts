import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect, type Db } from './db.ts'
import { Attempts, copyOf, type Statement } from './testing/attempt.ts'
import { type FreshDatabase, freshDatabase } from './testing/database.ts'
import { addArticle, type TestDesk } from './testing/desk.ts'
import { openFurnishedDesk } from './testing/furnished-desk.ts'

// Each case is one row that the database takes, and the same row with one fault that it refuses by name.

let database: FreshDatabase
let db: Db
let attempts: Attempts
/** Ids by name, for the cases below. */
const of: Record<string, string> = {}

beforeAll(async () => {
  database = await freshDatabase()
  db = connect(database.url)
  attempts = await Attempts.open(database.url)
  await attempts.atAnyMoment()
  const mine = await openFurnishedDesk(db, 'Mill')
  const theirs = await openFurnishedDesk(db, 'Quarry')
  const other = await addArticle(db, mine, undefined, 'Another fire')
  const claim = async (articleId: string, number: number) => {
    const row = await attempts.row<{ claimId: string; id: string }>(
      `SELECT w."claimId", w."id" FROM "ClaimRevision" w JOIN "Claim" c ON c."id" = w."claimId"
       WHERE c."articleId" = $1 AND c."number" = $2 AND w."state" = 'accepted'`,
      articleId,
      number,
    )
    return row
  }
  const name = async (key: string, desk: TestDesk & { sourceId: string }) => {
    of[`${key}.desk`] = desk.workspaceId
    of[`${key}.article`] = desk.articleId
    of[`${key}.source`] = desk.sourceId
    of[`${key}.checker`] = desk.seats.checker.memberId
    of[`${key}.viewer`] = desk.seats.viewer.memberId
    of[`${key}.owner`] = desk.seats.owner.memberId
    of[`${key}.user`] = desk.seats.viewer.userId
    for (const number of [2, 3, 4, 5]) {
      const found = await claim(desk.articleId, number)
      of[`${key}.claim${number}`] = found.claimId
      of[`${key}.wording${number}`] = found.id
    }
  }
  await name('my', mine)
  await name('their', theirs)
  const far = await claim(other.articleId, 3)
  const clock = 'SELECT "seq" FROM "Clock" WHERE "id" = $1'
  of['my.now'] = String((await attempts.row<{ seq: number }>(clock, mine.articleId)).seq)
  of['my.deskNow'] = String((await attempts.row<{ seq: number }>(clock, mine.workspaceId)).seq)
  Object.assign(of, { 'other.article': other.articleId, 'other.claim': far.claimId, 'other.wording': far.id })
})

afterAll(async () => {
  await attempts?.close()
  await db?.$disconnect()
  await database?.drop()
})

/** Reads `@name` as the id of that name, anywhere in a value. */
const fill = (value: unknown): unknown =>
  typeof value === 'string' && value.startsWith('@') ? (of[value.slice(1)] ?? expect.fail(value)) : value
const filled = (row: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(row).map(([column, value]) => [column, fill(value)]))
const at = (where: string) => where.replace(/@([\w.]+)/g, (_, name: string) => `'${of[name]}'`)

type Case = [what: string, table: string, where: string, sound: object, fault: object, refusedBy: string]
const mine = `"articleId" = @my.article`
const current = `${mine} AND "endedSeq" IS NULL`
const accepted = `${mine} AND "state" = 'accepted' AND "claimId" = @my.claim4`
const ended = { state: 'superseded', endedSeq: '@my.now', number: 90 }
const proposal = `${mine} AND "state" = 'proposed'`
const quoted = `${current} AND "quoteId" IS NOT NULL`
const shelf = `"workspaceId" = @my.desk`
const shelfNow = `${shelf} AND "endedSeq" IS NULL`
const anew = { number: 91 }
const byViewer = { memberId: '@my.viewer' }

// biome-ignore format: one case a line.
const CASES: Case[] = [
  ['a second accepted head', 'ClaimRevision', accepted, ended, { state: 'accepted', endedSeq: null }, 'ClaimRevision_one_accepted_head'],
  ['a wording number twice', 'ClaimRevision', proposal, anew, { number: 1 }, 'ClaimRevision_claimId_number_key'],
  ['a wording without words', 'ClaimRevision', proposal, anew, { text: ' \t' }, 'ClaimRevision_has_words'],
  ['a wording of no claim', 'ClaimRevision', proposal, anew, { claimId: null }, 'claimId'],
  ['a wording of another article’s claim', 'ClaimRevision', proposal, anew, { claimId: '@other.claim', baseId: '@other.wording' }, 'ClaimRevision_articleId_claimId_fkey'],
  ['a base of another claim', 'ClaimRevision', proposal, anew, { baseId: '@my.wording2' }, 'ClaimRevision_claimId_baseId_fkey'],
  ['a proposal against nothing', 'ClaimRevision', proposal, anew, { baseId: null }, 'ClaimRevision_state'],
  ['a proposal with a substance', 'ClaimRevision', proposal, anew, { substance: 1 }, 'ClaimRevision_state'],
  ['a proposal that has ended', 'ClaimRevision', proposal, anew, { endedSeq: '@my.now' }, 'ClaimRevision_state'],
  ['a proposal with a reviewer', 'ClaimRevision', proposal, anew, { reviewerId: '@my.owner' }, 'ClaimRevision_state'],
  ['accepted, but never', 'ClaimRevision', accepted, ended, { acceptedSeq: null }, 'ClaimRevision_state'],
  ['accepted by no revision', 'ClaimRevision', accepted, ended, { revisionId: null }, 'ClaimRevision_state'],
  ['superseded, but still there', 'ClaimRevision', accepted, ended, { endedSeq: null }, 'ClaimRevision_state'],
  ['rejected by nobody', 'ClaimRevision', proposal, { ...anew, state: 'rejected', endedSeq: '@my.now', reviewerId: '@my.owner', reviewReason: 'No' }, { reviewerId: null }, 'ClaimRevision_state'],
  ['rejected without a reason', 'ClaimRevision', proposal, { ...anew, state: 'rejected', endedSeq: '@my.now', reviewerId: '@my.owner', reviewReason: 'No' }, { reviewReason: ' ' }, 'ClaimRevision_state'],
  ['withdrawn by a reviewer', 'ClaimRevision', proposal, { ...anew, state: 'withdrawn', endedSeq: '@my.now' }, { reviewerId: '@my.owner' }, 'ClaimRevision_state'],
  ['accepted before it was written', 'ClaimRevision', accepted, ended, { acceptedSeq: 1 }, 'ClaimRevision_accepted_later'],
  ['a substance below one', 'ClaimRevision', accepted, ended, { substance: 0 }, 'ClaimRevision_number'],
  ['an author of another desk', 'ClaimRevision', proposal, anew, { authorId: '@their.checker' }, 'ClaimRevision_workspaceId_authorId_fkey'],

  ['an assessment of no wording', 'Assessment', current, byViewer, { wordingId: null }, 'wordingId'],
  ['of another claim’s wording', 'Assessment', current, byViewer, { wordingId: '@my.wording3' }, 'Assessment_claimId_wordingId_substance_fkey'],
  ['of a wrong substance', 'Assessment', current, byViewer, { substance: 2 }, 'Assessment_claimId_wordingId_substance_fkey'],
  ['a second current one of a member', 'Assessment', current, byViewer, { memberId: '@my.checker' }, 'Assessment_one_current'],
  ['by a member of another desk', 'Assessment', current, byViewer, { memberId: '@their.viewer' }, 'Assessment_workspaceId_memberId_fkey'],
  ['without a rationale', 'Assessment', current, byViewer, { rationale: '\n ' }, 'Assessment_has_rationale'],
  ['with a verdict of its own', 'Assessment', current, byViewer, { verdict: 'maybe' }, 'invalid input value for enum "Verdict": "maybe"'],
  ['reaffirming what never was', 'Assessment', current, byViewer, { reaffirmsId: '@my.wording2' }, 'Assessment_reaffirms'],
  ['ended without a reason', 'Assessment', current, { ...byViewer, endedSeq: '@my.now', endReason: 'superseded' }, { endReason: null }, 'Assessment_ends_with_reason'],
  ['ended before it was made', 'Assessment', current, { ...byViewer, endedSeq: '@my.now', endReason: 'superseded' }, { endedSeq: 1 }, 'Assessment_ends_later'],
  ['a second adjudication', 'Adjudication', current, { endedSeq: '@my.now', endReason: 'superseded' }, { endedSeq: null, endReason: null }, 'Adjudication_one_current'],
  ['without a reason', 'Adjudication', current, { endedSeq: '@my.now', endReason: 'superseded' }, { reason: '' }, 'Adjudication_has_reason'],
  ['of a wrong substance', 'Adjudication', current, { endedSeq: '@my.now', endReason: 'superseded' }, { substance: 3 }, 'Adjudication_claimId_wordingId_substance_fkey'],

  ['a citation of no wording', 'Citation', current, {}, { wordingId: null }, 'wordingId'],
  ['for another claim’s wording', 'Citation', current, {}, { wordingId: '@my.wording3' }, 'Citation_claimId_wordingId_substance_fkey'],
  ['for a wrong substance', 'Citation', current, {}, { substance: 2 }, 'Citation_claimId_wordingId_substance_fkey'],
  ['credibility 7', 'Citation', current, { credibility: 6 }, { credibility: 7 }, 'Citation_credibility'],
  ['credibility 0', 'Citation', current, { credibility: 1 }, { credibility: 0 }, 'Citation_credibility'],
  ['of another desk’s source', 'Citation', current, {}, { sourceId: '@their.source' }, 'Citation_workspaceId_sourceId_fkey'],
  ['under another desk’s name', 'Citation', current, {}, { workspaceId: '@their.desk', sourceId: '@their.source', memberId: '@their.checker' }, 'Citation_of_article'],
  ['of another article’s claim', 'Citation', current, {}, { claimId: '@other.claim', wordingId: '@other.wording' }, 'Citation_articleId_claimId_fkey'],
  ['by a member of another desk', 'Citation', current, {}, { memberId: '@their.checker' }, 'Citation_workspaceId_memberId_fkey'],
  ['a change that never was', 'Citation', current, {}, { createdSeq: 900 }, 'Citation_created_by_event'],

  ['an anchor without its snapshot', 'Citation', current, {}, { anchor: { exact: 'x' } }, 'Citation_anchored'],
  ['a quote to look for, without words', 'Citation', quoted, {}, { quote: '' }, 'Citation_anchored'],
  ['a quote that was never taken', 'Citation', quoted, {}, { quoteId: '@my.wording2' }, 'Citation_quote'],
  ['amending what never was', 'Citation', current, {}, { amendsId: '@my.wording2' }, 'Citation_amends'],
  ['a snapshot of another desk’s source', 'Snapshot', shelf, {}, { sourceId: '@their.source' }, 'Snapshot_workspaceId_sourceId_fkey'],
  ['a snapshot of no bytes', 'Snapshot', shelf, {}, { sha256: 'x' }, 'Snapshot_bytes'],
  ['fetched, and without an answer', 'Snapshot', `${shelf} AND "url" IS NOT NULL`, {}, { status: null }, 'Snapshot_fetched_or_given'],
  ['a snapshot of a change that never was', 'Snapshot', shelf, {}, { createdSeq: 900 }, 'Snapshot_created_by_event'],
  ['a visit that found nothing, with a snapshot', 'Visit', `${shelf} AND "outcome" = 'first'`, {}, { outcome: 'gone' }, 'Visit_outcome'],
  ['a visit with another source’s snapshot', 'Visit', `${shelf} AND "outcome" = 'first'`, {}, { sourceId: '@my.source' }, 'Visit_snapshot_of_source'],
  ['a check without its place', 'QuoteCheck', `${shelf} AND "fate" = 'says_so'`, { createdSeq: '@my.deskNow' }, { start: null, end: null }, 'QuoteCheck_place'],
  ['a score beyond one', 'QuoteCheck', shelf, { createdSeq: '@my.deskNow' }, { score: 1001 }, 'QuoteCheck_place'],
  ['a copy in an archive, and a problem', 'ArchiveCopy', shelf, {}, { problem: 'Busy' }, 'ArchiveCopy_or_problem'],
  ['a second current record', 'SourceRecord', shelfNow, { endedSeq: '@my.deskNow' }, { endedSeq: null }, 'SourceRecord_one_current'],
  ['a record without a title', 'SourceRecord', shelfNow, { endedSeq: '@my.deskNow' }, { title: ' ' }, 'SourceRecord_has_title'],
  ['a second contact', 'SourceContact', shelfNow, { endedSeq: '@my.deskNow' }, { endedSeq: null }, 'SourceContact_one_current'],
  ['a source merged twice', 'SourceMerge', shelfNow, { endedSeq: '@my.deskNow' }, { endedSeq: null }, 'SourceMerge_one_current'],
  ['into another desk’s source', 'SourceMerge', shelfNow, { endedSeq: '@my.deskNow' }, { intoId: '@their.source' }, 'SourceMerge_workspaceId_intoId_fkey'],
  ['apart in the wrong order', 'SourceApart', shelfNow, { endedSeq: '@my.deskNow' }, { otherId: '00000000-0000-7000-8000-000000000000' }, 'SourceApart_in_order'],
  ['a search without words', 'SearchEntry', current, {}, { query: ' ' }, 'SearchEntry_has_words'],
  ['a search on no day', 'SearchEntry', current, {}, { searchedOn: 'today' }, 'SearchEntry_has_words'],
  ['a search under another desk’s name', 'SearchEntry', current, {}, { workspaceId: '@their.desk', memberId: null }, 'SearchEntry_of_article'],

  ['a thread on another claim’s wording', 'Thread', mine, {}, { wordingId: '@my.wording3' }, 'Thread_claimId_wordingId_fkey'],
  ['under another desk’s name', 'Thread', mine, {}, { workspaceId: '@their.desk', memberId: null }, 'Thread_of_article'],
  ['a comment without words', 'Comment', current, {}, { body: '  ' }, 'Comment_has_words'],
  ['in another article’s thread', 'Comment', current, {}, { articleId: '@other.article', createdSeq: 1 }, 'Comment_articleId_threadId_fkey'],
  ['under another desk’s name', 'Comment', current, {}, { workspaceId: '@their.desk', memberId: null }, 'Comment_of_article'],
  ['a mention of a stranger', 'Mention', mine, {}, { memberId: '@their.owner' }, 'Mention_workspaceId_memberId_fkey'],
  ['an inherited wording that is reviewed', 'ClaimRevision', proposal, { ...anew, state: 'inherited', substance: 1, baseId: null }, { reviewerId: '@my.owner' }, 'ClaimRevision_state'],
  ['an inherited wording of no substance', 'ClaimRevision', proposal, { ...anew, state: 'inherited', substance: 1, baseId: null }, { substance: null }, 'ClaimRevision_state'],
  ['an inherited wording in place of the head', 'ClaimRevision', proposal, { ...anew, state: 'inherited', substance: 1, baseId: null }, { acceptedSeq: '@my.now' }, 'ClaimRevision_state'],
  ['an assessment carried from nowhere', 'Assessment', current, byViewer, { carriedFromId: '@my.wording2' }, 'Assessment_carried'],
  ['a citation carried from nowhere', 'Citation', current, {}, { carriedFromId: '@my.wording2' }, 'Citation_carried'],
  ['a thread in two places', 'ThreadMove', current, { endedSeq: '@my.now' }, { endedSeq: null }, 'ThreadMove_one_current'],
  ['a thread moved to another article', 'ThreadMove', current, { endedSeq: '@my.now' }, { claimId: '@other.claim' }, 'ThreadMove_articleId_claimId_fkey'],
  ['two newest states of upstream', 'Upstream', current, { endedSeq: '@my.now' }, { endedSeq: null }, 'Upstream_one_current'],
  ['a change of structure answered by nobody', 'StructureProposal', current, {}, { reviewReason: 'Yes' }, 'StructureProposal_state'],
  ['rejected without a reason', 'StructureProposal', current, {}, { state: 'rejected', reviewerId: '@my.owner', reviewReason: ' ' }, 'StructureProposal_state'],
  ['under another desk’s name', 'StructureProposal', current, {}, { workspaceId: '@their.desk', authorId: null }, 'StructureProposal_workspaceId_articleId_fkey'],
  ['archived under another desk’s name', 'Archiving', mine, {}, { workspaceId: '@their.desk', memberId: null }, 'Archiving_workspaceId_articleId_fkey'],
  ['brought back without a reason, be it empty', 'Archiving', mine, {}, { endReason: null }, 'Archiving_ends_with_reason'],
  ['brought back before it was archived', 'Archiving', mine, {}, { endedSeq: 1 }, 'Archiving_ends_later'],
  ['archived by a member of another desk', 'Archiving', mine, {}, { memberId: '@their.owner' }, 'Archiving_workspaceId_memberId_fkey'],
  ['an amendment that changes nothing', 'ArticleAmendment', mine, {}, { given: {} }, 'ArticleAmendment_changes_something'],
  ['an amendment that gives what was there', 'ArticleAmendment', mine, { former: { licence: 'CC0' } }, { given: { licence: 'CC0' } }, 'ArticleAmendment_changes_something'],
  ['an amendment under another desk’s name', 'ArticleAmendment', mine, {}, { workspaceId: '@their.desk', memberId: null }, 'ArticleAmendment_workspaceId_articleId_fkey'],
  ['an amendment of a change that never was', 'ArticleAmendment', mine, {}, { createdSeq: 900 }, 'ArticleAmendment_created_by_event'],
  ['assigned twice to one member', 'Assignment', current, { assigneeId: '@my.owner' }, { assigneeId: '@my.checker' }, 'Assignment_one_current'],
  ['to a member of another desk', 'Assignment', current, { assigneeId: '@my.owner' }, { assigneeId: '@their.checker' }, 'Assignment_workspaceId_assigneeId_fkey'],
  ['by a member of another desk', 'Assignment', current, { assigneeId: '@my.owner' }, { memberId: '@their.owner' }, 'Assignment_workspaceId_memberId_fkey'],
  ['another article’s claim', 'Assignment', current, { assigneeId: '@my.owner' }, { claimId: '@other.claim' }, 'Assignment_articleId_claimId_fkey'],
  ['under another desk’s name', 'Assignment', current, { assigneeId: '@my.owner' }, { workspaceId: '@their.desk', assigneeId: '@their.owner', memberId: null }, 'Assignment_of_article'],
  ['ended without a reason', 'Assignment', current, { assigneeId: '@my.owner', endedSeq: '@my.now', endReason: 'given back' }, { endReason: null }, 'Assignment_ends_with_reason'],
  ['with a reason, but not ended', 'Assignment', current, { assigneeId: '@my.owner' }, { endReason: 'given back' }, 'Assignment_ends_with_reason'],
  ['ended before it was made', 'Assignment', current, { assigneeId: '@my.owner', endedSeq: '@my.now', endReason: 'given back' }, { endedSeq: 1 }, 'Assignment_ends_later'],
  ['ended by a change that never was', 'Assignment', current, { assigneeId: '@my.owner', endedSeq: '@my.now', endReason: 'given back' }, { endedSeq: 900 }, 'Assignment_ended_by_event'],
  ['made by a change that never was', 'Assignment', current, { assigneeId: '@my.owner' }, { createdSeq: 900 }, 'Assignment_created_by_event'],
  ['a claim marked twice', 'Checkability', current, { endedSeq: '@my.now' }, { endedSeq: null }, 'Checkability_one_current'],
  ['a claim number twice', 'Claim', mine, { number: 90 }, { number: 1 }, 'Claim_articleId_number_key'],
  ['a claim on another desk', 'Claim', mine, { number: 90 }, { workspaceId: '@their.desk' }, 'Claim_workspaceId_articleId_fkey'],
  ['a revision number twice', 'Revision', `${mine} AND "number" = 1`, { number: 90, createdSeq: 2 }, { number: 2 }, 'Revision_articleId_number_key'],
  ['two revisions of one change', 'Revision', `${mine} AND "number" = 1`, { number: 90, createdSeq: 2 }, { createdSeq: 1 }, 'Revision_articleId_createdSeq_key'],
  ['a revision under another desk’s name', 'Revision', `${mine} AND "number" = 1`, { number: 90, createdSeq: 2 }, { workspaceId: '@their.desk', memberId: null }, 'Revision_of_article'],

  ['a source without a title', 'Source', `"id" = @my.source`, {}, { title: ' ' }, 'Source_has_title'],
  ['put there by another desk', 'Source', `"id" = @my.source`, {}, { memberId: '@their.checker' }, 'Source_workspaceId_memberId_fkey'],
  ['two current grades', 'SourceGrade', `"sourceId" = @my.source AND "endedSeq" IS NULL`, { createdSeq: 6, endedSeq: '@my.deskNow' }, { endedSeq: null }, 'SourceGrade_one_current'],
  ['an unknown grade', 'SourceGrade', `"sourceId" = @my.source AND "endedSeq" IS NULL`, { createdSeq: 6, endedSeq: '@my.deskNow' }, { reliability: 'G' }, 'invalid input value for enum "Reliability": "G"'],
  ['a source that repeats itself', 'SourceOrigin', `"workspaceId" = @my.desk`, { endedSeq: '@my.deskNow' }, { sourceId: '@my.source' }, 'SourceOrigin_not_itself'],
  ['that repeats another desk’s', 'SourceOrigin', `"workspaceId" = @my.desk`, { endedSeq: '@my.deskNow' }, { originId: '@their.source' }, 'SourceOrigin_workspaceId_originId_fkey'],
  ['a member twice', 'Member', `"id" = @my.viewer`, { endedSeq: '@my.deskNow' }, { endedSeq: null }, 'Member_one_current'],
  ['a role of its own', 'Member', `"id" = @my.viewer`, { endedSeq: '@my.deskNow' }, { role: 'god' }, 'invalid input value for enum "Role": "god"'],
  ['two current policies', 'PolicyVersion', `"workspaceId" = @my.desk`, { endedSeq: '@my.deskNow' }, { endedSeq: null }, 'PolicyVersion_one_current'],
  ['a policy for another desk’s article', 'PolicyVersion', `"workspaceId" = @my.desk`, { endedSeq: '@my.deskNow' }, { articleId: '@their.article' }, 'PolicyVersion_workspaceId_articleId_fkey'],
  ['an address in capitals', 'User', `"id" = @my.user`, { email: 'x@mill.example' }, { email: 'X@mill.example' }, 'User_email_normal'],
  ['an address twice', 'User', `"id" = @my.user`, { email: 'x@mill.example' }, { email: 'owner@mill.example' }, 'User_email_key'],
]

test.each(CASES)('%s (%s)', async (_, table, where, sound, fault, refusedBy) => {
  const insert = (row: object): Statement => copyOf(table, at(where), filled({ ...row }))
  expect(await attempts.refusal(insert(sound))).toBe('')
  expect(await attempts.refusal(insert({ ...sound, ...fault }))).toBe(refusedBy)
})

test('a thread is resolved once at a time', async () => {
  const again = copyOf('Resolution', at(mine), { endedSeq: null })
  expect(await attempts.refusal(again)).toBe('')
  expect(await attempts.refusal(again, again)).toBe('Resolution_one_current')
})

test('a wording is accepted by a change that was, and by one revision', async () => {
  const accept = (acceptedSeq: string | undefined): Statement[] => [
    [at(`UPDATE "ClaimRevision" SET "state" = 'superseded', "endedSeq" = @my.now WHERE "id" = @my.wording3`)],
    [
      `UPDATE "ClaimRevision" SET "state" = 'accepted', "acceptedSeq" = $1, "substance" = 2,
        "revisionId" = (SELECT max("id"::text)::uuid FROM "Revision" WHERE ${at(mine)}) WHERE ${at(proposal)}`,
      acceptedSeq,
    ],
  ]
  expect(await attempts.refusal(...accept(of['my.now']))).toBe('')
  expect(await attempts.refusal(...accept('900'))).toBe('ClaimRevision_accepted_by_event')
})
