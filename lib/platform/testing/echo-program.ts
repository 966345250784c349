/** A bounded process for tests: says its number, or does what a hostile file would make it do. */
process.on('message', async (question: { do: string }) => {
  const held = process.memoryUsage.rss()
  if (question.do === 'hang') for (;;);
  if (question.do === 'exit') process.exit(3)
  if (question.do === 'fail') return process.send?.({ fault: 'failed', held })
  if (question.do === 'buffers') return fill(() => Buffer.alloc(8_000_000, 1))
  if (question.do === 'objects') return fill(() => new Array(100_000).fill(0).map((_, at) => ({ at })))
  if (question.do === 'write')
    return process.send?.({
      answer: await refused(() => import('node:fs').then((fs) => fs.writeFileSync('/tmp/attest-never', ''))),
      held,
    })
  if (question.do === 'start')
    return process.send?.({
      answer: await refused(() => import('node:child_process').then((run) => run.spawnSync('true'))),
      held,
    })
  process.send?.({ answer: question.do === 'environment' ? Object.keys(process.env) : process.pid, held })
})
process.on('disconnect', () => process.exit(0))

/** Takes memory until there is none. */
function fill(make: () => unknown): void {
  const kept: unknown[] = []
  for (;;) kept.push(make())
}

async function refused(attempt: () => Promise<unknown>): Promise<string> {
  return attempt().then(
    () => 'done',
    (error: NodeJS.ErrnoException) => error.code ?? error.message,
  )
}
