import { Agent, request } from 'node:http'
import { stringify } from 'node:querystring'

/** A keep-alive connection with cookies: what a browser is to the server, without a browser's own work. */
export class Visitor {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 1 })
  private readonly cookies = new Map<string, string>()

  constructor(private readonly base: string) {}

  async get(path: string): Promise<string> {
    return this.ask('GET', path, {})
  }

  async signIn(email: string, password: string): Promise<void> {
    const { csrfToken } = JSON.parse(await this.get('/api/auth/csrf')) as { csrfToken: string }
    const form = stringify({ csrfToken, email, password, json: 'true' })
    const headers = { 'Content-Type': 'application/x-www-form-urlencoded' }
    await this.ask('POST', '/api/auth/callback/credentials', headers, form)
    if (![...this.cookies.keys()].some((name) => name.includes('session-token'))) throw new Error('signing in failed')
  }

  /** Calls a server action. @returns what it answers */
  async call<T>(action: string, page: string, input: unknown): Promise<T> {
    const headers = { 'Next-Action': action, 'Content-Type': 'text/plain;charset=UTF-8', Origin: this.base }
    const body = await this.ask('POST', page, headers, JSON.stringify([input]))
    const row = /^\w+:(\{"ok":.*\})$/m.exec(body)?.[1]
    const answer = JSON.parse(row ?? '{"ok":false}') as { ok: boolean; value: T }
    if (!answer.ok) throw new Error(`the server refused: ${body.slice(0, 500)}`)
    return answer.value
  }

  close(): void {
    this.agent.destroy()
  }

  private ask(method: string, path: string, headers: Record<string, string>, body?: string): Promise<string> {
    return new Promise((resolve, reject) => {
      const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
      const given = { ...headers, ...(cookie && { Cookie: cookie }) }
      const sent = request(`${this.base}${path}`, { method, agent: this.agent, headers: given }, (response) => {
        for (const line of response.headers['set-cookie'] ?? []) {
          const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? []
          if (name) this.cookies.set(name, value ?? '')
        }
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('error', reject)
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString('utf8')
          if ((response.statusCode ?? 500) >= 400) reject(new Error(`${method} ${path}: ${response.statusCode}`))
          else resolve(text)
        })
      })
      sent.on('error', reject)
      sent.end(body)
    })
  }
}
