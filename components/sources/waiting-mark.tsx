/** Said of a field that a machine filled and no one has accepted: in words and by a sign, not by colour alone. */
export function WaitingMark({ short = false }: { short?: boolean }) {
  return (
    <span className="inline-flex items-center gap-1 text-xs leading-4 text-con">
      <span aria-hidden="true">◌</span>
      {short ? 'not accepted yet' : 'filled by machine, not accepted yet'}
    </span>
  )
}
