import { setTimeout as wait } from 'node:timers/promises'
import { parseCrontab, type Runner, run, type TaskList } from 'graphile-worker'
import { connect, type Db } from '@/lib/data/db.ts'
import { endAbandoned, leaveCaptures } from '@/lib/data/snapshot/capture.ts'
import { endReading } from '@/lib/exchange/reading/reading.ts'
import { log } from '@/lib/platform/log.ts'
import { queueLogger } from '@/lib/platform/migration/job-queue.ts'
import { archive } from './archive.ts'
import { capture } from './capture.ts'
import { checkQuotesOf } from './check-quotes.ts'
import { askForVisits } from './check-sources.ts'
import { eraseFile } from './erase-file.ts'
import { type CaptureTools, captureTools } from './tools.ts'

/** How long a job may hold its place: beyond it its process is taken for dead, and another does it. No snapshot takes as long. */
const HELD = { capture: '4 minutes', others: '12 minutes' }

export type JobSettings = {
  databaseUrl: string
  tools: CaptureTools
  /** How many are done at once. */
  atOnce: number
  /** When sources that are cited are asked again: a crontab's five fields; null: never by itself. */
  schedule: string | null
}

/** Reads the settings from an environment. @throws Error in words, where one cannot be what it says */
export function jobSettings(databaseUrl: string, env: Record<string, string | undefined>): JobSettings {
  const atOnce = Number(env.ATTEST_JOBS || 4)
  if (!Number.isInteger(atOnce) || atOnce < 1 || atOnce > 64)
    throw new Error(`ATTEST_JOBS is "${env.ATTEST_JOBS}": it is how many jobs run at once, from 1 to 64.`)
  const schedule = env.ATTEST_CHECK_SCHEDULE?.trim() || null
  if (schedule && !isCrontab(schedule))
    throw new Error(
      `ATTEST_CHECK_SCHEDULE is "${schedule}": it has five fields, as in a crontab: 0 3 * * 1, for example.`,
    )
  return { databaseUrl, tools: captureTools(env), atOnce, schedule }
}

function isCrontab(schedule: string): boolean {
  try {
    return schedule.split(/\s+/).length === 5 && parseCrontab(`${schedule} ask_again`).length === 1
  } catch {
    return false
  }
}

/**
 * Does the jobs of an installation: snapshots, public archiving, and asking cited sources again. Several servers may run
 * one each on one database. When the database comes back after it was away, so does this.
 */
export class Jobs {
  private runner: Runner | null = null
  private closing = false
  private readonly leaving = new AbortController()
  /** Jobs that were under way when this had to go. */
  private readonly left: string[] = []
  private readonly underWay = new Set<string>()
  private readonly db: Db

  private constructor(private readonly settings: JobSettings) {
    this.db = connect(settings.databaseUrl)
  }

  static async open(settings: JobSettings): Promise<Jobs> {
    const jobs = new Jobs(settings)
    await jobs.start()
    return jobs
  }

  private async start(): Promise<void> {
    const { databaseUrl, atOnce, schedule } = this.settings
    await releaseDead(this.db)
    this.runner = await run({
      connectionString: databaseUrl,
      concurrency: atOnce,
      noHandleSignals: true,
      logger: queueLogger,
      taskList: this.tasks(),
      crontab: ['* * * * * release_dead', ...(schedule ? [`${schedule} ask_again`] : [])].join('\n'),
    })
    this.runner.promise
      .catch((err: unknown) => log.warn({ err }, 'the job queue stopped'))
      .finally(() => void this.again())
  }

  private async again(): Promise<void> {
    while (!this.closing) {
      await wait(2_000)
      try {
        if (!this.closing) await this.start()
        return
      } catch (err) {
        log.warn({ err }, 'the job queue could not be started again yet')
      }
    }
  }

  private tasks(): TaskList {
    const tools = { ...this.settings.tools, leaving: this.leaving.signal }
    return {
      capture: async (payload, { job }) => {
        const { captureId } = payload as { captureId: string }
        this.underWay.add(captureId)
        try {
          await capture(this.db, tools, captureId)
        } finally {
          this.underWay.delete(captureId)
          if (this.leaving.signal.aborted) this.left.push(job.id)
        }
      },
      check_quotes: (payload) => checkQuotesOf(this.db, payload),
      erase_file: async (payload) => {
        await eraseFile(this.db, tools.store, payload)
      },
      archive: (payload) => archive(this.db, tools, payload),
      ask_again: () => askForVisits(this.db, tools.now()),
      release_dead: async () => {
        await releaseDead(this.db)
        await endAbandoned(this.db, null, tools.now())
      },
    }
  }

  /** What is under way is left, and done by whoever comes next. */
  async close(): Promise<void> {
    this.closing = true
    this.leaving.abort(new Error('the server is being stopped'))
    await leaveCaptures(this.db, [...this.underWay]).catch((err: unknown) =>
      log.warn({ err }, 'captures under way could not be left in order'),
    )
    await this.runner?.stop().catch((err: unknown) => log.warn({ err }, 'the job queue did not stop cleanly'))
    // The queue may not have heard of what was left: no one else would touch it for minutes.
    await giveBack(this.db, this.left).catch((err: unknown) =>
      log.warn({ err }, 'jobs under way could not be given back'),
    )
    await endReading()
    await this.db.$disconnect()
  }
}

async function giveBack(db: Db, jobs: readonly string[]): Promise<void> {
  await db.$executeRaw`
    SELECT graphile_worker.force_unlock_workers(array_agg(DISTINCT "locked_by")) FROM graphile_worker.jobs
    WHERE "id" = ANY(${jobs}::bigint[]) AND "locked_by" IS NOT NULL HAVING count(*) > 0`
}

/** Gives back jobs whose process was killed: no one else may touch them for hours otherwise. */
async function releaseDead(db: Db): Promise<void> {
  await db.$executeRaw`
    SELECT graphile_worker.force_unlock_workers(array_agg(DISTINCT "locked_by")) FROM graphile_worker.jobs
    WHERE "locked_at" < now() - (CASE WHEN "task_identifier" = 'capture' THEN ${HELD.capture} ELSE ${HELD.others} END)::interval
    HAVING count(*) > 0`
}
