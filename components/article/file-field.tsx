'use client'

import { useState } from 'react'
import { ARTICLE_LIMIT_BYTES, decodeArticleFile } from '@/lib/domain/article/article-file.ts'

/** A file with an article's text, read in the browser. */
export function ArticleFileField({ onText }: { onText: (text: string) => void }) {
  const [problem, setProblem] = useState<string>()

  async function choose(file: File | undefined) {
    if (!file) return
    // Only as much is read as decides: a file of gigabytes is refused without being loaded.
    const bytes = new Uint8Array(await file.slice(0, ARTICLE_LIMIT_BYTES + 1).arrayBuffer())
    const read = decodeArticleFile(bytes)
    setProblem(read.ok ? undefined : read.problem.message)
    if (read.ok) onText(read.text)
  }

  return (
    <div className="flex flex-col gap-1">
      <label htmlFor="article-file" className="text-[13px] font-medium text-ink2">
        File
      </label>
      <input
        id="article-file"
        type="file"
        accept=".txt,text/plain"
        aria-describedby={problem ? 'article-file-error' : undefined}
        onChange={(event) => void choose(event.target.files?.[0])}
        className="rounded-[7px] border border-line bg-raise px-2.5 py-1.5"
      />
      {problem && (
        <p id="article-file-error" role="alert" className="text-[13px] text-ref">
          {problem}
        </p>
      )}
    </div>
  )
}
