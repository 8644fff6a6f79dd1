import { chromium } from 'playwright-core'
import type { Browser } from 'playwright-core'
import { startServer } from './server-process.ts'

const PROGRAM = process.env.CHROMIUM ?? '/usr/bin/chromium'

/** A browser in a process of its own. */
export interface BrowserProcess {
  readonly browser: Browser
  stop (): Promise<void>
}

/** Starts Chromium on a core. Its windows draw sixty frames a second, though nobody sees them. */
export async function startBrowser (core: number | undefined, directory: string): Promise<BrowserProcess> {
  const { stop, url } = await startServer({
    name: 'Chromium',
    command: [
      PROGRAM,
      '--headless',
      '--no-sandbox',
      '--disable-background-networking',
      '--remote-debugging-port=0',
      `--user-data-dir=${directory}/chromium`
    ],
    core,
    ready: /DevTools listening on (\S+)/,
    timeoutMs: 60_000
  })
  const browser = await chromium.connectOverCDP(url)
  return {
    browser,
    async stop () {
      await browser.close()
      await stop()
    }
  }
}
