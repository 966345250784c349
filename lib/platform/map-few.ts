/** Like `Promise.all` over a map, with at most `few` under way at once; the answers stand in the order of the items. */
export async function mapFew<T, R>(items: readonly T[], few: number, run: (item: T) => Promise<R>): Promise<R[]> {
  const answers: R[] = []
  const left = items.entries()
  const work = async () => {
    for (const [at, item] of left) answers[at] = await run(item)
  }
  await Promise.all(Array.from({ length: few }, work))
  return answers
}
