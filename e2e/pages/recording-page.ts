import { expect, type Locator, type Page } from '@playwright/test'

/** The two screens that record a whole text: the article being written in, and a newer state taken in. */
export class RecordingPage {
  constructor(private readonly page: Page) {}

  /** Opens the working text, and waits until it can be written in. */
  async openEditing(article: string): Promise<void> {
    await this.page.goto(`${article}/edit`)
    await this.ready()
  }

  async ready(): Promise<void> {
    await expect(this.text).toHaveAttribute('contenteditable', 'true')
  }

  async openUpstream(article: string): Promise<void> {
    await this.page.goto(`${article}/upstream`)
    await expect(this.page.getByRole('heading', { name: 'Update from upstream' })).toBeVisible()
  }

  get text(): Locator {
    return this.page.getByRole('textbox', { name: 'The article’s text' })
  }

  /** How it stands with what was typed. */
  get note(): Locator {
    return this.page.getByRole('main').getByRole('status')
  }

  /** All that was typed here is kept on the server. */
  async saved(): Promise<void> {
    await expect(this.note).toContainText(/Saved \d/)
  }

  /** What of the working text is not the record's. */
  get differences(): Locator {
    return this.page.getByRole('complementary', { name: 'Before recording' })
  }

  async putBack(key: string): Promise<void> {
    await this.differences.getByRole('button', { name: `Put back the recorded words of ${key}` }).click()
  }

  async look(): Promise<void> {
    await this.page.getByRole('button', { name: 'Review changes' }).click()
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

  /** Chooses the change of a claim to be recorded, or leaves it out. */
  async choose(key: string, chosen: boolean): Promise<void> {
    await this.preview.getByRole('checkbox', { name: new RegExp(`^Record this change ?: ${key},`) }).setChecked(chosen)
    await expect(this.preview).toHaveAttribute('aria-busy', 'false')
  }

  async record(button: string | RegExp, summary: string): Promise<void> {
    await this.preview.getByLabel(/^(Summary|Why)/).fill(summary)
    await this.preview.getByRole('button', { name: button }).click()
    await expect(this.page).toHaveURL((url) => !/\/(edit|upstream)$/.test(url.pathname))
  }
}
