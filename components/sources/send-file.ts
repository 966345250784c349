/** The largest file the server takes, in bytes; said before it is sent. */
export const FILE_LIMIT = 50_000_000

export const AWAY = 'Can’t reach Attest. Nothing was added; this is kept here. Try again in a moment.'

/** Hands a file to the desk: as a source of its own, or as what a source of the shelf says. */
export async function sendFile(
  workspaceId: string,
  file: File,
  sourceId?: string,
): Promise<{ ok: true; sourceId: string; captureId: string } | { ok: false; words: string }> {
  const asked = new URLSearchParams({ name: file.name, ...(sourceId && { source: sourceId }) })
  try {
    const response = await fetch(`/api/desks/${workspaceId}/files?${asked}`, {
      method: 'POST',
      body: file,
      headers: { 'x-attest-file': '1', 'Content-Type': 'application/octet-stream' },
    })
    const answer = (await response.json()) as { sourceId: string; captureId: string; problem?: { message: string } }
    return response.ok ? { ok: true, ...answer } : { ok: false, words: answer.problem?.message ?? AWAY }
  } catch {
    return { ok: false, words: AWAY }
  }
}
