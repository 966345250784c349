import { readFile } from 'node:fs/promises'
import { expect, type Locator, type Page } from '@playwright/test'
import type { Report } from '../../lib/domain/report/report.ts'
import { DEMO } from './galley-page.ts'

export class ReportPage {
  constructor(private readonly page: Page) {}

  async open(revision?: number): Promise<void> {
    await this.page.goto(`${DEMO}/report${revision === undefined ? '' : `?revision=${revision}`}`)
    await expect(this.page.getByRole('heading', { level: 1 })).toContainText('Belarusian partisan movement')
  }

  get downloadLink(): Locator {
    return this.page.getByRole('link', { name: 'Download' })
  }

  /** Downloads the file. @returns where it was saved, its bytes as text, and the content it holds */
  async download(): Promise<{ path: string; name: string; html: string; json: string; report: Report }> {
    const [download] = await Promise.all([this.page.waitForEvent('download'), this.downloadLink.click()])
    const path = await download.path()
    const html = await readFile(path, 'utf8')
    const json = /<script type="application\/json" id="attest-report">(.*?)<\/script>/s.exec(html)?.[1] ?? ''
    return { path, name: download.suggestedFilename(), html, json, report: JSON.parse(json) as Report }
  }
}
