/** "812 bytes", "34 kB", "3.4 MB": as people say it, in thousands. */
export function byteWords(bytes: number): string {
  if (bytes < 1_000) return `${bytes} ${bytes === 1 ? 'byte' : 'bytes'}`
  if (bytes < 999_500) return `${Math.round(bytes / 1_000)} kB`
  const million = bytes / 1_000_000
  return `${million < 9.95 ? million.toFixed(1) : Math.round(million).toLocaleString('en')} MB`
}
