'use client'

import { type KeyboardEvent, useState } from 'react'
import { useGalley } from '@/components/article/article-context.ts'
import { TextArea } from '@/components/ui/field.tsx'
import { FormFooter } from '@/components/ui/form-footer.tsx'
import { ProblemNote } from '@/components/ui/problem-note.tsx'
import { useDraft } from '@/components/ui/use-draft.ts'
import { useOpenedForm } from '@/components/ui/use-opened-form.ts'
import type { ClaimSummary } from '@/lib/domain/claim/claim.ts'
import type { Cover } from '@/lib/domain/claim/cover.ts'
import type { CitationDto } from '@/lib/view/dossier.ts'
import { MovedNote } from '../frame/moved-note.tsx'
import { CoverEditor } from '../reader/cover-editor.tsx'
import { type CitationDraft, CitationFields } from './citation-form.tsx'
import { useLookedAt } from './looked-at.tsx'
import { useAmend } from './use-amend.ts'

type Props = { citation: CitationDto; claim: ClaimSummary; onClose: () => void }

const BOX = 'mt-1.5 flex flex-col gap-3 rounded-lg border border-line bg-sheet p-3 text-[14px] leading-5 text-ink'

/** Escape closes the form, and not the dossier around it. */
const closing = (close: () => void) => (event: KeyboardEvent) => {
  if (event.key !== 'Escape' || event.defaultPrevented) return
  event.preventDefault()
  event.stopPropagation()
  close()
}

/** Changes what a citation says. A quote that was taken from a snapshot is changed in the reader, and nowhere else. */
export function AmendForm({ citation, claim, onClose }: Props) {
  const form = useOpenedForm({ focus: true })
  const { stance, note, locator, credibility, quote, passage } = citation
  const [draft, change, forget] = useDraft<CitationDraft & { quote: string }>(`amend.${citation.id}`, {
    ...{ stance, note, locator, quote },
    credibility: String(credibility),
  })
  const close = () => {
    forget()
    onClose()
  }
  const { amend, command, moved, gone } = useAmend(citation, claim, close)
  return (
    <form
      ref={form}
      noValidate
      aria-label="Change the citation"
      className={BOX}
      onKeyDown={closing(close)}
      onSubmit={(event) => {
        event.preventDefault()
        const { stance: chosen, credibility: grade, quote: typed, ...words } = draft
        amend({ ...words, stance: chosen || stance, credibility: Number(grade), ...(!passage && { quote: typed }) })
      }}
    >
      {!citation.fresh && (
        <p className="text-[13px] text-ink2">
          It was attached to an earlier wording. Once changed, it applies to the current one: read the words above
          first.
        </p>
      )}
      <CitationFields value={draft} onChange={change} errors={command.errors} type={citation.source.type}>
        {!passage && (
          <TextArea
            label="Quote"
            name="quote"
            serif
            rows={2}
            value={draft.quote}
            onChange={(typed) => change({ quote: typed })}
            hint="The source’s own words."
            error={command.errors.quote}
          />
        )}
      </CitationFields>
      <ProblemNote command={command} />
      <MovedNote claim={claim} moved={moved} />
      <GoneNote gone={gone} />
      <FormFooter send="Change it" busy={command.busy} onCancel={close} />
    </form>
  )
}

/** Marks which words of the claim a citation covers. */
export function CoversForm({ citation, claim, onClose }: Props) {
  const { article } = useGalley()
  const { look } = useLookedAt()
  const form = useOpenedForm()
  const [covers, setCovers] = useState<readonly Cover[] | null>(citation.covers)
  const { amend, command, moved, gone } = useAmend(citation, claim, onClose)
  const mark = (now: Cover[] | null) => {
    setCovers(now)
    look(now)
  }
  return (
    <form
      ref={form}
      aria-label="Mark the words it covers"
      className={BOX}
      onKeyDown={closing(onClose)}
      onSubmit={(event) => {
        event.preventDefault()
        amend({ covers })
      }}
    >
      <CoverEditor
        autoFocus
        text={claim.text}
        frame={claim.label}
        language={article.language}
        label="Words it covers"
        value={covers}
        onChange={mark}
      />
      <ProblemNote command={command} />
      <MovedNote claim={claim} moved={moved} />
      <GoneNote gone={gone} />
      <FormFooter send="Save" busy={command.busy} onCancel={onClose} />
    </form>
  )
}

/** Said when someone changed or withdrew a citation while it was being changed here. */
export function GoneNote({ gone }: { gone: boolean }) {
  if (!gone) return null
  return (
    <p role="alert" className="rounded-r-md border-l-[3px] border-sta bg-hover px-3 py-2 text-[13px] text-ink2">
      Someone changed or withdrew this citation in the meantime. Nothing was recorded; look at it as it is now.
    </p>
  )
}
