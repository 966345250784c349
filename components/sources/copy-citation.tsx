'use client'

import { CopyButton } from '@/components/ui/copy-button.tsx'
import { reference } from '@/lib/actions/source.ts'

type Props = {
  workspaceId: string
  sourceId: string
  /** The place in the source, as a citation has it. */
  place?: string
  quote?: string
}

/** Copies the source as a bibliography has it, with the place and the quote of a citation. */
export function CopyCitation({ workspaceId, sourceId, place = '', quote = '' }: Props) {
  return (
    <CopyButton
      words="Copy citation"
      className="px-1!"
      done="Citation copied."
      text={async () => {
        const answer = await reference({ workspaceId, sourceId, commandId: crypto.randomUUID() }).catch(() => null)
        if (!answer?.ok || !answer.value) return null
        return [answer.value.text, place, quote && `“${quote}”`].filter(Boolean).join(' ')
      }}
    />
  )
}
