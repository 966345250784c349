/** Scrolls the dossier to one of its parts, and nothing around it: the claim stays where it is read. */
export function showInPanel(part: HTMLElement) {
  const panel = part.closest<HTMLElement>('aside')
  if (!panel) return
  const margin = 8
  panel.scrollBy({ top: part.getBoundingClientRect().top - panel.getBoundingClientRect().top - margin })
}
