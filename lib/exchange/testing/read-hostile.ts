import { AppError } from '@/lib/platform/errors.ts'
import { articleApart, bibliographyApart, readApart } from '../reading/reading.ts'
import type { HostileInput } from './hostile-input.ts'

/**
 * Reads one as Attest reads it, and says what came of it: read, or refused in words. Anything else is thrown: a fault of
 * ours.
 */
export async function readHostile(input: HostileInput): Promise<'read' | 'refused'> {
  if (!('text' in input)) {
    const { bytes, mediaType } = input
    const { readable, problem } = await readApart({ bytes, mediaType, charset: null, url: null, fileName: null })
    if (problem) return inWords(problem.message)
    if (readable && readable.text.length > 2_000_000) throw new Error('more was kept than is promised')
    return 'read'
  }
  try {
    if (input.kind === 'article') {
      const { parsed } = await articleApart(input.text, null)
      return parsed.ok ? 'read' : inWords(parsed.problem.message)
    }
    const { items, problems } = await bibliographyApart(input.text, input.kind)
    for (const problem of problems) inWords(problem)
    return items.length > 0 ? 'read' : 'refused'
  } catch (error) {
    if (error instanceof AppError) return inWords(error.message)
    throw error
  }
}

function inWords(message: string): 'refused' {
  if (!/^[A-Z“].{5,600}[.”…]$/su.test(message)) throw new Error(`this is no sentence for a person: ${message}`)
  return 'refused'
}
