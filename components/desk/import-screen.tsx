'use client'

import { useRouter } from 'next/navigation'
import type { FormEvent } from 'react'
import { Button } from '@/components/ui/button'
import { TextArea, TextField } from '@/components/ui/field'
import { ProblemNote } from '@/components/ui/problem-note'
import { useCommand } from '@/components/ui/use-command'
import { useDraft } from '@/components/ui/use-draft'
import { bringIn } from '@/lib/actions/article'
import type { Viewer } from '@/lib/schema/galley'
import { ArticleFileField } from './article-file-field'
import { TopBar } from './top-bar'

const EMPTY = { text: '', language: '', licence: '', attribution: '' }

/** Takes an article in: a file or pasted text. Every sentence, field and list item becomes a claim. */
export function ImportScreen({ viewer }: { viewer: Viewer }) {
  const router = useRouter()
  const [draft, change, forget] = useDraft('import', EMPTY)
  const command = useCommand(bringIn, (value) => {
    forget()
    router.push(value ? `/articles/${value.slug}` : '/')
  })

  function submit(event: FormEvent) {
    event.preventDefault()
    void command.run({ ...draft, workspaceId: viewer.workspaceId })
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
          <ArticleFileField onText={(text) => change({ text })} />
          <TextArea
            label="Text"
            name="text"
            required
            rows={14}
            value={draft.text}
            onChange={(text) => change({ text })}
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
          <ProblemNote command={command} />
          <Button type="submit" tone="go" className="self-start" busy={command.busy}>
            {command.busy ? 'Importing…' : 'Import'}
          </Button>
        </form>
      </main>
    </>
  )
}
