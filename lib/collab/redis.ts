import { Redis as RedisExtension } from '@hocuspocus/extension-redis'
import { Redis } from 'ioredis'
import { log } from '@/lib/platform/log.ts'

/** Nothing is stored by Hocuspocus, so no lock is asked for before storing: every server's log keeps what it takes in. */
class MeetingPlace extends RedisExtension {
  override async onStoreDocument(): Promise<void> {}
  override async afterStoreDocument(): Promise<void> {}
}

/** Where several servers of one desk meet: changes of texts and presence travel through Redis; the record never does. */
export function redisExtension(url: string): RedisExtension {
  return new MeetingPlace({
    prefix: 'attest-live',
    createClient: () => {
      const client = new Redis(url, { maxRetriesPerRequest: 3 })
      client.on('error', (error: Error) => log.warn({ err: error.message }, 'Redis does not answer'))
      return client
    },
  })
}
