type Props = { label: string; value?: number; max?: number }

/** How far something has come; without a value, that it goes on. */
export function ProgressBar({ label, ...counted }: Props) {
  const looks =
    'mt-1 block h-1.5 w-full appearance-none overflow-hidden rounded-full border-0 bg-line [&::-webkit-progress-bar]:bg-line [&::-webkit-progress-value]:rounded-full [&::-webkit-progress-value]:bg-pencil [&::-moz-progress-bar]:rounded-full [&::-moz-progress-bar]:bg-pencil'
  const goesOn =
    'animate-pulse [&::-webkit-progress-bar]:bg-[color-mix(in_srgb,var(--pencil)_45%,var(--line))] [&::-moz-progress-bar]:bg-[color-mix(in_srgb,var(--pencil)_45%,var(--line))]'
  return (
    <progress aria-label={label} {...counted} className={`${looks} ${counted.value === undefined ? goesOn : ''}`} />
  )
}
