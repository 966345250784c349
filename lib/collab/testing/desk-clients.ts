import type { SessionClaim } from '@/lib/data/access.ts'
import type { TestDesk } from '@/lib/data/testing/desk.ts'
import type { Role } from '@/lib/domain/desk/permission.ts'
import { LiveClient } from './live-client.ts'
import type { LiveServer } from './live-server.ts'

/** Pages of a desk's members on a live server; all are closed together. */
export class DeskClients {
  private readonly open: LiveClient[] = []

  constructor(
    private readonly server: Pick<LiveServer, 'url' | 'headersOf'>,
    private readonly desk: TestDesk,
  ) {}

  /** A page that shows the text already. */
  async of(role: Role, given: { headers?: Record<string, string> } = {}): Promise<LiveClient> {
    const client = await this.knocking(this.desk.seats[role].session, given)
    await client.synced()
    return client
  }

  /** A page that asks to be let in. */
  async knocking(
    session: SessionClaim,
    { headers = {}, article = this.desk.articleId }: { headers?: Record<string, string>; article?: string } = {},
  ): Promise<LiveClient> {
    const client = LiveClient.open({
      url: this.server.url,
      documentName: article,
      headers: { ...(await this.server.headersOf(session)), ...headers },
    })
    this.open.push(client)
    return client
  }

  closeAll(): void {
    for (const client of this.open.splice(0)) client.close()
  }
}
