import { beforeEach, describe, expect, test } from 'vitest'
import type { ArticleDetails } from '@/lib/domain/article/detail.ts'
import { reportFile } from '@/lib/exchange/report/report.ts'
import { verifyReportFile } from '@/lib/exchange/report/verify.ts'
import { houseAuthority } from '../access.ts'
import { readCheckpoint } from '../audit/checkpoint.ts'
import { eventsOfArticle } from '../history/article-event.ts'
import { readHistory } from '../history/history.ts'
import { revisionMoment } from '../history/revision-moment.ts'
import type { Pin } from '../report/pin.ts'
import { readReport } from '../report/report.ts'
import { previewRecording, recordWanted } from '../revision/recording.ts'
import { recordWording } from '../revision/wording.ts'
import { articleText, as, CLAIMS, claimNow, openDesk, type TestDesk } from '../testing/desk.ts'
import { breaksOf, ownDatabase } from '../testing/fresh-database.ts'
import { Tampering } from '../testing/tampering.ts'
import { archiveArticle, bringBackArticle } from './archiving.ts'
import { amendArticle, currentDetails } from './detail.ts'
import { readGalley } from './galley.ts'

const at = ownDatabase()
let desk: TestDesk
let desks = 0
const another = () => openDesk(at.db, `Weir${++desks}`)

beforeEach(async () => {
  desk = await another()
})

async function amend(changes: Partial<ArticleDetails>, { seq, reason = '' }: { seq?: number; reason?: string } = {}) {
  const article = await as(at.db, desk, 'editor')
  return amendArticle(at.db, article, { seq: seq ?? article.seq, changes, reason })
}

async function takeUpstream(title: string, extra: string) {
  const editor = await as(at.db, desk, 'editor')
  const wanted = {
    from: 'upstream',
    text: articleText(title, [...CLAIMS, extra]),
    corrections: [],
    choices: {},
  } as const
  const { digest } = await previewRecording(at.db, editor, wanted)
  return recordWanted(at.db, editor, wanted, { seen: digest, reason: 'Newer' })
}

const titleNow = async () => (await currentDetails(at.db, await as(at.db, desk, 'viewer'))).title

/** The article's details as an old revision shows them. */
async function asOf(revision: number) {
  const reader = await as(at.db, desk, 'viewer')
  return (await readGalley(at.db, reader, await revisionMoment(at.db, reader, reader, revision))).article
}

test('all five details change; the address stays', async () => {
  const given = {
    title: 'Der Brand der Mühle',
    language: 'de',
    licence: 'CC BY 4.0',
    attribution: 'Die Redaktion',
    originUrl: 'https://muehle.example/brand',
  }
  expect(await amend(given)).toEqual({ outcome: 'amended' })
  const reader = await as(at.db, desk, 'viewer')
  expect(await currentDetails(at.db, reader)).toEqual(given)
  expect(reader).toMatchObject({ slug: desk.slug, language: 'de' })
  expect(await breaksOf(at.url)).toEqual([])
})

test('an unchanged form records nothing', async () => {
  const before = await as(at.db, desk, 'editor')
  expect(await amend({})).toEqual({ outcome: 'unchanged' })
  expect(await as(at.db, desk, 'editor')).toMatchObject({ seq: before.seq })
})

test('what someone else changed meanwhile is not overwritten', async () => {
  const { seq } = await as(at.db, desk, 'editor')
  await amend({ title: 'Fire at the mill' })
  expect(await amend({ title: 'The mill burns' }, { seq })).toMatchObject({
    outcome: 'conflict',
    details: ['title'],
    now: { title: 'Fire at the mill' },
  })
  expect(await amend({ licence: 'CC0' }, { seq })).toEqual({ outcome: 'amended' })
  expect(await titleNow()).toBe('Fire at the mill')
})

test('of many at once on one detail, one is recorded and the others are shown it', async () => {
  const { seq } = await as(at.db, desk, 'editor')
  const answers = await Promise.all(Array.from({ length: 8 }, (_, n) => amend({ title: `Title ${n}` }, { seq })))
  expect(answers.filter(({ outcome }) => outcome === 'amended')).toHaveLength(1)
  expect(answers.filter(({ outcome }) => outcome === 'conflict')).toHaveLength(7)
})

test('a checker and a viewer may not', async () => {
  for (const role of ['checker', 'viewer'] as const) {
    const article = await as(at.db, desk, role)
    await expect(
      amendArticle(at.db, article, { seq: article.seq, changes: { title: 'Mine' }, reason: '' }),
    ).rejects.toMatchObject({ code: 'forbidden' })
  }
})

test('an article of another desk is not to be had by its id', async () => {
  const other = await another()
  const mine = await as(at.db, desk, 'editor')
  const mixed = { ...mine, articleId: other.articleId }
  await expect(amendArticle(at.db, mixed, { seq: 1, changes: { title: 'Taken' }, reason: '' })).rejects.toMatchObject({
    code: 'not_found',
  })
})

test('an earlier revision is shown with the details it had', async () => {
  const { title } = await asOf(1)
  await amend({ title: 'Between', language: 'fr' })
  const claim = await claimNow(at.db, desk, 4)
  await recordWording(at.db, await as(at.db, desk, 'editor'), { ...claim, text: 'It burned on 4 May.', reason: 'Date' })
  await amend({ title: 'Afterwards', licence: 'CC0' })
  await takeUpstream('From upstream', 'A fifth claim of it.')
  await amend({ title: 'Now' })
  // A revision is shown as at its last moment, so with what was amended until the next.
  expect(await asOf(1)).toMatchObject({ title: 'Between', language: 'fr', licence: null })
  expect(await asOf(2)).toMatchObject({ title: 'Afterwards', licence: 'CC0' })
  expect(await asOf(3)).toMatchObject({ title: 'Now', language: 'fr' })
  const reader = await as(at.db, desk, 'viewer')
  const first = await readGalley(at.db, reader, { ...reader, seq: 1 })
  expect(first.article).toMatchObject({ title, language: 'en', licence: null })
  expect(await breaksOf(at.url)).toEqual([])
})

test('the desk’s title stays when upstream has changed other things, and upstream’s comes when it changed', async () => {
  await amend({ title: 'As the desk says' })
  await takeUpstream('The mill fire', 'A sentence more.')
  expect(await titleNow()).toBe('As the desk says')
  await takeUpstream('The fire at the mill', 'Another sentence.')
  expect(await titleNow()).toBe('The fire at the mill')
  await amend({ title: 'As the desk says again' })
  await takeUpstream('The fire at the mill', 'A third sentence.')
  expect(await titleNow()).toBe('As the desk says again')
})

test('a checkpoint of before holds after an amendment; what was tampered with is found, with it and without', async () => {
  const checkpoint = await readCheckpoint(at.url, new Date(0))
  await amend({ title: 'The fire', licence: 'CC BY 4.0', originUrl: 'https://mill.example/' })
  await amend({ licence: 'CC BY-SA 4.0' })
  expect(await breaksOf(at.url, { checkpoint })).toEqual([])
  const tampering = await Tampering.open(at.url)
  const own = `"articleId" = '${desk.articleId}'`
  try {
    for (const [statement, words] of [
      [`UPDATE "Article" SET "licence" = NULL WHERE "id" = '${desk.articleId}'`, 'licence, authors, origin'],
      [
        `UPDATE "Article" SET "originUrl" = 'https://else.example/' WHERE "id" = '${desk.articleId}'`,
        'licence, authors',
      ],
      [`UPDATE "Article" SET "title" = 'The mill fire' WHERE "id" = '${desk.articleId}'`, 'title is not the one'],
      [
        `UPDATE "ArticleAmendment" SET "former" = '{"licence": null}' WHERE ${own} AND "given" ? 'licence'`,
        'ArticleAmendment',
      ],
      [`DELETE FROM "ArticleAmendment" WHERE ${own}`, 'ArticleAmendment'],
    ] as const)
      for (const options of [{}, { checkpoint }])
        expect((await tampering.found([statement], options)).join(), statement).toContain(words)
  } finally {
    await tampering.close()
  }
  expect(await breaksOf(at.url, { checkpoint })).toEqual([])
})

test('the command line can amend as well', async () => {
  const { articleId, workspaceId, slug, seq } = await as(at.db, desk, 'owner')
  const house = { ...houseAuthority(workspaceId), articleId, slug }
  const changes = { licence: 'CC0' }
  expect(await amendArticle(at.db, house, { seq, changes, reason: 'Asked by mail' })).toEqual({ outcome: 'amended' })
})

test('what cannot be is refused in words, also beside the form', async () => {
  await expect(amend({ title: 'One\u0000', originUrl: 'gopher://x' })).rejects.toMatchObject({
    code: 'invalid',
    message: expect.stringMatching(/U\+0000.*web address.*Nothing was recorded/),
  })
})

describe('history and report', () => {
  const history = async (upTo?: number) => {
    const reader = await as(at.db, desk, 'viewer')
    return readHistory(at.db, reader, reader, upTo)
  }
  const reword = async (text: string) =>
    recordWording(at.db, await as(at.db, desk, 'editor'), { ...(await claimNow(at.db, desk, 4)), text, reason: 'Date' })
  const report = async (pin: Pin = {}) => {
    const reader = await as(at.db, desk, 'viewer')
    return readReport(at.db, reader, { moment: reader, ...pin }, async (sources) => sources.map(({ title }) => title))
  }

  test('history lists what happened to the article between its revisions', async () => {
    await amend({ title: 'Before' }, { reason: 'Typo' })
    await reword('It burned on 4 May.')
    await amend({ licence: 'CC0', title: 'After' })
    const editor = await as(at.db, desk, 'editor')
    await archiveArticle(at.db, editor, { reason: 'Printed' })
    await bringBackArticle(at.db, await as(at.db, desk, 'owner'), { reason: 'A letter' })
    const { events, moreEvents } = await history()
    const { memberId } = editor
    expect(events).toMatchObject([
      { kind: 'brought_back', revision: 2, memberId: desk.seats.owner.memberId, reason: 'A letter' },
      { kind: 'archived', revision: 2, memberId, reason: 'Printed' },
      {
        kind: 'amended',
        revision: 2,
        memberId,
        changes: [
          { detail: 'title', before: 'Before', after: 'After' },
          { detail: 'licence', before: null, after: 'CC0' },
        ],
      },
      { kind: 'amended', revision: 1, reason: 'Typo', changes: [{ before: 'The mill fire', after: 'Before' }] },
    ])
    expect(moreEvents).toBe(0)
    // A page of older revisions has what belongs to those alone.
    expect((await history(1)).events).toMatchObject([{ kind: 'amended', revision: 1 }])
  })

  test('a long list is cut, and says how much is not in it', async () => {
    for (let n = 0; n < 5; n++) await amend({ licence: `Licence ${n}` })
    const reader = await as(at.db, desk, 'viewer')
    const { events, total } = await eventsOfArticle(at.db, reader, { from: 1, to: reader.seq }, 2)
    expect(total).toBe(5)
    expect(events.map((event) => event.kind === 'amended' && event.changes[0]?.after)).toEqual([
      'Licence 4',
      'Licence 3',
    ])
  })

  test('a report of an earlier revision, and one that was pinned, stay what they were', async () => {
    const plain = await report()
    expect(plain).not.toHaveProperty('amendments')
    const { change, deskChange } = plain.pin
    await amend({ title: 'Brand in der Mühle', language: 'de' }, { reason: 'Übersetzt' })
    expect(await report({ exact: { change, deskChange } })).toEqual(plain)
    await reword('It burned on 4 May.')
    const first = await report({ revision: 1 })
    expect(first.article).toMatchObject({ title: 'Brand in der Mühle', language: 'de' })
    await amend({ title: 'Der Mühlenbrand' })
    expect(await report({ revision: 1 })).toEqual(first)
    expect((await report()).article.title).toBe('Der Mühlenbrand')
  })

  test('the report says who changed the details, and what each revision made of the title', async () => {
    await amend({ title: 'Said by the desk' }, { reason: 'Shorter' })
    await takeUpstream('From upstream', 'More of it.')
    await amend({ title: 'By the desk again' })
    const said = await report()
    expect(said.revisions[0]?.title).toEqual({ before: 'Said by the desk', after: 'From upstream' })
    expect(said.amendments).toMatchObject([
      {
        revision: 1,
        reason: 'Shorter',
        changes: [{ detail: 'title', before: 'The mill fire', after: 'Said by the desk' }],
      },
      { revision: 2, reason: '', changes: [{ before: 'From upstream', after: 'By the desk again' }] },
    ])
    const file = reportFile(said)
    expect(file).toContain('Details of the article')
    expect(verifyReportFile(file).holds).toBe(true)
  })

  test('what a detail says does nothing in a report', async () => {
    await amend({ attribution: '<script>alert(1)</script>', licence: '"><img src=x onerror=alert(1)>' })
    const file = reportFile(await report())
    expect(file).not.toMatch(/<script>alert|<img src=x/)
  })
})
