import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findCredentials } from '@/lib/data/desk/user.ts'
import { Attempts } from '@/lib/data/testing/attempt.ts'
import { openDemo } from '@/lib/data/testing/demo.ts'
import { ownDatabase } from '@/lib/data/testing/fresh-database.ts'
import { checkPassword } from '@/lib/platform/auth/password.ts'
import { root } from './root.ts'
import { attest, endChildren } from './testing/child.ts'

/** The command line as it is typed, on a desk with the demo: what it prints, where, and with which exit code. */

const at = ownDatabase()
const demoFile = join(root, 'prisma', 'seed', 'data', 'belarusian-partisan-movement.txt')
const title = 'Belarusian partisan movement (2020–present)'
let folder: string
let demoSlug: string
let sql: Attempts

/** With a data folder of its own: the key that reports are signed with is made there. */
const run = (...args: string[]) => attest(args, { DATABASE_URL: at.url, ATTEST_DATA: file('data') })
/** Nothing listens on port 1. */
const runWithoutDatabase = (...args: string[]) => attest(args, { DATABASE_URL: 'postgresql://a:b@127.0.0.1:1/none' })
const file = (name: string) => join(folder, name)
const written = (name: string, content: string | Uint8Array) => {
  writeFileSync(file(name), content)
  return file(name)
}
const quiet = (stdout: string) => ({ code: 0, stdout, stderr: '' })

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'attest-command-'))
  await openDemo(at.url)
  sql = await Attempts.open(at.url)
  demoSlug = (await at.db.article.findFirstOrThrow()).slug
})

afterAll(async () => {
  await endChildren()
  await sql?.close()
  rmSync(folder, { recursive: true })
})

describe('segment', () => {
  type Block = { kind: string; label?: string; level?: number; claims: string[] }

  test('prints the blocks of the demo article as JSON, without a database', async () => {
    const { code, stdout, stderr } = await runWithoutDatabase('segment', demoFile, '--json')
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    const printed = JSON.parse(stdout) as { title: string; language: string; blocks: Block[] }
    expect(printed.language).toBe('en')
    expect(Object.keys(printed)).toEqual(['title', 'language', 'blocks'])
    expect(printed.title).toBe(title)
    for (const block of printed.blocks) {
      const given = ['label', 'level'].filter((key) => key in block)
      expect(Object.keys(block)).toEqual(['kind', ...given, 'claims'])
      expect(block.claims.length).toBeGreaterThan(0)
    }
    expect(printed.blocks).toContainEqual({
      kind: 'infobox_field',
      label: 'Fatalities',
      claims: ['Unknown, at least 1'],
    })
    const headings = printed.blocks.filter(({ kind }) => kind === 'heading')
    expect(headings[0]).toEqual({ kind: 'heading', level: 2, claims: [expect.any(String)] })
    // Joined, the claims of a block are its text: all of them stand in the file, in this order.
    const text = readFileSync(demoFile, 'utf8')
    let end = 0
    for (const { claims } of printed.blocks) {
      const begin = text.indexOf(claims.join(''), end)
      expect(begin, claims.join('')).toBeGreaterThanOrEqual(end)
      expect(text.slice(end, begin)).not.toContain('. ')
      end = begin + claims.join('').length
    }
    expect(text.slice(end).trim()).toBe('')
  })

  test('prints them for people', async () => {
    const small = written('small.txt', '= A fire =\n\n== Night ==\nIt burned.\nIt was\n  put out. Nobody came.\n')
    // Each claim on a line of its own, wherever the file broke its lines.
    const lines = [
      'A fire',
      '',
      'heading 2',
      '  Night',
      '',
      'paragraph',
      '  It burned.',
      '  It was put out.',
      '  Nobody came.',
    ]
    expect(await runWithoutDatabase('segment', small)).toEqual(quiet(`${lines.join('\n')}\n`))
    const { stdout } = await runWithoutDatabase('segment', demoFile)
    expect(stdout).toContain('\ninfobox_field “Fatalities”\n  Unknown, at least 1\n')
  })
})

describe('an article file that is none', () => {
  test.each<[string, string | Uint8Array, RegExp]>([
    ['empty.txt', '', /The file is empty/],
    ['blank.txt', ' \n\t\n', /only white space/],
    ['picture.txt', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]), /is a picture, not plain text/],
    ['nul.txt', '= Title =\n\0', /byte 10 is a NUL/],
    ['latin.txt', Buffer.from('= Caf\xe9 =\n', 'latin1'), /not valid UTF-8: the first bad byte is at offset 5/],
    ['untitled.txt', 'Only words.\n', /has no title.*line 1 is “Only words\.”/],
  ])('%s is refused in words, before any database is asked', async (name, content, words) => {
    const given = written(name, content)
    const refusals = await Promise.all(['import', 'segment'].map((command) => runWithoutDatabase(command, given)))
    for (const { code, stdout, stderr } of refusals) {
      expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
      expect(stderr).toMatch(words)
      expect(stderr.startsWith(`${given}: `)).toBe(true)
      expect(stderr.trim().split('\n')).toHaveLength(1)
    }
  })

  test('over the limit, a folder, or not there', async () => {
    truncateSync(written('large.txt', '= Title =\n'), 5_000_001)
    const results = await Promise.all(
      ['large.txt', '.', 'none.txt'].map((name) => runWithoutDatabase('import', file(name))),
    )
    for (const { code, stdout } of results) expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(results.map(({ stderr }) => stderr)).toEqual([
      expect.stringMatching(/has 5,000,001 bytes; the limit is 5,000,000 bytes/),
      expect.stringMatching(/is a folder, not a file/),
      expect.stringMatching(/There is no file/),
    ])
  })
})

test('import prints the slug, and list shows it', async () => {
  const given = written('canal.txt', '= The canal =\n\nIt was dug in 1901. It leaks.\n')
  const imported = await run('import', given, '--licence', 'CC BY-SA 4.0', '--attribution', 'Its authors')
  expect(imported).toMatchObject({ code: 0, stdout: 'the-canal\n' })
  expect(imported.stderr).toMatch(/^Imported as en, .*--language/u)
  const { code, stdout, stderr } = await run('list', '--json')
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(stdout.trim().split('\n')).toHaveLength(1)
  expect(JSON.parse(stdout)).toEqual({
    articles: [
      { slug: demoSlug, title, revision: 2 },
      { slug: 'the-canal', title: 'The canal', revision: 1 },
    ],
  })
  expect(await run('list')).toEqual(quiet(`${demoSlug}\t${title}\trevision 2\nthe-canal\tThe canal\trevision 1\n`))
  const row = await at.db.article.findFirstOrThrow({ where: { slug: 'the-canal' } })
  expect(row).toMatchObject({ licence: 'CC BY-SA 4.0', attribution: 'Its authors', language: 'en' })
})

describe('the language of an article', () => {
  const german = '= Der Brand =\n\nDie Halle brannte am 3. Oktober 1987 ab. Das Feuer brach im 2. Obergeschoss aus.\n'

  test('is guessed from its words where none is given, and decides where its sentences end', async () => {
    const file = written('brand.txt', german)
    const claims = async (...args: string[]) => {
      const { stdout } = await runWithoutDatabase('segment', file, '--json', ...args)
      const { language, blocks } = JSON.parse(stdout) as { language: string; blocks: { claims: string[] }[] }
      return [language, blocks.flatMap((block) => block.claims).length]
    }
    expect(await claims()).toEqual(['de', 2])
    expect(await claims('--language', 'en')).toEqual(['en', 4])
  })

  test('is not looked for in the source of a wiki page, which is refused', async () => {
    const page = "= Lund =\n{{Infobox mill\n| name = Lund\n}}\n'''Lund''' is a [[mill]].<ref>Kos</ref>\n"
    const { code, stderr } = await runWithoutDatabase('segment', written('wiki.txt', page))
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringMatching(/wiki\.txt: The text is wikitext/u) })
  })
})

test('a database that does not answer is told in words', async () => {
  for (const args of [['list'], ['audit', 'verify'], ['user', 'add', 'a@b.example', '--role', 'viewer']]) {
    const { code, stdout, stderr } = await runWithoutDatabase(...args)
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toBe('The database could not be reached. Nothing was changed; try again when it is back.\n')
  }
})

describe('export', () => {
  const exportTo = (name: string, ...more: string[]) =>
    run('export', demoSlug, '--format', 'html', '-o', file(name), ...more)
  let report: string
  const drafts = () => readdirSync(folder).filter((name) => name.startsWith('.'))

  beforeAll(async () => {
    expect(await exportTo('first.html')).toEqual(quiet(''))
    report = readFileSync(file('first.html'), 'utf8')
  })

  test('writes a report that verifies; twice the same bytes', async () => {
    const [again, piped, verified] = await Promise.all([
      exportTo('second.html', '--revision', '2'),
      run('export', demoSlug, '-o', '-'),
      runWithoutDatabase('report', 'verify', file('first.html')),
    ])
    expect(again).toEqual(quiet(''))
    expect(readFileSync(file('second.html'), 'utf8')).toBe(report)
    expect(piped).toEqual(quiet(report))
    expect(verified).toMatchObject({ code: 0, stderr: '' })
    const hash = /^holds {2}(\S+) {2}“(.+)”, revision 2\n/.exec(verified.stdout)
    expect(hash?.[2]).toBe(title)
    expect(report).toContain(`<code>${hash?.[1]}</code>`)
    expect(drafts()).toEqual([])
  })

  test('from the pin that a report states: the same bytes; another pin is refused in words', async () => {
    const pin = /--revision 2 --pin (\d+\.\d+)/.exec(report)?.[1] ?? ''
    const [again, future, none] = await Promise.all([
      exportTo('pinned.html', '--revision', '2', '--pin', pin),
      exportTo('future.html', '--pin', '99999.1'),
      exportTo('none.html', '--pin', '44'),
    ])
    expect(again).toEqual(quiet(''))
    expect(readFileSync(file('pinned.html'), 'utf8')).toBe(report)
    expect(future).toMatchObject({ code: 1, stdout: '' })
    expect(future.stderr).toContain('lies in the future')
    expect(none).toMatchObject({ code: 2, stdout: '' })
  })

  test('of an earlier revision', async () => {
    expect(await exportTo('earlier.html', '--revision', '1')).toEqual(quiet(''))
    const { code, stdout } = await runWithoutDatabase('report', 'verify', file('earlier.html'))
    expect(code).toBe(0)
    expect(stdout).toContain('revision 1\n')
  })

  test('a file that was tampered with does not verify', async () => {
    const tampered: [string, string | Uint8Array][] = [
      ['worded.html', report.replaceAll('Unknown, at least 1', 'Unknown, at least 9')],
      ['dressed.html', report.replace('</body>', '<p>Approved</p></body>')],
      ['cut.html', report.slice(0, -200)],
      ['bytes.html', Buffer.concat([Buffer.from(report), Buffer.from([0xff])])],
      ['other.html', '<!doctype html><title>Another page</title>'],
    ]
    const verify = async ([name, content]: [string, string | Uint8Array]) => {
      expect(content).not.toBe(report)
      const { code, stdout, stderr } = await runWithoutDatabase('report', 'verify', written(name, content))
      expect({ name, code, stderr }).toEqual({ name, code: 1, stderr: '' })
      expect(stdout).toMatch(/^BROKEN {2}.*\.html: /)
    }
    await Promise.all(tampered.map(verify))
    const { code, stdout, stderr } = await runWithoutDatabase('report', 'verify', file('gone.html'))
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toContain('there is no such file or folder')
  })

  test.each<[string, string[], number, RegExp]>([
    ['an unknown article', ['no-such-thing'], 1, /There is no article "no-such-thing"/],
    ['an unknown revision', ['DEMO', '--revision', '99'], 1, /99/],
    ['a revision that is no number', ['DEMO', '--revision', 'two'], 2, /whole number from 1/],
    ['an unknown format', ['DEMO', '--format', 'docx'], 2, /Allowed choices are html/],
  ])('%s makes no file', async (_, args, expected, words) => {
    const given = args.map((arg) => (arg === 'DEMO' ? demoSlug : arg))
    const { code, stdout, stderr } = await run('export', ...given, '-o', file('none.html'))
    expect({ code, stdout }).toEqual({ code: expected, stdout: '' })
    expect(stderr).toMatch(words)
    expect(existsSync(file('none.html'))).toBe(false)
    expect(drafts()).toEqual([])
  })

  test('into a folder that is not there', async () => {
    const { code, stdout, stderr } = await exportTo('nowhere/report.html', '--revision', '1')
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toMatch(/can't be written: there is no such file or folder\. No file was made\./)
  })
})

describe('user add', () => {
  const membersOf = (email: string) => at.db.member.findMany({ where: { user: { email } } })

  test('prints a password that signs in, once', async () => {
    const { code, stdout, stderr } = await run('user', 'add', 'Ann@Desk.example', '--role', 'checker', '--name', 'Ann')
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toMatch(/^\S{16,}\n$/)
    const hash = async () => (await findCredentials(at.db, 'ann@desk.example'))?.passwordHash ?? ''
    const first = await hash()
    expect(await checkPassword(first, stdout.trim())).toBe(true)
    expect(await checkPassword(first, `${stdout.trim()}x`)).toBe(false)
    expect(await membersOf('ann@desk.example')).toMatchObject([{ name: 'Ann', role: 'checker' }])

    const again = await run('user', 'add', 'ann@desk.example', '--role', 'owner')
    expect(again).toMatchObject({ code: 1, stdout: '' })
    expect(again.stderr).toMatch(/has an account already\. Nothing was changed/)
    expect(await hash()).toBe(first)
    expect(await membersOf('ann@desk.example')).toMatchObject([{ name: 'Ann', role: 'checker' }])
  })

  test.each<[string, string[], number, RegExp]>([
    ['an unknown role', ['bob@desk.example', '--role', 'king'], 2, /Allowed choices are/],
    ['no role', ['bob@desk.example'], 2, /--role/],
    ['no address', ['bob', '--role', 'viewer'], 1, /"bob" is not an e-mail address\. No one was added/],
  ])('%s adds no one', async (_, args, expected, words) => {
    const before = await at.db.user.count()
    const { code, stdout, stderr } = await run('user', 'add', ...args)
    expect({ code, stdout }).toEqual({ code: expected, stdout: '' })
    expect(stderr).toMatch(words)
    expect(await at.db.user.count()).toBe(before)
  })
})

describe('audit verify', () => {
  test('says that every chain holds', async () => {
    const { code, stdout, stderr } = await run('audit', 'verify')
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toMatch(new RegExp(`^holds {2}article “${title.replace(/[()]/g, '\\$&')}”, \\d+ events$`, 'm'))
    expect(stdout).toMatch(/\nThe audit log holds \(\d+ chains\)\.\n$/)
  })

  /** Done by someone with the database's keys, past all triggers; undone after. */
  async function whileChanged(change: string, undo: string, values: unknown[]) {
    const { client } = sql
    await client.query('SET session_replication_role = replica')
    try {
      expect((await client.query(change, values)).rowCount).toBe(1)
      const [plain, json] = await Promise.all([run('audit', 'verify'), run('audit', 'verify', '--json')])
      return { plain, json }
    } finally {
      await client.query(undo, values)
      await client.query('SET session_replication_role = DEFAULT')
    }
  }

  const inDemo = `"articleId" = (SELECT "id" FROM "Article" WHERE "slug" = $1)`

  test('names the change whose row is not what was recorded', async () => {
    const { id, seq } = await sql.row<{ id: string; seq: number }>(
      `SELECT "id", "createdSeq" AS "seq" FROM "Assessment" WHERE ${inDemo} ORDER BY "createdSeq" LIMIT 1 OFFSET 3`,
      demoSlug,
    )
    const { plain, json } = await whileChanged(
      `UPDATE "Assessment" SET "rationale" = "rationale" || '!' WHERE "id" = $1`,
      `UPDATE "Assessment" SET "rationale" = left("rationale", -1) WHERE "id" = $1`,
      [id],
    )
    expect(plain).toMatchObject({ code: 1, stderr: '' })
    expect(plain.stdout).toContain(`BROKEN  article “${title}”`)
    expect(plain.stdout.match(/at event \d+/g)).toEqual([`at event ${seq}`])
    expect(plain.stdout).toMatch(/\nThe audit log is broken in 1 of \d+ chains\.\n$/)
    expect(json).toMatchObject({ code: 1, stderr: '' })
    const told = JSON.parse(json.stdout) as { holds: boolean; chains: { breaks: { seq: number }[] }[] }
    expect(told.holds).toBe(false)
    expect(told.chains.flatMap(({ breaks }) => breaks.map((found) => found.seq))).toEqual([seq])
    expect(JSON.parse((await run('audit', 'verify', '--json')).stdout)).toMatchObject({ holds: true })
  })

  test('names the change whose entry in the log was altered', async () => {
    const entry = `"clockId" = (SELECT "id" FROM "Article" WHERE "slug" = $1) AND "seq" = 7`
    const { plain } = await whileChanged(
      `UPDATE "AuditEvent" SET "at" = "at" + interval '1 hour' WHERE ${entry}`,
      `UPDATE "AuditEvent" SET "at" = "at" - interval '1 hour' WHERE ${entry}`,
      [demoSlug],
    )
    expect(plain).toMatchObject({ code: 1, stderr: '' })
    expect(plain.stdout).toContain('at event 7: ')
  })
})

describe('called in a wrong way, or for help', () => {
  test.each([
    [['nonsense'], /unknown command 'nonsense'/],
    [[], /Usage: attest/],
    [['user'], /Usage: attest user/],
    [['audit', 'nonsense'], /unknown command 'nonsense'/],
    [['segment'], /missing required argument 'file'/],
    [['list', '--nonsense'], /unknown option '--nonsense'/],
    [['export', 'slug'], /required option '-o, --output <file>' not specified/],
  ])('%j: exit 2, and all of it on standard error', async (args, words) => {
    const { code, stdout, stderr } = await runWithoutDatabase(...args)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(words)
  })

  test.each([
    '',
    'segment',
    'list',
    'import',
    'export',
    'report verify',
    'user add',
    'audit verify',
    'audit checkpoint',
  ])('%s --help', async (command) => {
    const given = command.split(' ').filter((word) => word !== '')
    const { code, stdout, stderr } = await runWithoutDatabase(...given, '--help')
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout.startsWith(`Usage: ${['attest', ...given].join(' ')} `)).toBe(true)
  })
})
