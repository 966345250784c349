import { expect, type Locator, type Page } from '@playwright/test'

/** The two screens that record a whole text: the article being written in, and a newer state taken in. */
export class RecordingPage {
  constructor(private readonly page: Page) {}

  async openEditing(article: string): Promise<void> {
    await this.page.goto(`${article}/edit`)
    await expect(this.text).toBeVisible()
  }

  async openUpstream(article: string): Promise<void> {
    await this.page.goto(`${article}/upstream`)
    await expect(this.page.getByRole('heading', { name: 'Take in a newer state' })).toBeVisible()
  }

  get text(): Locator {
    return this.page.getByRole('textbox', { name: 'The article’s text' })
  }

  async look(): Promise<void> {
    await this.page.getByRole('button', { name: 'See what changes' }).click()
    await expect(this.preview).toBeVisible()
    await expect(this.preview).toHaveAttribute('aria-busy', 'false')
  }

  get preview(): Locator {
    return this.page.getByRole('region', { name: 'What this changes' })
  }

  /** The decision that shows these words. */
  decision(outcome: string, words: string): Locator {
    return this.preview.getByRole('listitem').filter({ hasText: outcome }).filter({ hasText: words }).first()
  }

  async record(button: string | RegExp, summary: string): Promise<void> {
    await this.preview.getByLabel(/^(Summary|Why)/).fill(summary)
    await this.preview.getByRole('button', { name: button }).click()
    await expect(this.page).toHaveURL((url) => !/\/(edit|upstream)$/.test(url.pathname))
  }
}
