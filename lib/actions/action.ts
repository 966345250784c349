import type { z } from 'zod'
import { authorizeArticle, authorizeWorkspace, type SessionClaim } from '@/lib/data/access.ts'
import { Repeated } from '@/lib/data/command.ts'
import { db } from '@/lib/data/db.ts'
import type { Ability } from '@/lib/domain/desk/permission.ts'
import { sessionOfRequest } from '@/lib/platform/auth/auth.ts'
import { withCommandContent } from '@/lib/platform/command-content.ts'
import { AppError } from '@/lib/platform/errors.ts'
import { type Answer, problemOf } from '@/lib/platform/http/answer.ts'
import { sha256 } from '@/lib/platform/ids.ts'

/**
 * The shape of every action: parse what came, ask who sent it, then let `run` ask whether they may and delegate; those of
 * an article or a desk name their ability (below). Every
 * action can be reached by a bare POST, so nothing that a page checked counts here.
 */
export function action<Input, Output>(
  schema: z.ZodType<Input>,
  run: (input: Input, session: SessionClaim) => Promise<Output>,
): (input: unknown) => Promise<Answer<Output | null>> {
  return async (input) => {
    try {
      const session = await sessionOfRequest()
      if (!session)
        throw new AppError('signed_out', 'Your session has ended. Sign in again; what you typed is kept here.')
      const parsed = schema.safeParse(input)
      if (!parsed.success) return { ok: false, problem: refusal(parsed.error) }
      const digest = sha256(JSON.stringify(parsed.data))
      return { ok: true, value: await withCommandContent(digest, () => run(parsed.data, session)) }
    } catch (error) {
      // The answer to a command that was carried out before and never heard of: it is done, there is nothing to add.
      if (error instanceof Repeated) return { ok: true, value: null }
      return { ok: false, problem: problemOf(error) }
    }
  }
}

/** An action on an article, by someone who may do this to it. */
export function articleAction<Input extends { articleId: string }, Output>(
  schema: z.ZodType<Input>,
  ability: Ability,
  run: (article: OfArticle, given: Omit<Input, 'articleId'>, session: SessionClaim) => Promise<Output>,
) {
  return action(schema, async ({ articleId, ...given }, session) =>
    run(await authorizeArticle(db(), session, { id: articleId }, ability), given, session),
  )
}

/** An action on a desk's own things, by a member who may do this there. */
export function deskAction<Input extends { workspaceId: string }, Output>(
  schema: z.ZodType<Input>,
  ability: Ability,
  run: (authority: OfDesk, given: Omit<Input, 'workspaceId'>, session: SessionClaim) => Promise<Output>,
) {
  return action(schema, async ({ workspaceId, ...given }, session) =>
    run(await authorizeWorkspace(db(), session, workspaceId, ability), given, session),
  )
}

export type OfArticle = Awaited<ReturnType<typeof authorizeArticle>>
type OfDesk = Awaited<ReturnType<typeof authorizeWorkspace>>

/** One sentence a field; the first of them is the message. */
function refusal(error: z.ZodError) {
  const fields: Record<string, string> = {}
  for (const issue of error.issues) fields[String(issue.path.at(-1) ?? '')] ??= issue.message
  const message = Object.values(fields)[0] ?? 'This could not be read. Nothing was recorded.'
  return { code: 'invalid' as const, message, fields }
}
