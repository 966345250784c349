import { expect, type Locator, type Page } from '@playwright/test'

/** The history of an article: its revisions, two of them compared, one of them opened. */
export class HistoryPage {
  constructor(private readonly page: Page) {}

  async open(article: string): Promise<void> {
    await this.page.goto(`${article}/history`)
    await expect(this.page.getByRole('heading', { name: 'History', level: 1 })).toBeVisible()
  }

  get revisions(): Locator {
    return this.page.getByRole('list', { name: 'Revisions' }).locator('> li')
  }

  revision(number: number): Locator {
    return this.revisions.filter({
      has: this.page.getByRole('heading', { name: new RegExp(`^Revision ${number}\\b`) }),
    })
  }

  async compare(from: number, to: number): Promise<void> {
    await this.page.getByRole('radio', { name: `Compare from revision ${from}`, exact: true }).check()
    await this.page.getByRole('radio', { name: `Compare to revision ${to}`, exact: true }).check()
    await this.page.getByRole('button', { name: 'Compare the two chosen' }).click()
    await expect(this.page.getByRole('heading', { level: 1 })).toHaveText(`Revision ${from} and revision ${to}`)
  }

  /** What became of the claim with this key. */
  change(key: string): Locator {
    return this.page.getByRole('list', { name: 'What changed' }).getByRole('listitem').filter({ hasText: key })
  }

  get text(): Locator {
    return this.page.locator('.sheet')
  }

  get banner(): Locator {
    return this.page.getByRole('region', { name: 'Which revision this is' })
  }

  claim(words: string): Locator {
    return this.text.locator('[data-claim]', { hasText: words }).first()
  }

  /** Asks for a revision back, and gives the dialog. */
  async askBack(number: number): Promise<Locator> {
    await this.page.getByRole('button', { name: `Restore revision ${number}` }).click()
    const dialog = this.page.getByRole('dialog', { name: `Restore revision ${number}?` })
    await expect(dialog).toBeVisible()
    return dialog
  }
}
