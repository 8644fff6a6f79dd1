import type { Page } from 'playwright-core'
import { chromium } from 'playwright-core'
import type { LivelyWorld } from './lively-world.ts'

/** A view of the page, and what it shows when it is ready for a picture. */
interface View {
  readonly name: string
  readonly hash: string
  readonly shows: string
  /** What is done before the picture. */
  readonly prepare?: (page: Page) => Promise<void>
}

const VIEWS: readonly View[] = [
  { name: 'overview', hash: '#/overview', shows: 'mews' },
  { name: 'live', hash: '#/live', shows: 'Why this response', prepare: chooseNearMiss },
  { name: 'timeline', hash: '#/timeline', shows: 'What waits' },
  { name: 'script', hash: '#/script', shows: 'Scenarios' },
  { name: 'worlds', hash: '#/worlds', shows: 'Reset' }
]

export type ColorScheme = 'light' | 'dark'

/** A picture of a view of the page. */
export interface PagePicture {
  /** `live-dark` */
  readonly name: string
  readonly data: Buffer
}

export interface PagePicturesOptions {
  readonly format: 'webp' | 'png'
  /** The names of the pictures to take; by default all. */
  readonly names?: readonly string[]
}

/** Takes pictures of the views of the page, in light and in dark. */
export async function takePagePictures (
  { url, world }: LivelyWorld,
  { format, names }: PagePicturesOptions
): Promise<PagePicture[]> {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-background-networking', '--hide-scrollbars']
  })
  const pictures: PagePicture[] = []
  try {
    for (const colorScheme of ['light', 'dark'] as const) {
      const context = await browser.newContext({
        viewport: { width: 1200, height: 760 },
        deviceScaleFactor: 1.5,
        colorScheme
      })
      for (const view of VIEWS) {
        const name = `${view.name}-${colorScheme}`
        if (names !== undefined && !names.includes(name)) continue
        const page = await context.newPage()
        await page.goto(`${url}/__admin/?world=${world.name}${view.hash}`)
        await view.prepare?.(page)
        await page.getByText(view.shows).first().waitFor()
        await page.evaluate('document.fonts.ready')
        pictures.push({ name, data: await takePicture(page, format) })
        await page.close()
      }
      await context.close()
    }
  } finally {
    await browser.close()
  }
  return pictures
}

/** Takes the picture by Chromium's own protocol: Playwright writes no WebP. */
async function takePicture (page: Page, format: 'webp' | 'png'): Promise<Buffer> {
  const session = await page.context().newCDPSession(page)
  const quality = format === 'webp' ? { quality: 80 } : {}
  const { data } = await session.send('Page.captureScreenshot', { format, ...quality })
  return Buffer.from(data, 'base64')
}

/** Opens the exchange that a stub nearly matched. */
async function chooseNearMiss (page: Page): Promise<void> {
  await page.getByRole('listbox').getByRole('option').first().click()
}
