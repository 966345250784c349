'use client'

import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button.tsx'
import { TextArea, TextField } from '@/components/ui/field.tsx'
import { ProblemNote } from '@/components/ui/problem-note.tsx'
import { useCommand } from '@/components/ui/use-command.ts'
import { useDraft } from '@/components/ui/use-draft.ts'
import { bringIn } from '@/lib/actions/article.ts'
import type { Viewer } from '@/lib/view/galley.ts'
import { ArticleFileField } from '../article/file-field.tsx'
import { TopBar } from '../shell/top-bar.tsx'

type Like = { slug: string; title: string; same: boolean; archived: boolean }

const EMPTY = { text: '', language: '', licence: '', attribution: '', originUrl: '' }

/** Takes an article in: a file or pasted text. Every sentence, field and list item becomes a claim. */
export function ImportScreen({ viewer }: { viewer: Viewer }) {
  const router = useRouter()
  const [draft, change, forget] = useDraft('import', EMPTY)
  const [like, setLike] = useState<Like[]>([])
  const command = useCommand(bringIn, (value) => {
    if (value?.outcome === 'there') return setLike(value.like)
    forget()
    router.push(value ? `/articles/${value.slug}` : '/')
  })
  const run = (anyway: boolean) => void command.run({ ...draft, anyway, workspaceId: viewer.workspaceId })

  function type(text: string) {
    setLike([])
    change({ text })
  }

  function submit(event: FormEvent) {
    event.preventDefault()
    run(false)
  }

  return (
    <>
      <TopBar viewer={viewer} crumbs={[{ href: '/', words: 'Desk' }, { words: 'Import an article' }]} />
      <main className="mx-auto max-w-[760px] px-5 py-8">
        <h1 className="font-serif text-[28px] font-semibold leading-9 tracking-tight">Import an article</h1>
        <p className="mt-1 mb-6 text-ink2">
          Plain text: a title line <code>= Title =</code>, an optional <code>Infobox</code> with{' '}
          <code>- Key: value</code> lines, <code>== headings ==</code> and paragraphs.
        </p>
        <form onSubmit={submit} noValidate className="flex flex-col gap-4">
          <ArticleFileField onText={(text) => type(text)} />
          <TextArea
            label="Text"
            name="text"
            required
            rows={14}
            value={draft.text}
            onChange={(text) => type(text)}
            error={command.errors.text}
          />
          <div className="grid gap-4 sm:grid-cols-3">
            <TextField
              label="Language"
              name="language"
              value={draft.language}
              onChange={(language) => change({ language })}
              error={command.errors.language}
              hint="A code, such as en, be or uk. Leave it empty to have it guessed from the text."
            />
            <TextField
              label="Licence"
              name="licence"
              value={draft.licence}
              onChange={(licence) => change({ licence })}
              error={command.errors.licence}
            />
            <TextField
              label="Attribution"
              name="attribution"
              value={draft.attribution}
              onChange={(attribution) => change({ attribution })}
              error={command.errors.attribution}
            />
          </div>
          <TextField
            label="Origin"
            name="originUrl"
            type="url"
            value={draft.originUrl}
            onChange={(originUrl) => change({ originUrl })}
            error={command.errors.originUrl}
            hint="The address the text was taken from. Optional."
          />
          <ProblemNote command={command} />
          {like.length > 0 && <There like={like} busy={command.busy} onAnyway={() => run(true)} />}
          <Button type="submit" tone="go" className="self-start" busy={command.busy}>
            {command.busy ? 'Importing…' : 'Import'}
          </Button>
        </form>
      </main>
    </>
  )
}

type ThereProps = { like: Like[]; busy: boolean; onAnyway: () => void }

/** The desk has this article, or one of its name: asked before there are two. */
function There({ like, busy, onAnyway }: ThereProps) {
  const same = like.some((article) => article.same)
  return (
    <div role="alert" className="rounded-lg border border-sta p-3 text-[14px]">
      <p className="font-medium">
        {same ? 'This text was imported before.' : 'The desk has an article of this title.'} Nothing was imported yet.
      </p>
      <ul className="my-2 space-y-1">
        {like.map(({ slug, title, archived }) => (
          <li key={slug} className="flex flex-wrap gap-x-3">
            <Link prefetch={false} className="underline" href={`/articles/${slug}`}>
              {title}
            </Link>
            {archived ? (
              <span className="text-ink3">archived</span>
            ) : (
              <Link prefetch={false} className="text-pencil underline" href={`/articles/${slug}/upstream`}>
                update it from upstream
              </Link>
            )}
          </li>
        ))}
      </ul>
      <Button small busy={busy} onClick={onAnyway}>
        Import it as another article
      </Button>
    </div>
  )
}
