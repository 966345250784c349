'use client'

import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button.tsx'
import { buttonClass } from '@/components/ui/button-class.ts'
import { TextField } from '@/components/ui/field.tsx'
import { PASSWORD_MIN, passwordProblem } from '@/lib/domain/desk/password-rule.ts'

const UNHEARD = 'Can’t reach Attest. Your password is as it was. Check your connection and try again.'

/** Sets a password by a one-time link. */
export function ResetForm({ token }: { token: string }) {
  const [password, setPassword] = useState('')
  // Typed once: whoever likes to can see what they type.
  const [shown, setShown] = useState(false)
  const [problem, setProblem] = useState<string>()
  const [state, setState] = useState<'typing' | 'busy' | 'set'>('typing')

  async function submit(event: FormEvent) {
    event.preventDefault()
    const found = passwordProblem(password)
    if (found) return setProblem(found)
    setState('busy')
    setProblem(await send(token, password))
  }

  async function send(ofLink: string, typed: string): Promise<string | undefined> {
    try {
      const body = JSON.stringify({ token: ofLink, password: typed })
      const answer = await fetch('/api/password-link', { method: 'POST', body })
      if (answer.ok) {
        setState('set')
        return
      }
      setState('typing')
      const { problem: said } = (await answer.json()) as { problem?: { message?: string } }
      return said?.message ?? UNHEARD
    } catch {
      setState('typing')
      return UNHEARD
    }
  }

  if (state === 'set')
    return (
      <div className="flex flex-col gap-4" role="status">
        <p className="text-ink">Your new password is set.</p>
        <a className={buttonClass('go')} href="/sign-in">
          Sign in
        </a>
      </div>
    )
  return (
    <form method="post" onSubmit={submit} noValidate className="flex flex-col gap-4">
      <TextField
        label="New password"
        name="password"
        type={shown ? 'text' : 'password'}
        autoComplete="new-password"
        value={password}
        onChange={setPassword}
        error={problem}
        hint={`At least ${PASSWORD_MIN} characters. Several words are easier to remember than symbols.`}
        autoFocus
      />
      <label className="-mt-2 flex w-fit items-center gap-2 text-[13px] text-ink2">
        <input
          type="checkbox"
          className="size-4 accent-pencil"
          checked={shown}
          onChange={(event) => setShown(event.target.checked)}
        />
        Show the password
      </label>
      <Button type="submit" tone="go" busy={state === 'busy'}>
        {state === 'busy' ? 'Setting…' : 'Set password'}
      </Button>
    </form>
  )
}
