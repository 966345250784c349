'use client'

import { useRouter } from 'next/navigation'
import { type ReactNode, useEffect, useState } from 'react'
import { toast } from 'sonner'
import type { Live } from '@/components/live/use-live.ts'
import { PreviewPanel, type Signed } from '@/components/recording/preview-panel.tsx'
import { usePreview } from '@/components/recording/use-preview.ts'
import { Button } from '@/components/ui/button.tsx'
import { useCommand } from '@/components/ui/use-command.ts'
import { previewWorking, recordWorking } from '@/lib/actions/working.ts'
import { may } from '@/lib/domain/desk/permission.ts'
import type { EditingView } from '@/lib/view/galley.ts'
import { ContestedClaims } from './contested-claims.tsx'

type Props = Pick<EditingView, 'article' | 'viewer'> & {
  live: Live
  /** Grows with every change the reader makes. */
  typed: number
  nameOf: (memberId: string) => string
  /** What differs, shown until someone asks what recording it would come to. */
  children: ReactNode
}

/** From the working text to the record: what it would come to, claim by claim, and then one revision, or proposals. */
export function RecordingPanel({ article, viewer, live, typed, nameOf, children }: Props) {
  const router = useRouter()
  const proposes = !may(viewer.role, 'wording.record')
  const [reason, setReason] = useState('')
  const state = usePreview(async (decided) => {
    const saved = await live.connection?.saved()
    if (!saved)
      return {
        ok: false,
        problem: {
          code: 'unavailable',
          message: 'What you typed has not reached the server yet. It is kept here; look again once it is saved.',
        },
      }
    return previewWorking({ articleId: article.id, ...decided })
  }, true)
  const contested = state.preview?.contested ?? []
  const command = useCommand(
    (signed: Signed & { commandId: string }) =>
      recordWorking({
        articleId: article.id,
        contested: contested.map(({ number, now }) => ({ number, now })),
        ...state.decided,
        ...signed,
      }),
    (taken) => {
      if (taken?.outcome === 'moved_on') {
        state.replace(taken.preview)
        toast('The text or the article went on meanwhile. Nothing was recorded; here is what it would come to now.')
        return
      }
      if (taken?.outcome === 'proposed') {
        const rest = taken.frames > 0 ? ' A changed label or quotation is not proposed: an editor sets it.' : ''
        toast(`Proposed: ${changesIn(taken.wordings + taken.structures)} for review.${rest}`)
      } else if (taken?.outcome === 'recorded') toast(`Recorded as revision ${taken.revision}.`)
      router.push(`/articles/${article.slug}`)
      router.refresh()
    },
  )
  // Words typed after the preview are not in it. What others type does not disturb: it is looked at on recording.
  const { forget } = state
  const [previewed, setPreviewed] = useState(typed)
  useEffect(() => {
    if (previewed === typed) return
    setPreviewed(typed)
    forget()
  }, [previewed, typed, forget])

  const { preview } = state
  return (
    <>
      {state.problem && (
        <p role="alert" className="mb-4 rounded-r-md border-l-[3px] border-ref bg-ref-soft px-3 py-2 text-[13px]">
          {state.problem.message}
        </p>
      )}
      {preview ? (
        <PreviewPanel
          key={preview.head}
          {...{ preview, state, command, proposes, reason }}
          onReason={setReason}
          theirs="The working text"
          choosing
          act={proposes ? 'Propose' : `Record as revision ${preview.head + 1}`}
          note={
            <>
              <Button small tone="quiet" className="mt-2 -ml-2" onClick={forget}>
                Back to what differs
              </Button>
              <ContestedClaims contested={contested} nameOf={nameOf} />
            </>
          }
        />
      ) : (
        <>
          <div className="text-[13px] leading-5 text-ink2">
            <h2 className="mb-1 text-[15px] font-semibold text-ink">Before recording</h2>
            <p>
              “Review changes” shows what becomes of every claim: kept, reworded, moved, split, merged, retired or new.
              You choose which of it counts and correct each decision.{' '}
              {proposes ? 'What you send is proposed to the reviewers.' : 'Then you record it as one revision.'} The
              rest stays in the working text.
            </p>
            <p className="mt-2">Checks belong to words: a claim whose words change needs another look.</p>
          </div>
          <Button tone="go" className="mt-3" busy={state.busy} disabled={!live.synced} onClick={state.look}>
            Review changes
          </Button>
          {children}
        </>
      )}
    </>
  )
}

function changesIn(count: number): string {
  return count === 1 ? '1 change waits' : `${count} changes wait`
}
