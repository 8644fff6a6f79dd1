import axe from 'axe-core'
import type { Page } from 'playwright-core'
import type { Test } from 'tap'
import { openPage } from '../open-browser.ts'

/** Opens the page of a server at a place of its address: `?world=a#/live`. An error in the page fails the test. */
export async function openStandinPage (t: Test, url: string, place = ''): Promise<Page> {
  const page = await openPage(t, 'about:blank')
  page.on('pageerror', error => t.fail(String(error)))
  await page.goto(`${new URL(url).origin}/__admin/${place}`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  return page
}

/** Lists what makes a page hard to use for some people, by the rules of axe-core. */
export async function listBarriers (page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  const violations = await page.evaluate('axe.run().then(({ violations }) => violations)') as axe.Result[]
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
}

/** The most times that Tab is pressed to reach something. */
const MAX_TABS = 120

/** Presses Tab until something with a name has the focus. Throws where that is never so. */
export async function tabTo (page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < MAX_TABS; presses++) {
    await page.keyboard.press('Tab')
    const focused = await page.evaluate(`(() => {
      const element = document.activeElement
      return element.getAttribute('aria-label') ?? element.labels?.[0]?.innerText ?? element.innerText
    })()`)
    if (String(focused).trim() === name) return
  }
  throw new Error(`Tab does not reach ${name}`)
}
