import type { Locator, Page } from 'playwright-core'
import t from 'tap'
import type { World } from '../../src/client/index.ts'
import { startStandin } from '../../src/testing.ts'
import { noBrowser } from '../open-browser.ts'
import { startReceiver } from '../providers/start-receiver.ts'
import { listBarriers, openStandinPage, tabTo } from './open-standin-page.ts'

const CREDENTIALS = { Client: 'test', AccessToken: 'access', ClientToken: 'client' }

async function addExport ({ url }: World, EntityType = 'OrderItem'): Promise<void> {
  await fetch(`${url}/api/connector/v1/exports/add`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...CREDENTIALS, EntityType })
  })
}

async function openTimeline (t: Parameters<typeof openStandinPage>[0], world: World, rest = ''): Promise<Page> {
  return await openStandinPage(t, world.url, `?world=${world.name}#/timeline${rest}`)
}

/** Returns the lanes; the forms have options of their own. */
function lanesOf (page: Page, selected?: boolean): Locator {
  return page.getByRole('listbox', { name: 'Resources' }).getByRole('option', { ...selected && { selected } })
}

t.test('a job is on a lane, and the buttons move it', { skip: noBrowser }, async t => {
  const { world } = await startStandin(t)
  await world.clock.freeze('2030-01-01T00:00:00Z')
  const page = await openTimeline(t, world)
  await page.getByText('There are no resources in this world yet').waitFor()
  await addExport(world)
  const lane = lanesOf(page)
  await lane.filter({ hasText: 'Pending · mews.Export until 2030-01-01T00:00:02.000Z' }).waitFor()
  const statuses = await lane.locator('text').allTextContents()
  t.same(statuses.slice(0, 3), ['Pending', 'Processing', 'Success'])
  await page.getByRole('link', { name: /^mews\.Export .*: Pending → Processing$/ }).waitFor()
  await page.getByRole('row', { name: /^00:00:02 2 s mews\.Export / }).waitFor()
  t.same(await listBarriers(page), [])

  for (const [button, news, status] of [
    ['+1 s', '00:00:01: no status changes', 'Pending'],
    ['Next', '00:00:02: 1 status change', 'Processing'],
    ['Idle', '00:00:07: 1 status change', 'Success'],
    ['+1 min', '00:01:07: no status changes', 'Success']
  ] as const) {
    await page.getByRole('button', { name: button, exact: true }).click()
    await page.getByText(news, { exact: true }).waitFor()
    await lane.filter({ hasText: `${status} · mews.Export` }).waitFor()
  }
  await page.getByRole('button', { name: 'Run', exact: true }).click()
  await page.getByRole('button', { name: 'Freeze', exact: true }).waitFor()
  t.equal((await world.clock.get()).mode, 'running')
  await page.getByRole('button', { name: 'Freeze', exact: true }).click()
  await page.getByRole('button', { name: 'Run', exact: true }).waitFor()
  t.equal((await world.clock.get()).mode, 'frozen')
})

t.test('a resource is opened as the API shows it, and forced into a status', { skip: noBrowser }, async t => {
  const { world } = await startStandin(t)
  await world.clock.freeze()
  await addExport(world)
  const page = await openTimeline(t, world)
  await page.getByRole('listbox').focus()
  await page.keyboard.press('ArrowDown')
  const details = page.getByRole('article')
  await details.getByText('"EntityType": "OrderItem"').waitFor()
  t.match(page.url(), /#\/timeline\/mews\.Export\/[^/]+$/, 'the address is that of the resource')
  t.same(await listBarriers(page), [])

  await details.getByLabel('Force the status').selectOption('Failed')
  await details.getByRole('button', { name: 'Force' }).click()
  await details.getByText('"Status": "Failed"').waitFor()
  await lanesOf(page, true).filter({ hasText: 'Failed · mews.Export' }).waitFor()
  const [{ status } = { status: '' }] = await world.resources('mews.Export')
  t.equal(status, 'Failed')

  const other = await openTimeline(t, world, new URL(page.url()).hash.replace('#/timeline', ''))
  await other.getByRole('article').getByText('"Status": "Failed"').waitFor()
})

t.test('callbacks have marks for their attempts', { skip: noBrowser }, async t => {
  const { world } = await startStandin(t)
  const receiver = await startReceiver(t)
  await world.clock.freeze()
  const query = new URLSearchParams({ callback: receiver.url }).toString()
  await fetch(`${world.url}/api/v1/user_identities/1/exports/1/export_files?${query}`, {
    method: 'POST',
    headers: { 'x-api-key': 'k' }
  })
  const page = await openTimeline(t, world)
  const callbacks = page.getByRole('region', { name: 'Callbacks' })
  await callbacks.getByText('waiting').waitFor()
  await page.getByRole('button', { name: 'Idle' }).click()
  await callbacks.getByText('delivered').waitFor()
  await callbacks.getByText(/^Attempt 1 at .*: 204$/).waitFor()
  t.equal(await page.locator('circle.mark-good').count(), 1)
  t.same(await listBarriers(page), [])
})

t.test('what waits is listed with its instant, and how long until then', { skip: noBrowser }, async t => {
  const { world } = await startStandin(t)
  const receiver = await startReceiver(t)
  await world.clock.freeze('2030-01-01T00:00:00Z')
  await world.settings.patch({
    resources: { 'mews.Export': { progression: 'manual' } }
  })
  await world.resource('mews.Export', 'still').put()
  const query = new URLSearchParams({ callback: receiver.url }).toString()
  await fetch(`${world.url}/api/v1/user_identities/1/exports/1/export_files?${query}`, {
    method: 'POST',
    headers: { 'x-api-key': 'k' }
  })
  await world.stub({ operation: 'mews.addExport', delay: { fixed: 5_400_250, by: 'clock' }, reply: { status: 403 } })
  const slow = addExport(world)
  const page = await openTimeline(t, world)
  const rows = page.getByRole('region', { name: 'What waits' }).getByRole('row')
  await rows.filter({ hasText: 'The response to' }).waitFor()
  const texts = (await rows.allInnerTexts()).map(text => text.replaceAll(/\s+/g, ' '))
  t.same(texts.map(text => text.replace(/ExportFile \d+/, 'ExportFile 1')), [
    'Until In What',
    '00:00:01 1 s webadmit.ExportFile 1: initializing → queued',
    '00:00:07 7 s Attempt 1 of webadmit.runExport/exportFileReady',
    '01:30:00.250 1 h 30 min The response to POST /api/connector/v1/exports/add',
    'reads, or a forced status mews.Export still: Pending'
  ])
  t.same(await listBarriers(page), [])

  await page.getByRole('link', { name: 'The response to POST /api/connector/v1/exports/add' }).click()
  await page.getByRole('article', { name: 'Exchange w1' }).waitFor()
  await page.goBack()
  await world.clock.advance('PT2H')
  await slow
  await rows.filter({ hasText: 'The response to' }).waitFor({ state: 'detached' })

  await world.settings.patch({ operations: { 'mews.addExport': { fault: 'no-answer' } } })
  await world.deleteStubs()
  addExport(world).catch(() => {})
  await rows.filter({ hasText: 'it never comes' }).waitFor()
  await world.settings.patch({ operations: { 'mews.addExport': { fault: null, delay: 3_600_000 } } })
  addExport(world).catch(() => {})
  await rows.filter({ hasText: /1 h of real time|59 min \d+ s of real time/ }).waitFor()
})

t.test('of a thousand jobs only those that are seen are drawn', { skip: noBrowser }, async t => {
  const { world } = await startStandin(t)
  await world.clock.freeze()
  await Promise.all(Array.from({ length: 1_000 }, (_, number) => world.resource('mews.Export', `job-${number}`).put()))
  const page = await openTimeline(t, world)
  await page.getByText('1000 resources', { exact: true }).waitFor()
  t.ok(await lanesOf(page).count() < 60)
  await page.getByRole('listbox').focus()
  const longest = await page.evaluate(`new Promise(resolve => {
    let longest = 0, last = performance.now(), frames = 0
    const list = document.querySelector('[role=listbox]')
    const step = now => {
      longest = Math.max(longest, now - last)
      last = now
      list.scrollTop += 900
      if (++frames < 40) requestAnimationFrame(step)
      else resolve(longest)
    }
    requestAnimationFrame(step)
  })`)
  t.ok(Number(longest) < 1_000, `the longest frame took ${longest} ms`)
  await page.keyboard.press('End')
  const last = lanesOf(page, true)
  t.equal(await last.getAttribute('aria-posinset'), '1000')
})

t.test('the timeline fits a narrow screen', { skip: noBrowser }, async t => {
  const { world } = await startStandin(t)
  await world.clock.freeze()
  await addExport(world)
  const page = await openTimeline(t, world)
  await page.setViewportSize({ width: 390, height: 800 })
  await lanesOf(page).click()
  await page.getByRole('article').getByText('"Status": "Pending"').waitFor()
  t.equal(await page.evaluate('document.documentElement.scrollWidth'), 390)
  t.same(await listBarriers(page), [])
  await page.getByRole('link', { name: 'Close' }).click()
  await lanesOf(page).waitFor()
  t.equal(await page.evaluate('document.documentElement.scrollWidth'), 390)
  t.same(await listBarriers(page), [])
})

for (const width of [1280, 390]) {
  t.test(`at ${width} px, the keyboard alone moves the clock and a job`, { skip: noBrowser }, async t => {
    const { world } = await startStandin(t)
    await world.clock.freeze('2030-01-01T00:00:00Z')
    await addExport(world)
    const page = await openTimeline(t, world)
    await page.setViewportSize({ width, height: 800 })
    await lanesOf(page).waitFor()
    await tabTo(page, 'Next')
    await page.keyboard.press('Enter')
    await page.getByText('00:00:02: 1 status change', { exact: true }).waitFor()
    await tabTo(page, 'Resources, latest first')
    await page.keyboard.press('ArrowDown')
    const details = page.getByRole('article')
    await details.getByText('"Status": "Processing"').waitFor()
    await tabTo(page, 'Force the status')
    await page.keyboard.type('Failed')
    await tabTo(page, 'Force')
    await page.keyboard.press('Enter')
    await details.getByText('"Status": "Failed"').waitFor()
    t.same(await listBarriers(page), [])
    await tabTo(page, 'Close')
    await page.keyboard.press('Enter')
    await details.waitFor({ state: 'detached' })
  })
}
