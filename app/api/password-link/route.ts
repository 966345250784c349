import { setPasswordByLink } from '@/lib/actions/password-link.ts'
import { answerJson } from '@/lib/loaders/answer-json.ts'

/** Sets a new password by a one-time link. */
export function POST(request: Request) {
  return answerJson(() => setPasswordByLink(request))
}
