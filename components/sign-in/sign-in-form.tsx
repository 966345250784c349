'use client'

import { signIn } from 'next-auth/react'
import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button.tsx'
import { TextField } from '@/components/ui/field.tsx'
import { ownPath } from '@/lib/domain/desk/own-path.ts'

/** The words for what the server answers. One sentence for a wrong address and a wrong password: neither is told. */
function problemWords(code: string): string {
  if (code.startsWith('throttled:')) {
    const minutes = Math.max(1, Math.ceil(Number(code.slice('throttled:'.length)) / 60))
    return `Too many tries. Wait ${minutes} ${minutes === 1 ? 'minute' : 'minutes'} and try again.`
  }
  if (code === 'busy') return 'Too many people are signing in now. Try again in a moment.'
  if (code === 'unavailable') return 'Attest cannot reach its database just now. Try again in a moment.'
  if (code === 'CredentialsSignin') return 'This e-mail address and password do not go together.'
  return 'Signing in did not work. Try again.'
}

export function SignInForm({ next }: { next: string }) {
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [problem, setProblem] = useState<string>()
  const [busy, setBusy] = useState(false)

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (!email || !password) return setProblem('Fill in your e-mail address and your password.')
    setBusy(true)
    setProblem(undefined)
    const answer = await signIn('credentials', { email, password, redirect: false }).catch(() => undefined)
    if (answer?.ok && !answer.error) return window.location.assign(withClaim(ownPath(next)))
    setBusy(false)
    setProblem(answer ? problemWords(answer.error ?? '') : 'Can’t reach Attest. Check your connection and try again.')
  }

  // By POST: where the script has not come (yet), the browser sends the form itself, and must not put the password into
  // the address.
  return (
    <form method="post" onSubmit={submit} noValidate className="flex flex-col gap-4">
      <TextField
        label="E-mail"
        name="email"
        type="email"
        autoComplete="username"
        value={email}
        onChange={setEmail}
        autoFocus
      />
      <TextField
        label="Password"
        name="password"
        type="password"
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
      />
      {problem && (
        <p role="alert" className="rounded-md border-l-[3px] border-ref bg-ref-soft px-3 py-2 text-[13px] text-ink">
          {problem}
        </p>
      )}
      <Button type="submit" tone="go" busy={busy}>
        {busy ? 'Signing in…' : 'Sign in'}
      </Button>
    </form>
  )
}

/** A browser carries the claim of an address over to this page, and tells no server of it. */
function withClaim(path: string): string {
  const { hash } = window.location
  return /^#C-\d{1,9}$/.test(hash) && !path.includes('#') ? `${path}${hash}` : path
}
