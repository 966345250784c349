import type { Metadata } from 'next'
import { SignInForm } from '@/components/sign-in/sign-in-form.tsx'
import { Mark } from '@/components/ui/mark.tsx'

export const metadata: Metadata = { title: 'Sign in' }

export default async function SignInPage({ searchParams }: { searchParams: Promise<{ next?: string | string[] }> }) {
  const { next } = await searchParams
  return (
    <main className="mx-auto flex min-h-dvh max-w-[360px] flex-col justify-center gap-6 px-5 py-10">
      <div className="flex flex-col gap-2">
        <Mark />
        <h1 className="font-serif text-[28px] font-semibold leading-9 tracking-tight">Sign in to your desk</h1>
        <p className="text-ink2">Every check, comment and wording is recorded under your name.</p>
      </div>
      <SignInForm next={typeof next === 'string' ? next : '/'} />
      <p className="text-xs leading-[18px] text-ink3">
        No account? Ask the owner of your desk to add you. Forgotten your password? They can send you a link with which
        you set a new one.
      </p>
    </main>
  )
}
