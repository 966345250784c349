import type { Tx } from './db.ts'

/** Puts a job into the queue as part of a transaction. `key` is a name by which the queue knows it, once. */
export async function addJob(
  tx: Tx,
  task: string,
  payload: Record<string, string | null>,
  { after = '0 s', key = null }: { after?: string; key?: string | null } = {},
): Promise<void> {
  await tx.$executeRaw`
    SELECT graphile_worker.add_job(${task}, ${JSON.stringify(payload)}::json, run_at => now() + ${after}::interval, max_attempts => 3, job_key => ${key})`
}

/** Takes jobs out of the queue that no one has begun, or that failed for good: by a member of their payload. */
export async function dropJobs(tx: Tx, task: string, member: string, value: string): Promise<void> {
  await tx.$executeRaw`
    DELETE FROM graphile_worker._private_jobs j USING graphile_worker._private_tasks t
    WHERE t."id" = j."task_id" AND t."identifier" = ${task} AND j."locked_at" IS NULL AND j."payload" ->> ${member} = ${value}`
}
