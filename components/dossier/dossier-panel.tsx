'use client'

import { useGalley } from '@/components/article/article-context.ts'
import { StatusTag } from '@/components/claim/status-tag.tsx'
import { Button } from '@/components/ui/button.tsx'
import { CopyButton } from '@/components/ui/copy-button.tsx'
import { claimKey } from '@/lib/domain/claim/claim.ts'
import { Assessments } from './assessment/assessments.tsx'
import { ReaffirmPanel } from './assessment/reaffirm-panel.tsx'
import { Assignees } from './assignment/assignees.tsx'
import { Discussion } from './discussion/discussion.tsx'
import { ClaimWords } from './evidence/claim-words.tsx'
import { Evidence } from './evidence/evidence.tsx'
import { LookedAtCovers } from './evidence/looked-at.tsx'
import { Searches } from './evidence/searches.tsx'
import { Redactions } from './frame/redaction.tsx'
import { LeftBehind, useLeftBehind } from './left-behind.tsx'
import { Need } from './need.tsx'
import { Unsent } from './unsent.tsx'
import { EditPanel } from './wording/edit-panel.tsx'
import { History } from './wording/history.tsx'
import { StructurePanel } from './wording/structure-panel.tsx'
import { WorkingNote } from './working-note.tsx'

/** At the bottom of a phone. */
const SHEET =
  'max-lg:fixed max-lg:inset-x-0 max-lg:bottom-0 max-lg:z-30 max-lg:max-h-[62dvh] max-lg:overflow-y-auto max-lg:rounded-t-2xl max-lg:border-t max-lg:shadow-[0_-8px_30px_rgba(0,0,0,.18)]'

/** The open claim's dossier: beside the text, or a sheet at the bottom of a phone. */
export function DossierPanel() {
  const { article, selected, claims, select, dossier, dossierProblem, pane } = useGalley()
  const claim = selected === null ? undefined : claims.get(selected)
  const { gone, dismiss } = useLeftBehind()
  const place =
    'no-print border-line bg-paper px-5 py-[18px] lg:sticky lg:top-[52px] lg:h-[calc(100dvh-52px)] lg:overflow-y-auto lg:border-l'
  if (!claim)
    return (
      <aside aria-label="Dossier" className={gone ? `${place} ${SHEET}` : `${place} hidden lg:block`}>
        {gone && <LeftBehind gone={gone} onDismiss={dismiss} />}
        <p className="mt-16 text-center text-ink3">Choose a claim in the text, or press j, to open its dossier.</p>
      </aside>
    )
  return (
    <aside aria-label={`Dossier of ${claimKey(claim.number)}`} className={`${place} ${SHEET}`}>
      <div className="flex items-center gap-2 text-[13px] font-semibold text-ink2">
        <h2>{claimKey(claim.number)}</h2>
        <StatusTag status={claim.status} />
        <span className="flex-1" />
        <CopyButton
          words="Copy link"
          done="Link copied."
          text={() => new URL(`/articles/${article.slug}#${claimKey(claim.number)}`, window.location.href).href}
        />
        <Button tone="quiet" small aria-label="Close the dossier" onClick={() => select(null)}>
          ✕
        </Button>
      </div>
      {gone && <LeftBehind gone={gone} onDismiss={dismiss} />}
      <LookedAtCovers key={claim.id}>
        {pane === 'edit' ? (
          <EditPanel key={claim.id} claim={claim} />
        ) : pane === 'structure' ? (
          <StructurePanel key={claim.wordingId} claim={claim} />
        ) : (
          <ClaimWords claim={claim} dossier={dossier} />
        )}
        <WorkingNote claim={claim.number} />
        {dossierProblem && (
          <p role="alert" className="my-2 border-l-[3px] border-ref bg-ref-soft px-3 py-2 text-[13px]">
            {dossierProblem}
          </p>
        )}
        {dossier ? (
          <Redactions value={dossier.redactions}>
            <Assignees key={`assignees ${claim.id}`} dossier={dossier} />
            <Unsent key={`unsent ${claim.id}`} claimId={claim.id} />
            {pane !== 'edit' && pane !== 'structure' && pane !== 'reaffirm' && <Need dossier={dossier} />}
            {pane === 'reaffirm' && <ReaffirmPanel key={claim.id} dossier={dossier} />}
            <Evidence key={`evidence ${claim.id}`} dossier={dossier} />
            <Searches key={`searches ${claim.id}`} dossier={dossier} />
            <Assessments key={`assessments ${claim.id}`} dossier={dossier} />
            <Discussion key={`discussion ${claim.id}`} dossier={dossier} />
            <History key={`history ${claim.id}`} dossier={dossier} />
          </Redactions>
        ) : (
          !dossierProblem && <DossierSkeleton />
        )}
      </LookedAtCovers>
    </aside>
  )
}

function DossierSkeleton() {
  return (
    <div role="status" aria-label="Reading the dossier" className="mt-4 space-y-3">
      {[60, 90, 75, 40].map((width) => (
        <div key={width} className="h-4 rounded bg-line" style={{ width: `${width}%` }} />
      ))}
    </div>
  )
}
