import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

type Page = { status?: number; type?: string; body: string | Uint8Array }

/** A site of this machine that shows what a test tells it to, and remembers who asked for what. */
export class Site {
  readonly asked: { method: string; path: string; headers: Record<string, string | string[] | undefined> }[] = []
  private readonly pages = new Map<string, Page>()

  private constructor(
    private readonly server: Server,
    readonly port: number,
  ) {}

  static async open(port = 0): Promise<Site> {
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
    const site = new Site(server, (server.address() as AddressInfo).port)
    server.on('request', (request, response) => {
      const { method = '', url: path = '/', headers } = request
      site.asked.push({ method, path, headers })
      const bare = path.split('?')[0] ?? path
      const page = site.pages.get(bare + headers.accept) ?? site.pages.get(path) ?? site.pages.get(bare)
      response.writeHead(page?.status ?? (page ? 200 : 404), {
        'content-type': page?.type ?? 'text/html; charset=utf-8',
      })
      response.end(page?.body ?? 'Not here')
    })
    return site
  }

  /** @param accept shown only to who asks for this media type; others see what is shown without one */
  show(path: string, page: Page | string, accept = ''): string {
    this.pages.set(path + accept, typeof page === 'string' ? { body: page } : page)
    return this.url(path)
  }

  remove(path: string): void {
    this.pages.delete(path)
  }

  url(path: string): string {
    return `http://127.0.0.1:${this.port}${path}`
  }

  async close(): Promise<void> {
    this.server.closeAllConnections()
    await new Promise((resolve) => this.server.close(resolve))
  }
}

/** A page of a newspaper, with what such pages say of themselves. */
export function newsPage(paragraphs: readonly string[], title = 'Twelve people killed in mill fire'): string {
  return `<!doctype html><html lang="en"><head><title>${title} | The Mill Times</title>
<meta property="og:site_name" content="The Mill Times"><meta property="og:type" content="article">
<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"${title}",
"datePublished":"2023-02-27T10:00:00Z","author":{"@type":"Person","name":"Ann Lee"},"publisher":{"@type":"Organization","name":"Mill Press"}}</script>
</head><body><nav><a href="/">Home</a> <a href="/news">News</a></nav><article><h1>${title}</h1>
${paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join('\n')}
<script>fetch('/canary-script')</script><img src="/canary-picture" alt="The mill"></article><footer>Imprint</footer></body></html>`
}
