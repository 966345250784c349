import { expect, type Locator, type Page } from '@playwright/test'

export const DEMO = '/articles/belarusian-partisan-movement-2020-present'

/** The galley as a person sees it: claims by their words, one open dossier. */
export class GalleyPage {
  constructor(readonly page: Page) {}

  async open(path = DEMO): Promise<void> {
    await this.page.goto(path)
    await this.ready()
  }

  /** The article has opened in the editor, and answers to keys. */
  async ready(): Promise<void> {
    await expect(this.page.locator('.ProseMirror')).toBeVisible()
  }

  claim(words: string): Locator {
    return this.page.locator('.ProseMirror [data-claim]', { hasText: words }).first()
  }

  get dossier(): Locator {
    return this.page.getByRole('complementary', { name: /^Dossier/ })
  }

  section(name: 'Evidence' | 'Assessments' | 'Discussion' | 'History'): Locator {
    return this.dossier.getByRole('region', { name })
  }

  /** Opens a claim's dossier and waits until it was read. */
  async choose(words: string): Promise<void> {
    await this.claim(words).click()
    await expect(this.section('History')).toBeVisible()
  }

  async expectStatus(status: string): Promise<void> {
    await expect(this.dossier.getByText(status, { exact: true }).first()).toBeVisible()
  }

  async assess(verdict: string, confidence: string, rationale: string): Promise<void> {
    await this.page.keyboard.press('a')
    const form = this.dossier.getByRole('form', { name: 'Assess the claim' })
    await form.getByText(verdict, { exact: true }).click()
    await form.getByText(confidence, { exact: true }).click()
    await form.getByLabel('Rationale').fill(rationale)
    await form.getByRole('button', { name: /assessment/i }).click()
    await expect(form).toBeHidden()
  }

  async comment(words: string): Promise<void> {
    await this.section('Discussion')
      .getByRole('button', { name: /Comment/ })
      .click()
    const form = this.dossier.getByRole('form', { name: 'Comment on the claim' })
    await form.getByLabel('Comment').fill(words)
    await form.getByRole('button', { name: 'Comment', exact: true }).click()
    await expect(form).toBeHidden()
  }

  /** Types a new wording in the text itself, over the old one, and gives the form with the reason and the buttons. */
  async reword(text: string): Promise<Locator> {
    await this.section('History').getByRole('button', { name: /Edit/ }).click()
    const form = this.dossier.getByRole('form', { name: 'Edit the wording' })
    await form.getByLabel('Wording').fill(text)
    return form
  }
}
