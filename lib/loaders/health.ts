import { db } from '@/lib/data/db.ts'

/** Does the database answer? Within two seconds, or it counts as away. */
export async function health(): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), 2_000)
  })
  const asked = db().$queryRaw`SELECT 1`.then(
    () => true,
    () => false,
  )
  return Promise.race([asked, late]).finally(() => clearTimeout(timer))
}
