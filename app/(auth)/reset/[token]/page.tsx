import type { Metadata } from 'next'
import { ResetForm } from '@/components/sign-in/reset-form.tsx'
import { Mark } from '@/components/ui/mark.tsx'
import { isOpenLink } from '@/lib/loaders/account.ts'

export const metadata: Metadata = { title: 'Set a new password', robots: { index: false } }

/** Looking at the page does not use the link up: mail programs look at links, too. */
export default async function ResetPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  const open = await isOpenLink(token)
  return (
    <main className="mx-auto flex min-h-dvh max-w-[360px] flex-col justify-center gap-6 px-5 py-10">
      <div className="flex flex-col gap-2">
        <Mark />
        <h1 className="font-serif text-[28px] font-semibold leading-9 tracking-tight">Set a new password</h1>
        <p className="text-ink2">
          {open
            ? 'This link works once. Setting a password signs you out everywhere.'
            : 'This link does not work. It was used before, is too old, or was replaced by a newer one.'}
        </p>
      </div>
      {open ? (
        <ResetForm token={token} />
      ) : (
        <p className="text-ink2">Your password is as it was. Ask the owner of your desk for a new link.</p>
      )}
    </main>
  )
}
