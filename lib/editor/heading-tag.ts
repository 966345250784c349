/** `h2`–`h6`: the page's `h1` is the article's title. */
export function headingTag(level: number): 'h2' | 'h3' | 'h4' | 'h5' | 'h6' {
  const tags = ['h2', 'h3', 'h4', 'h5', 'h6'] as const
  return tags[Math.min(Math.max(level - 2, 0), 4)] ?? 'h6'
}
