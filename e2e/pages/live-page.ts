import { type Browser, type BrowserContext, expect, type Locator, type Page } from '@playwright/test'
import type { Role } from '../../lib/domain/desk/permission.ts'
import { PASSWORD } from '../fixtures/desks.ts'
import type { OwnDesk } from '../fixtures/own-desk.ts'
import { GalleyPage } from './galley-page.ts'
import { RecordingPage } from './recording-page.ts'
import { SignInPage } from './sign-in-page.ts'

type Looks = NonNullable<Parameters<Browser['newContext']>[0]>

/** One of several people at a desk, in a browser of their own. */
export class LivePage {
  readonly galley: GalleyPage
  readonly recording: RecordingPage
  /** All that the server has told this window since it was opened: over the socket, and as answers. */
  readonly heard: string[] = []

  private constructor(
    readonly page: Page,
    private readonly own: OwnDesk,
    readonly name: string,
  ) {
    page.on('websocket', (socket) => {
      socket.on('framereceived', ({ payload }) => this.heard.push(payload.toString()))
    })
    page.on('response', (response) => {
      response.text().then(
        (body) => this.heard.push(body),
        () => {},
      )
    })
    this.galley = new GalleyPage(page)
    this.recording = new RecordingPage(page)
  }

  /** Someone signs in, in a browser of their own. */
  static async signIn(browser: Browser, own: OwnDesk, role: Role, looks: Looks = {}): Promise<LivePage> {
    const page = await (await browser.newContext(looks)).newPage()
    const somebody = new LivePage(page, own, await own.nameOf(role))
    await page.goto(`/sign-in?next=${encodeURIComponent(own.article)}`)
    await new SignInPage(page).fill(own.email(role), PASSWORD)
    await expect(page).toHaveURL((url) => url.pathname === own.article)
    // The address is there before the article is: another address asked for in between would be set back.
    await somebody.galley.ready()
    return somebody
  }

  /** The same person in another window of the same browser. */
  async anotherWindow(): Promise<LivePage> {
    return new LivePage(await this.context.newPage(), this.own, this.name)
  }

  get context(): BrowserContext {
    return this.page.context()
  }

  openText(): Promise<void> {
    return this.recording.openEditing(this.own.article)
  }

  openGalley(claim = ''): Promise<void> {
    return this.galley.open(`${this.own.article}${claim && `#${claim}`}`)
  }

  get text(): Locator {
    return this.recording.text
  }

  /** The words of the text, without the names at the carets of others. */
  words(): Promise<string> {
    return this.text.evaluate((text) => {
      const copy = text.cloneNode(true) as HTMLElement
      for (const caret of copy.querySelectorAll('.their-caret')) caret.remove()
      return (copy.textContent ?? '').replaceAll('\u2060', '')
    })
  }

  async expectWords(...all: string[]): Promise<void> {
    for (const words of all) await expect.poll(() => this.words()).toContain(words)
  }

  async expectNoWords(...all: string[]): Promise<void> {
    for (const words of all) await expect.poll(() => this.words()).not.toContain(words)
  }

  /** Selects these words in the text, as a mouse drawn over them would. */
  async select(words: string): Promise<void> {
    await this.text.focus()
    await this.text.evaluate((text, wanted) => {
      const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT)
      const nodes: { node: Node; from: number; to: number }[] = []
      let all = ''
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (node.parentElement?.closest('.their-caret')) continue
        nodes.push({ node, from: all.length, to: all.length + (node.textContent ?? '').length })
        all += node.textContent ?? ''
      }
      const from = all.indexOf(wanted)
      const to = from + wanted.length
      const first = nodes.find((one) => from >= one.from && from < one.to)
      const last = nodes.find((one) => to > one.from && to <= one.to)
      if (from < 0 || !first || !last) throw new Error(`no “${wanted}” in “${all}”`)
      getSelection()?.setBaseAndExtent(first.node, from - first.from, last.node, to - last.from)
    }, words)
  }

  async typeAfter(words: string, typed: string): Promise<void> {
    await this.select(words)
    await this.page.keyboard.press('ArrowRight')
    await this.page.keyboard.type(typed)
  }

  async typeOver(words: string, typed: string): Promise<void> {
    await this.select(words)
    await this.page.keyboard.type(typed)
  }

  /** The caret of someone else, by the name at it. */
  caretOf(other: LivePage): Locator {
    return this.text.locator('.their-caret', { hasText: other.name })
  }

  /** What is said of claims that several people changed. */
  get contested(): Locator {
    return this.page.getByRole('region', { name: /changed by more than one person$/ })
  }

  /** Who else is here. */
  get here(): Locator {
    return this.page.getByRole('banner').getByRole('button', { name: /^Here now/ })
  }

  async follow(other: LivePage): Promise<void> {
    await this.here.click()
    await this.page.getByRole('menuitem', { name: other.name }).click()
    await expect(this.following).toContainText(`Following ${other.name}`)
  }

  get following(): Locator {
    return this.page.getByRole('status').filter({ hasText: 'Following' })
  }

  /** The network of this browser goes, and comes. */
  offline(gone: boolean): Promise<void> {
    return this.context.setOffline(gone)
  }

  /** How many changes this browser keeps that no server has acknowledged; waits for nothing. */
  kept(): Promise<number> {
    return this.page.evaluate(
      () =>
        new Promise<number>((resolve, reject) => {
          const opening = indexedDB.open('attest')
          opening.onerror = () => reject(opening.error)
          opening.onsuccess = () => {
            const db = opening.result
            const none = !db.objectStoreNames.contains('pending')
            const counting = none ? null : db.transaction('pending').objectStore('pending').count()
            if (!counting) resolve(0)
            else counting.onsuccess = () => resolve(counting.result)
            db.close()
          }
        }),
    )
  }
}
