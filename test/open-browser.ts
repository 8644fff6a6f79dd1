import { existsSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { chromium } from 'playwright-core'
import type { Browser, Page } from 'playwright-core'
import root from 'tap'
import type { Test } from 'tap'

const PATHS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
]

/** The path of the browser, or `off`. */
const { CHROMIUM: named = '' } = process.env

/**
 * The path of the browser that tests use, or `off`; `undefined` where there is none. A browser that is named and does
 * not exist is an error, not a reason to skip.
 */
export const chromiumPath = named === '' ? PATHS.find(path => existsSync(path)) : named

/** Why tests in a browser are skipped; `false` where they run. */
export const noBrowser: string | false = whyNoBrowser()

function whyNoBrowser (): string | false {
  if (chromiumPath === 'off') return 'CHROMIUM is off'
  return chromiumPath === undefined && 'There is no Chromium: the variable CHROMIUM can name one'
}

let shared: Promise<Browser> | undefined

/**
 * Opens a page with storage of its own in one browser, which is started for the first test of a file and closed after
 * the last. The name `rebind.test` leads to this machine, as the name of an attacker could.
 */
export async function openPage (t: Test, url: string): Promise<Page> {
  shared ??= launch()
  const context = await (await shared).newContext()
  t.teardown(() => context.close())
  const page = await context.newPage()
  await page.goto(url)
  return page
}

async function launch (): Promise<Browser> {
  if (chromiumPath === undefined) throw new Error(String(noBrowser))
  const browser = await chromium.launch({
    executablePath: chromiumPath,
    // In containers, Chromium runs as root and cannot set up its sandbox.
    args: ['--no-sandbox', '--host-resolver-rules=MAP rebind.test 127.0.0.1']
  })
  root.teardown(() => browser.close())
  return browser
}

const EMPTY = '<!doctype html><title>A page</title>'

/** Serves a page on a free port, an empty one where none is given. Returns its origin. */
export async function servePage (t: Test, html = EMPTY): Promise<string> {
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html')
    response.end(html)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  t.teardown(() => server.close())
  const { port } = server.address() as AddressInfo  // it listens on a port
  return `http://127.0.0.1:${port}`
}

/** A request that a page sends. */
export interface PageRequest {
  readonly method?: string
  readonly headers?: Record<string, string>
  readonly body?: string
  readonly credentials?: 'include' | 'omit'
  readonly mode?: 'cors' | 'no-cors'
}

/** What a page learns of a response. */
export interface Read {
  readonly status?: number
  readonly text?: string
  readonly headers?: Readonly<Record<string, string>>
  /** Why there is no response. */
  readonly failed?: string
}

/** Sends a request from a page. */
export async function fetchIn (page: Page, url: string, init: PageRequest = {}): Promise<Read> {
  return await page.evaluate(async ([url, init]) => {
    try {
      const response = await fetch(url, init)
      return {
        status: response.status,
        text: await response.text(),
        headers: Object.fromEntries(response.headers)
      }
    } catch (error) {
      return { failed: String(error) }
    }
  }, [url, init] as const)
}
