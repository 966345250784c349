import { join } from 'node:path'
import { dataFolder } from '../kept.ts'
import { withDatabase } from './database.ts'

/** How many sources are asked at once. */
const AT_ONCE = 4

/** Snapshots lie where `npm start` keeps them, unless an environment says otherwise. */
const environment = () => ({ ...process.env, ATTEST_BLOBS: process.env.ATTEST_BLOBS || join(dataFolder, 'blobs') })

type AddOptions = { anyway?: true; json?: true }

/** Puts what was given on the shelf, fetches its page at once, and prints the source's id. */
export async function addSource(entry: string, { anyway, json }: AddOptions): Promise<void> {
  const { captureTools } = await import('@/lib/jobs/tools.ts')
  const tools = captureTools(environment())
  const told = await withDatabase(async (db) => {
    const { addPasted } = await import('@/lib/jobs/source-intake.ts')
    const { capture } = await import('@/lib/jobs/capture.ts')
    const { endReading } = await import('@/lib/exchange/reading/reading.ts')
    const authority = await house(db)
    const pasted = await addPasted(db, authority, { text: entry, anyway: anyway === true, here: true })
    if (pasted.outcome === 'words')
      throw new Error(`"${entry}" is not a web address, DOI, ISBN or record. Nothing was added.`)
    if (pasted.outcome === 'bibliography')
      throw new Error(`This holds ${pasted.count} records. Take them in by the shelf’s page. Nothing was added.`)
    if (pasted.outcome === 'likely_there') {
      const there = pasted.duplicates.map(({ id, title }) => `${id}\t${title}`).join('\n')
      throw new Error(`It may be on the shelf already; nothing was added (--anyway adds it):\n${there}`)
    }
    const came = pasted.captureId ? await capture(db, tools, pasted.captureId) : null
    await endReading()
    return { ...pasted, came }
  })
  if (json) console.log(JSON.stringify({ source: told.sourceId, existing: told.existing, ...told.came }))
  else console.log(told.sourceId)
  for (const problem of told.problems ?? []) console.error(problem)
  if (told.existing) console.error('It was on the shelf already, and was left as it was.')
  if (told.came) console.error(told.came.words || 'Its page was fetched and is kept.')
  if (told.came?.outcome === 'failed' || told.came?.outcome === 'gone') process.exitCode = 1
}

type CheckOptions = { all?: true; json?: true }

/** Asks sources again, and says what became of their pages and of the quotes taken from them. */
export async function checkSources(ids: readonly string[], { all, json }: CheckOptions): Promise<void> {
  const { captureTools } = await import('@/lib/jobs/tools.ts')
  const tools = captureTools(environment())
  const rows = await withDatabase(async (db) => {
    const { askCapture, sourcesToVisit } = await import('@/lib/data/snapshot/capture.ts')
    const { capture } = await import('@/lib/jobs/capture.ts')
    const { endReading } = await import('@/lib/exchange/reading/reading.ts')
    const { recordOf, recordSelect } = await import('@/lib/data/source/record.ts')
    const { mapFew } = await import('@/lib/platform/map-few.ts')
    const authority = await house(db)
    const { workspaceId } = authority
    const due = all
      ? (await sourcesToVisit(db, tools.now(), { workspaceId, most: 10_000 })).map(({ sourceId }) => sourceId)
      : ids
    const asked = await mapFew(due, AT_ONCE, async (sourceId) => {
      const { captureId } = await askCapture(db, authority, { sourceId, here: true })
      const came = await capture(db, tools, captureId)
      const source = await db.source.findFirst({ where: { id: sourceId, workspaceId }, select: recordSelect() })
      const row = { source: sourceId, title: source ? recordOf(source).title : '', ...came }
      if (!json)
        console.log([row.source, row.outcome ?? 'done by another', counted(row.lost ?? 0), row.title].join('\t'))
      return row
    })
    await endReading()
    return asked
  })
  if (json) console.log(JSON.stringify({ sources: rows }))
  const ailing = rows.filter(({ outcome, lost }) => outcome === 'gone' || outcome === 'failed' || (lost ?? 0) > 0)
  console.error(`${rows.length} asked, ${ailing.length} with a problem.`)
  if (ailing.length > 0) process.exitCode = 1
}

/** How many quotes are no longer there that were when it was last asked. */
const counted = (lost: number) => (lost === 0 ? 'no quote lost' : `${lost} quote${lost === 1 ? '' : 's'} lost`)

async function house(db: Parameters<Parameters<typeof withDatabase>[0]>[0]) {
  const { houseAuthority } = await import('@/lib/data/access.ts')
  const { firstWorkspace } = await import('@/lib/data/desk/workspace.ts')
  const workspace = await firstWorkspace(db)
  if (workspace) return houseAuthority(workspace.id)
  throw new Error('There is no desk yet, so it has no shelf. Add its owner first: attest user add EMAIL --role owner')
}
