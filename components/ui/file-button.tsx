'use client'

import { buttonClass } from './button-class.ts'

type Props = { words: string; accept?: string; onFiles: (files: File[]) => void }

/** Opens the browser's choice of files: by a click, by space, and by Enter, which within a form would send that form. */
export function FileButton({ words, accept, onFiles }: Props) {
  return (
    <label className={`${buttonClass()} cursor-pointer has-focus-visible:outline-2 has-focus-visible:outline-pencil`}>
      {words}
      <input
        type="file"
        multiple
        accept={accept}
        className="sr-only"
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return
          event.preventDefault()
          event.currentTarget.click()
        }}
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])])
          event.target.value = ''
        }}
      />
    </label>
  )
}
