'use client'

import dynamic from 'next/dynamic'
import { type ComponentProps, useEffect, useRef, useState } from 'react'
import { useGalley } from '@/components/article/article-context.ts'
import type { CaptureProgress as CaptureProgressPart } from '@/components/sources/capture-progress.tsx'
import type { PasteBox as PasteBoxPart } from '@/components/sources/intake/paste-box.tsx'
import { SourceFields, type SourceForm } from '@/components/sources/source-fields.tsx'
import { Button } from '@/components/ui/button.tsx'
import { newest } from '@/lib/actions/capture.ts'
import { unreachable } from '../../ui/unreachable.tsx'
import { type Chosen, isReference, SourcePicker } from './source-picker.tsx'

// Read on demand: most sources are chosen from the shelf.
type PasteBoxProps = ComponentProps<typeof PasteBoxPart>
type CaptureProps = ComponentProps<typeof CaptureProgressPart>
const PasteBox = dynamic<PasteBoxProps>(
  () =>
    import('@/components/sources/intake/paste-box.tsx')
      .then((part) => ({ default: part.PasteBox }))
      .catch(unreachable<PasteBoxProps>),
  { ssr: false },
)
const CaptureProgress = dynamic<CaptureProps>(
  () =>
    import('@/components/sources/capture-progress.tsx')
      .then((part) => ({ default: part.CaptureProgress }))
      .catch(unreachable<CaptureProps>),
  { ssr: false },
)

export type SourceDraft = {
  mode: 'shelf' | 'paste' | 'hand'
  chosen: Chosen | null
  /** The snapshot that was asked for when it was pasted here. */
  captureId: string | null
  source: SourceForm
}

type Props = {
  value: SourceDraft
  onChange: (patch: Partial<SourceDraft>) => void
  /** The newest snapshot of the chosen source; null where nothing is kept of it. */
  onSnapshot: (snapshotId: string | null) => void
  errors: Record<string, string>
}

/** Which source: one from the shelf, one that is pasted here, or one written down by hand. */
export function SourceChoice(props: Props) {
  const place = useRef<HTMLDivElement>(null)
  const way = props.value.chosen ? 'chosen' : props.value.mode
  const before = useRef(way)
  useEffect(() => {
    if (before.current === way) return
    before.current = way
    // What was pressed is gone: the focus goes on in what took its place.
    const later = setTimeout(() => {
      const at = document.activeElement
      if (at && at !== document.body) return
      place.current?.querySelector<HTMLElement>('input, select, textarea, button')?.focus({ preventScroll: true })
    }, 50)
    return () => clearTimeout(later)
  }, [way])
  return (
    <div ref={place} className="flex flex-col gap-3">
      <Choice {...props} />
    </div>
  )
}

function Choice({ value, onChange, onSnapshot, errors }: Props) {
  const { viewer } = useGalley()
  const { mode, chosen, captureId, source } = value
  const { workspaceId } = viewer
  const [round, setRound] = useState(0)
  /** Typed where the shelf is searched, and added from there. */
  const [given, setGiven] = useState('')
  const latest = useRef({ onChange, onSnapshot })
  latest.current = { onChange, onSnapshot }
  const chosenId = chosen?.id ?? null

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round asks again, when a capture has ended
  useEffect(() => {
    let late = false
    latest.current.onSnapshot(null)
    if (chosenId === null) return
    void newest({ workspaceId, sourceId: chosenId, commandId: crypto.randomUUID() })
      .catch(() => null)
      .then((answer) => {
        if (late || !answer?.ok || !answer.value) return
        latest.current.onSnapshot(answer.value.snapshotId)
        latest.current.onChange({ chosen: answer.value.source })
      })
    return () => {
      late = true
    }
  }, [workspaceId, chosenId, round])

  if (chosen)
    return (
      <div className="flex flex-col gap-1.5">
        <SourcePicker
          workspaceId={workspaceId}
          chosen={chosen}
          onChoose={(next) => onChange({ chosen: next, captureId: null })}
          onNew={() => {}}
        />
        {captureId && (
          <CaptureProgress
            key={captureId}
            workspaceId={workspaceId}
            captureId={captureId}
            onEnd={(capture) => {
              if (capture?.state === 'done') onChange({ captureId: null })
              setRound((now) => now + 1)
            }}
          />
        )}
      </div>
    )
  if (mode === 'shelf')
    return (
      <SourcePicker
        workspaceId={workspaceId}
        chosen={null}
        onChoose={(next) => onChange({ chosen: next, captureId: null })}
        onNew={(text) => {
          const reference = isReference(text)
          setGiven(reference ? text : '')
          onChange({ mode: 'paste', source: reference ? source : { ...source, title: source.title || text } })
        }}
        error={errors.source}
      />
    )
  const toShelf = (
    <Button small tone="quiet" onClick={() => onChange({ mode: 'shelf' })}>
      ← Choose from the shelf instead
    </Button>
  )
  if (mode === 'paste')
    return (
      <div className="flex flex-col gap-2">
        <PasteBox
          autoFocus
          start={given}
          byHand={false}
          workspaceId={workspaceId}
          onAdded={({ sourceId, captureId: asked }) =>
            onChange({
              mode: 'shelf',
              captureId: asked,
              chosen: { id: sourceId, title: 'The source just added', imprint: '', reliability: null, type: null },
            })
          }
          onWords={(title) => onChange({ mode: 'hand', source: { ...source, title } })}
        />
        {errors.source && (
          <p role="alert" className="text-[13px] text-ref">
            {errors.source}
          </p>
        )}
        <p className="-ml-2 flex flex-wrap">
          <Button small tone="quiet" onClick={() => onChange({ mode: 'hand' })}>
            Fill it in by hand
          </Button>
          {toShelf}
        </p>
      </div>
    )
  return (
    <>
      <SourceFields
        value={source}
        onChange={(patch) => onChange({ source: { ...source, ...patch } })}
        errors={errors}
      />
      <p className="-ml-2 flex flex-wrap">
        <Button small tone="quiet" onClick={() => onChange({ mode: 'paste' })}>
          ← Paste it instead
        </Button>
        {toShelf}
      </p>
    </>
  )
}
