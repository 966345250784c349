export function Kbd({ children }: { children: string }) {
  return (
    <kbd className="pointer-coarse:hidden rounded border border-b-2 border-line bg-raise px-1.5 font-sans text-[11px] leading-4 text-ink3">
      {children}
    </kbd>
  )
}
