export type Tone = 'plain' | 'go' | 'quiet' | 'stop'

const TONES: Record<Tone, string> = {
  plain: 'border-line bg-raise text-ink hover:bg-hover',
  go: 'border-pencil bg-pencil text-on-pencil hover:brightness-110',
  quiet: 'border-transparent bg-transparent text-pencil hover:bg-hover',
  stop: 'border-line bg-raise text-ref hover:bg-ref-soft',
}

/** How a button looks; also for links that act like one. */
export function buttonClass(tone: Tone = 'plain', small = false): string {
  const size = small ? 'px-2 py-0.5 text-[13px]' : 'px-3 py-1.5 text-[13px]'
  return `inline-flex min-h-7 items-center justify-center gap-1.5 rounded-[7px] border font-medium leading-5 transition-colors duration-100 disabled:cursor-not-allowed disabled:opacity-60 ${size} ${TONES[tone]}`
}
