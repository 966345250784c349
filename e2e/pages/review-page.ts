import { expect, type Locator, type Page } from '@playwright/test'
import { DEMO } from './galley-page.ts'

/** The queue of proposals: an article's, or the desk's. */
export class ReviewPage {
  constructor(private readonly page: Page) {}

  async open(article = DEMO): Promise<void> {
    await this.page.goto(`${article}/review`)
  }

  async openDesk(): Promise<void> {
    await this.page.goto('/review')
    await expect(this.page.getByRole('heading', { name: 'Review', level: 1 })).toBeVisible()
  }

  get cards(): Locator {
    return this.page.getByRole('listitem', { name: /^Proposal for/ })
  }

  /** The card of the proposal with this reason, or these words. */
  proposal(words: string): Locator {
    return this.cards.filter({ hasText: words }).first()
  }

  /** What was recorded together with this reason. */
  recording(reason: string): Locator {
    return this.page.getByRole('region', { name: reason })
  }

  get selection(): Locator {
    return this.page.getByRole('region', { name: 'Selection' })
  }

  async select(...words: string[]): Promise<void> {
    for (const one of words) await this.proposal(one).getByRole('checkbox').check()
  }

  /** Sets the filters and waits for the page they lead to. */
  async filter(set: (form: Locator) => Promise<unknown>): Promise<void> {
    const form = this.page.getByRole('form', { name: 'Filter the proposals' })
    await set(form)
    await form.getByRole('button', { name: 'Show', exact: true }).click()
  }

  /** What became of the last selection. */
  get report(): Locator {
    return this.page.getByRole('main').getByRole('status')
  }
}
