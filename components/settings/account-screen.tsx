import { TopBar } from '@/components/shell/top-bar.tsx'
import type { Viewer } from '@/lib/view/galley.ts'
import { PasswordForm } from './password-form.tsx'

/** What concerns a person themselves: how they sign in. */
export function AccountScreen({ viewer, email }: { viewer: Viewer; email: string }) {
  return (
    <>
      <TopBar viewer={viewer} crumbs={[{ href: '/', words: 'Desk' }, { words: 'Your account' }]} />
      <main className="mx-auto max-w-[560px] px-5 py-8">
        <h1 className="font-serif text-[28px] font-semibold leading-9 tracking-tight">Your account</h1>
        <p className="mt-1 text-ink2">
          You sign in as <span className="font-medium text-ink">{email}</span>. On this desk you are {viewer.name}.
        </p>
        <section aria-labelledby="password" className="mt-8 border-t border-line pt-6">
          <h2 id="password" className="font-serif text-[20px] font-semibold leading-7">
            Change password
          </h2>
          <p className="mt-1 mb-5 text-ink2">This signs you out everywhere else. Here you stay signed in.</p>
          <PasswordForm workspaceId={viewer.workspaceId} email={email} />
        </section>
      </main>
    </>
  )
}
