import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import t from 'tap'
import type { Test } from 'tap'
import { SHIPPED_OPENAPI } from '../../src/options.ts'
import { startStandin } from '../../src/testing.ts'
import type { StartedStandin } from '../../src/testing.ts'
import { noBrowser } from '../open-browser.ts'
import { startMews } from '../verify/mews-service.ts'
import { listBarriers, openStandinPage } from './open-standin-page.ts'

/** Starts a stand-in that passes requests on to a service with mistakes, two of which it has shown. */
async function startDrifting (t: Test): Promise<StartedStandin> {
  const service = await startMews(t, { mistakes: ['lacks a member', 'allows every method'] })
  const started = await startStandin(t, { openapi: [join(SHIPPED_OPENAPI, 'mews.yaml')], proxy: service.url })
  await add(started.url, 'POST', 'first')
  await add(started.url, 'PUT', 'second')
  return started
}

async function add (url: string, method: string, AccessToken: string): Promise<void> {
  const response = await fetch(`${url}/api/connector/v1/exports/add`, {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ Client: 'test', AccessToken, ClientToken: 'client', EntityType: 'OrderItem' })
  })
  await response.arrayBuffer()
}

async function openDrift (t: Test, { url, world }: StartedStandin, rest = ''): Promise<Page> {
  return await openStandinPage(t, url, `?world=${world.name}#/drift${rest}`)
}

t.test('each difference has its place, what was expected and what came', { skip: noBrowser }, async t => {
  const started = await startDrifting(t)
  const page = await openDrift(t, started)
  await page.getByText('2 exchanges compared').waitFor()
  const { summary } = await started.server.drift()
  const figures = page.getByRole('region', { name: 'Summary' })
  await figures.getByText(`${summary.error} errors`).waitFor()
  await figures.getByText(`${summary.note} notes`).waitFor()

  const lines = page.getByRole('region', { name: 'Differences' }).getByRole('listitem')
  const missing = lines.filter({ hasText: 'missing-member' })
  t.match(await missing.innerText(), /error[^]*mews\.addExport/)
  t.match(await missing.innerText(), /response body \/Export\/EntityType is required/)
  t.match(await missing.innerText(), /Came\s+nothing\s+For instance in\s+POST .*\/exports\/add → 200/)
  t.match(await missing.innerText(), /mews\.yaml:\d+:\d+\s*1 exchange\s*last at \d{4}-\d\d-\d\dT[\d:.]+Z/)
  t.same(await listBarriers(page), [])

  await add(started.url, 'POST', 'third')
  await missing.getByText('2 exchanges').click()
  await page.getByRole('heading', { name: 'Live' }).waitFor()
  t.equal(await page.getByLabel('Operation').inputValue(), 'mews.addExport')
  await page.getByText('2 of 3 exchanges').waitFor()
})

t.test('differences are filtered by weight and operation', { skip: noBrowser }, async t => {
  const page = await openDrift(t, await startDrifting(t))
  const differences = page.getByRole('region', { name: 'Differences' })
  await differences.getByText('unseen-operation').first().waitFor()
  await page.getByLabel('Weight').selectOption('error')
  await differences.getByText('unseen-operation').first().waitFor({ state: 'detached' })
  await differences.getByText('undocumented-method').waitFor()
  await page.getByLabel('Operation').selectOption('mews.addExport')
  await differences.getByText('undocumented-method').waitFor({ state: 'detached' })
  await differences.getByText('missing-member').waitFor()
  t.match(page.url(), /#\/drift\/mews\.addExport$/)
  await page.getByLabel('Weight').selectOption('warning')
  await differences.getByText('missing-member').waitFor({ state: 'detached' })
})

t.test('the proposed overlay is saved', { skip: noBrowser }, async t => {
  const page = await openDrift(t, await startDrifting(t))
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save mews.overlay.json' }).click()
  ])
  t.equal(download.suggestedFilename(), 'mews.overlay.json')
  const overlay: unknown = JSON.parse(await readFile(await download.path(), 'utf8'))
  t.match(overlay, { overlay: '1.0.0', extends: /mews\.yaml$/, actions: [{ target: /^\$/ }] })
})

t.test('it begins anew, once that is confirmed', { skip: noBrowser }, async t => {
  const started = await startDrifting(t)
  const page = await openDrift(t, started)
  await page.getByRole('button', { name: 'Begin anew' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Cancel' }).click()
  t.equal((await started.server.drift()).exchanges.compared, 2)
  await page.getByRole('button', { name: 'Begin anew' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Begin anew' }).click()
  await page.getByText('Nothing to compare: no request was passed on').waitFor()
  t.equal((await started.server.drift()).exchanges.compared, 0)
})

t.test('without a service, it says how to begin', { skip: noBrowser }, async t => {
  const page = await openDrift(t, await startStandin(t))
  await page.getByText('--proxy').waitFor()
  t.same(await listBarriers(page), [])
})

for (const colorScheme of ['light', 'dark'] as const) {
  t.test(`in ${colorScheme}, it fits a narrow screen`, { skip: noBrowser }, async t => {
    const page = await openDrift(t, await startDrifting(t))
    await page.emulateMedia({ colorScheme })
    await page.setViewportSize({ width: 390, height: 800 })
    await page.getByText('missing-member').waitFor()
    t.equal(await page.evaluate('document.documentElement.scrollWidth'), 390)
    t.same(await listBarriers(page), [])
  })
}
