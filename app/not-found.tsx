import Link from 'next/link'
import { buttonClass } from '@/components/ui/button-class.ts'
import { Mark } from '@/components/ui/mark.tsx'

export default function NotFound() {
  return (
    <main className="mx-auto flex min-h-dvh max-w-[420px] flex-col justify-center gap-4 px-5">
      <Mark />
      <h1 className="font-serif text-[26px] font-semibold leading-9">There is nothing here</h1>
      <p className="text-ink2">There is nothing at this address, or you may not see it.</p>
      <Link prefetch={false} className={`${buttonClass('go')} self-start`} href="/">
        Back to the desk
      </Link>
    </main>
  )
}
