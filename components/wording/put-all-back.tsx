'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button.tsx'
import { Dialog } from '@/components/ui/dialog.tsx'

/** Gives every claim that differs its recorded words again, after saying whose words that takes out. */
export function PutAllBack({ count, onPutBack }: { count: number; onPutBack: () => void }) {
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Button small className="mt-2" onClick={() => setAsking(true)}>
        Put back all {count} claims…
      </Button>
      <Dialog open={asking} onClose={() => setAsking(false)} title={`Put back all ${count} claims?`}>
        <p className="text-ink2">
          Each gets its recorded words again. What you and others typed in them goes from the working text; new words
          between claims stay. Undo brings everything back.
        </p>
        <div className="mt-4 flex justify-end gap-2">
          <Button onClick={() => setAsking(false)}>Cancel</Button>
          <Button
            tone="stop"
            onClick={() => {
              setAsking(false)
              onPutBack()
            }}
          >
            Put back all
          </Button>
        </div>
      </Dialog>
    </>
  )
}
