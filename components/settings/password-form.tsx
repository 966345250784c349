'use client'

import { type FormEvent, useState } from 'react'
import { toast } from 'sonner'
import { Button } from '@/components/ui/button.tsx'
import { TextField } from '@/components/ui/field.tsx'
import { ProblemNote } from '@/components/ui/problem-note.tsx'
import { useCommand } from '@/components/ui/use-command.ts'
import { changePassword } from '@/lib/actions/account.ts'
import { PASSWORD_MIN, passwordProblem } from '@/lib/domain/desk/password-rule.ts'

const EMPTY = { current: '', next: '', again: '' }
type Fields = typeof EMPTY

/** What can be said before anything is sent. */
function refusals({ current, next, again }: Fields, email: string): Partial<Fields> {
  const problem = passwordProblem(next, [email])
  return {
    ...(current === '' && { current: 'Type your current password.' }),
    ...(problem !== null && { next: problem }),
    ...(problem === null && again !== next && { again: 'The two new passwords differ.' }),
  }
}

export function PasswordForm({ workspaceId, email }: { workspaceId: string; email: string }) {
  const [typed, setTyped] = useState(EMPTY)
  const [wrong, setWrong] = useState<Partial<Fields>>({})
  const command = useCommand(changePassword, (value) => {
    if (value?.outcome === 'wrong') return setWrong({ current: 'This is not your current password.' })
    if (value?.outcome === 'wait')
      return setWrong({ current: `Too many tries. Wait ${Math.ceil(value.seconds / 60)} min and try again.` })
    setTyped(EMPTY)
    toast('Your password is changed. You are signed out everywhere else.')
  })
  const change = (one: Partial<Fields>) => {
    setTyped((fields) => ({ ...fields, ...one }))
    setWrong({})
  }

  function submit(event: FormEvent) {
    event.preventDefault()
    const found = refusals(typed, email)
    setWrong(found)
    if (Object.keys(found).length > 0) return
    void command.run({ workspaceId, current: typed.current, next: typed.next })
  }

  return (
    <form method="post" onSubmit={submit} noValidate className="flex max-w-[360px] flex-col gap-4">
      {/* For password managers: whose password this is. */}
      <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
      <TextField
        label="Current password"
        name="current"
        type="password"
        autoComplete="current-password"
        value={typed.current}
        onChange={(current) => change({ current })}
        error={wrong.current ?? command.errors.current}
      />
      <TextField
        label="New password"
        name="next"
        type="password"
        autoComplete="new-password"
        value={typed.next}
        onChange={(next) => change({ next })}
        error={wrong.next ?? command.errors.next}
        hint={`At least ${PASSWORD_MIN} characters. Several words are easier to remember than symbols.`}
      />
      <TextField
        label="New password again"
        name="again"
        type="password"
        autoComplete="new-password"
        value={typed.again}
        onChange={(again) => change({ again })}
        error={wrong.again}
      />
      <ProblemNote command={command} />
      <Button type="submit" tone="go" className="self-start" busy={command.busy}>
        {command.busy ? 'Changing…' : 'Change password'}
      </Button>
    </form>
  )
}
