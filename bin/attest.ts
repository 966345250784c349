import { Argument, Command, CommanderError, Option } from 'commander'
import { REDACTABLE, type Redactable, SOURCE_FIELD_NAMES, type SourceField } from '@/lib/domain/desk/redaction.ts'
import type { PinnedChange } from '@/lib/domain/report/pin.ts'
import { escapeControls } from '@/lib/domain/text/control-character.ts'
import { wordsOf } from './attest-error.ts'
import {
  countFromZero,
  desk,
  email,
  type InLanguage,
  type Json,
  json,
  type Keyed,
  key,
  language,
  linkHours,
  type OnDesk,
  pinOf,
  type Role,
  reasonOf,
  roleArgument,
  roleOption,
  wholeNumber,
} from './command-option.ts'
import type { DetailOptions } from './commands/article-detail.ts'

/**
 * The command line. Standard output carries what was asked for and nothing else; everything about the run goes to
 * standard error. Exit codes: 0 it is well; 1 a problem was found, or it failed; 2 it was called in a wrong way.
 * Each command's body is loaded when it is called: `segment` needs no database, and should not wait for one to load.
 */
for (const stream of ['log', 'error'] as const) {
  const write = console[stream].bind(console)
  // Titles, names and words of strangers go to a terminal: nothing in them may act on it.
  console[stream] = (...lines: unknown[]) => write(...lines.map((line) => escapeControls(String(line))))
}

const program = new Command('attest')
  .description('Check an article claim by claim, from the command line.')
  .exitOverride()
  .showHelpAfterError('(--help shows how it is called)')
  .addHelpText('after', '\nExit codes: 0 well, 1 a problem was found or it failed, 2 called in a wrong way.')

type ImportOptions = Json &
  InLanguage & {
    licence?: string
    attribution?: string
    origin?: string
    into?: string
    take: 'ours' | 'theirs'
    summary?: string
    dryRun?: true
  }

const itsLanguage = language('its language', 'its words')
const whichArticle = new Argument('<slug>', 'which article; `attest list` shows the slugs')
const why = new Option('--reason <text>', 'why; it stays in the record').default('', 'none').argParser(reasonOf)

program
  .command('segment')
  .description("Print an article file's blocks and claims. Needs no database.")
  .argument('<file>', 'an article in the plain-text form')
  .addOption(json)
  .addOption(itsLanguage)
  .action(async (file: string, options: Json & InLanguage) => {
    const { segment } = await import('./commands/segment.ts')
    await segment(file, options)
  })

program
  .command('compare')
  .description('Print what became of each claim between two states of a text. Needs no database.')
  .argument('<before>', 'the text as it was, in the plain-text form or as plain prose')
  .argument('<after>', 'the text as it is now')
  .addOption(json)
  .addOption(language('the language of both texts', 'their words'))
  .action(async (before: string, after: string, options: Json & InLanguage) => {
    const { compare } = await import('./commands/compare.ts')
    await compare(before, after, options)
  })

program
  .command('references')
  .description('Print what is read of a bibliography, each record as a reference. Needs no database.')
  .argument('<file>', 'a bibliography')
  .addOption(
    new Option('--kind <kind>', 'the format of the file').choices(['bibtex', 'ris', 'csl']).makeOptionMandatory(),
  )
  .addOption(json)
  .action(async (file: string, options: Json & { kind: 'bibtex' | 'ris' | 'csl' }) => {
    const { references } = await import('./commands/references.ts')
    await references(file, options)
  })

program
  .command('read')
  .description(
    'Print what Attest makes of a page, a PDF or a text file: its fields, its words, and what is wrong. Needs no database.',
  )
  .argument('<file>', 'the file as it was fetched or saved')
  .option('--type <media>', 'the media type it was sent with (default: detected from its content)')
  .option('--url <url>', 'the address it was fetched from')
  .addOption(json)
  .action(async (file: string, options: Json & { type?: string; url?: string }) => {
    const { readPage } = await import('./commands/read.ts')
    await readPage(file, options)
  })

program
  .command('quote')
  .description('Print whether a page still says what was quoted from it. Needs no database. Exit code 1 where not.')
  .argument('<before>', 'the page that the quote was selected in; - for a quote that was typed by hand')
  .argument('<after>', 'the page as it is now')
  .requiredOption('--quote <text>', 'the words that were quoted')
  .option('--nth <number>', 'which occurrence in <before> was selected, counted from 0', countFromZero, 0)
  .addOption(json)
  .action(async (before: string, after: string, options: Json & { quote: string; nth: number }) => {
    const { findAgain } = await import('./commands/quote.ts')
    await findAgain(before, after, options)
  })

program
  .command('list')
  .description('Print the articles of this installation.')
  .addOption(json)
  .action(async (options: Json) => {
    const { listArticles } = await import('./commands/article.ts')
    await listArticles(options)
  })

program
  .command('import')
  .description('Import an article file as a new article, and print its slug; or update an article from it.')
  .argument('<file>', 'an article in the plain-text form')
  .addOption(itsLanguage)
  .option('--licence <name>', 'the licence its text is under')
  .option('--attribution <text>', 'whom to name as its authors')
  .option('--origin <url>', 'where its text was taken from')
  .option('--into <slug>', 'the article to update: compared and recorded claim by claim')
  .addOption(
    new Option('--take <side>', 'with --into: which words are kept where both changed a claim')
      .choices(['ours', 'theirs'])
      .default('ours'),
  )
  .option('--summary <words>', 'with --into: the summary of the revision in the history')
  .option('--dry-run', 'with --into: print what it would come to, and record nothing')
  .addOption(json)
  .action(async (file: string, options: ImportOptions, command: Command) => {
    const { into } = options
    const astray = ['take', 'summary', 'dryRun', 'json'].find((name) => command.getOptionValueSource(name) === 'cli')
    if (into === undefined && astray !== undefined)
      command.error(`error: --${astray === 'dryRun' ? 'dry-run' : astray} goes with --into; nothing was imported.`)
    if (into !== undefined) {
      const { takeFile } = await import('./commands/upstream.ts')
      return takeFile(file, { ...options, into })
    }
    const { importFile } = await import('./commands/article.ts')
    await importFile(file, options)
  })

program
  .command('amend')
  .description('Change what is said about an article as a whole. What is not named stays; an empty text takes it away.')
  .addArgument(whichArticle)
  .option('--title <text>', 'its title; the slug stays')
  .option('--language <code>', 'its language, such as en, be or uk')
  .option('--licence <name>', 'the licence its text is under')
  .option('--attribution <text>', 'whom to name as its authors')
  .option('--origin <url>', 'where its text was taken from')
  .addOption(why)
  .action(async (slug: string, { origin, ...options }: DetailOptions & { origin?: string }, command: Command) => {
    if (Object.keys(options).length === 1 && origin === undefined)
      command.error('error: name what is to be changed, such as --title; nothing was changed.')
    const { amendArticle } = await import('./commands/article-detail.ts')
    await amendArticle(slug, { ...options, ...(origin !== undefined && { originUrl: origin }) })
  })

program
  .command('archive')
  .description('Take an article off the desk: it stays readable, and cannot be changed until it is brought back.')
  .addArgument(whichArticle)
  .addOption(why)
  .action(async (slug: string, options: { reason: string }) => {
    const { archiveArticle } = await import('./commands/article-detail.ts')
    await archiveArticle(slug, options)
  })

program
  .command('bring-back')
  .description('Put an archived article on the desk again.')
  .addArgument(whichArticle)
  .addOption(why)
  .action(async (slug: string, options: { reason: string }) => {
    const { bringBackArticle } = await import('./commands/article-detail.ts')
    await bringBackArticle(slug, options)
  })

program
  .command('export')
  .description('Write the sourced report of an article.')
  .argument('<slug>', 'which article; `attest list` shows the slugs')
  .addOption(new Option('--format <format>', 'the form of the report').choices(['html']).default('html'))
  .requiredOption('-o, --output <file>', 'the file to write; - for standard output')
  .option('--revision <number>', 'which recorded revision (default: the newest)', wholeNumber)
  .option('--pin <pin>', 'the pin a report states, such as 44.22, to make that very report again', pinOf)
  .action(async (slug: string, options: { output: string; revision?: number; pin?: PinnedChange }) => {
    const { exportReport } = await import('./commands/report.ts')
    await exportReport(slug, options)
  })

program
  .command('report')
  .description('Examine a report file.')
  .command('verify')
  .description('Verify that a report file is what Attest made of its content. Needs no database.')
  .argument('<file>', 'a report that Attest wrote')
  .addOption(key('key', 'the public key it has to be signed with, or a file that holds it'))
  .action(async (file: string, options: Keyed) => {
    const { verifyReport } = await import('./commands/report.ts')
    await verifyReport(file, options)
  })

const user = program.command('user').description('Manage the people of the desk.')

user
  .command('add')
  .description('Give a person an account and a place on the desk; prints the password made for them.')
  .argument('<email>', 'their e-mail address, with which they sign in')
  .addOption(roleOption)
  .option('--name <name>', 'how they are called on the desk (default: the first part of the address)')
  .action(async (email: string, options: { role: Role; name?: string }) => {
    const { addUser } = await import('./commands/user.ts')
    await addUser(email, options)
  })

user
  .command('password')
  .description('Print a link by which a person sets a new password, once. Earlier links stop working.')
  .addArgument(email)
  .addOption(new Option('--hours <n>', 'how long the link works, from 1 to 72').default(1).argParser(linkHours))
  .action(async (email: string, options: { hours: number }) => {
    const { linkPassword } = await import('./commands/user.ts')
    await linkPassword(email, options)
  })

user
  .command('role')
  .description('Change what a person may do on a desk, at once.')
  .addArgument(email)
  .addArgument(roleArgument)
  .addOption(desk('which desk (needed where they are on several)'))
  .action(async (email: string, role: Role, options: OnDesk) => {
    const { changeRole } = await import('./commands/user.ts')
    await changeRole(email, role, options)
  })

user
  .command('end')
  .description('End a person’s account, or with --desk their place on one desk. Signs them out everywhere at once.')
  .addArgument(email)
  .addOption(desk('end only their place on this desk'))
  .action(async (email: string, options: OnDesk) => {
    const { endUser } = await import('./commands/user.ts')
    await endUser(email, options)
  })

const source = program.command('source').description('Put sources on the shelf, and ask them again.')

source
  .command('add')
  .description("Put a source on the shelf, fetch its page, and print the source's id.")
  .argument('<entry>', 'a web address, a DOI or an ISBN; or a BibTeX, RIS or CSL-JSON record')
  .option('--anyway', 'add it although something on the shelf looks the same')
  .addOption(json)
  .action(async (entry: string, options: Json & { anyway?: true }) => {
    const { addSource } = await import('./commands/source.ts')
    await addSource(entry, options)
  })

source
  .command('key')
  .description('Print by what entries are known on the shelf: equal keys are one source. Needs no database.')
  .argument('<entries...>', 'web addresses, DOIs, ISBNs or records')
  .addOption(json)
  .action(async (entries: string[], options: Json) => {
    const { sourceKey } = await import('./commands/source-key.ts')
    await sourceKey(entries, options)
  })

source
  .command('check')
  .description('Ask sources again: does the page still stand, and still say what was quoted? Exit code 1 where not.')
  .argument('[ids...]', 'which sources; their ids stand in their pages’ addresses')
  .option('--all', 'every source with a web address that a citation rests on')
  .addOption(json)
  .action(async (ids: string[], options: Json & { all?: true }, command: Command) => {
    if (ids.length > 0 === (options.all === true))
      command.error('error: name the sources, or ask for --all of them; nothing was asked.')
    const { checkSources } = await import('./commands/source.ts')
    await checkSources(ids, options)
  })

program
  .command('redact')
  .description(
    'Take words out of the record for good, as an owner of the desk: that something was there stays, with your reason.',
  )
  .addArgument(new Argument('<what>', 'what kind of entry it is').choices([...REDACTABLE]))
  .argument('<id>', 'its id, as the API and exports give it')
  .requiredOption('--reason <text>', 'why; it stays in the record, so do not repeat the words')
  .addOption(new Option('--field <field>', 'of a source: which field').choices(SOURCE_FIELD_NAMES))
  .action(async (what: Redactable, id: string, options: { reason: string; field?: SourceField }, command: Command) => {
    if ((what === 'source') !== (options.field !== undefined))
      command.error(
        what === 'source'
          ? 'error: name the field of the source with --field; nothing was redacted.'
          : 'error: --field goes with a source; nothing was redacted.',
      )
    const { redact } = await import('./commands/redact.ts')
    await redact(what, id, options)
  })

const audit = program.command('audit').description('Examine the audit log.')

audit
  .command('verify')
  .description('Verify that nothing recorded was changed behind the back of the log; says where the chain breaks.')
  .option('--checkpoint <file>', 'a checkpoint, or a signed report: verify that the record only added to it')
  .option('--key <key...>', "a public key that signed the checkpoint, or redactions, beside this installation's", [])
  .option('--no-files', 'do not read the files of snapshots')
  .addOption(json)
  .action(async (options: Json & { checkpoint?: string; key: string[]; files: boolean }) => {
    const { verifyLog } = await import('./commands/audit.ts')
    await verifyLog(options)
  })

audit
  .command('checkpoint')
  .description('Print where the record is now, signed. Kept elsewhere, it shows later that nothing was taken back.')
  .addOption(key('file', 'the private key to sign with; made where it is not there yet (default: in the data folder)'))
  .action(async (options: Keyed) => {
    const { printCheckpoint } = await import('./commands/audit.ts')
    await printCheckpoint(options)
  })

// A reader that has seen enough (`attest list | head -1`) is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))

try {
  await program.parseAsync()
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2
  else {
    console.error(wordsOf(error))
    process.exitCode = 1
  }
}
