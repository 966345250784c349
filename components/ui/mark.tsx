/** The name of the house, as it stands in every corner. */
export function Mark() {
  return (
    <span className="inline-flex items-center gap-[7px] font-serif text-[17px] font-semibold leading-none tracking-tight">
      <span aria-hidden="true" className="text-pencil">
        ✓
      </span>
      Attest
    </span>
  )
}
