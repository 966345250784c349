import { notFound, redirect } from 'next/navigation'
import type { SessionClaim } from '@/lib/data/access.ts'
import { sessionOfRequest } from '@/lib/platform/auth/auth.ts'
import { AppError } from '@/lib/platform/errors.ts'

/**
 * Runs what a page reads, as whoever asks for it. A stranger is led to the sign-in page and back; what is not theirs
 * to see does not exist.
 */
export async function gate<T>(path: string, read: (session: SessionClaim | null) => Promise<T>): Promise<T> {
  try {
    return await read(await sessionOfRequest())
  } catch (error) {
    if (error instanceof AppError) {
      if (error.code === 'signed_out') redirect(`/sign-in?next=${encodeURIComponent(path)}`)
      if (error.code === 'not_found' || error.code === 'forbidden') notFound()
    }
    throw error
  }
}
