import { readFile } from 'node:fs/promises'
import type { Locator, Page } from 'playwright-core'
import t from 'tap'
import { startStandin } from '../../src/testing.ts'
import { noBrowser } from '../open-browser.ts'
import { listBarriers, openStandinPage, tabTo } from './open-standin-page.ts'

const CREDENTIALS = { Client: 'test', AccessToken: 'access', ClientToken: 'client' }

async function add (url: string, body: object): Promise<Response> {
  return await fetch(`${url}/api/connector/v1/exports/add`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...CREDENTIALS, ...body })
  })
}

/** Returns the rows of the list; the form has options of its own. */
function rowsOf (page: Page, selected?: boolean): Locator {
  return page.getByRole('listbox', { name: 'Exchanges' }).getByRole('option', { ...selected && { selected } })
}

t.test('exchanges are shown as they come, with why they were answered so', { skip: noBrowser }, async t => {
  const { url, world } = await startStandin(t)
  await add(url, { EntityType: 'OrderItem' })
  const page = await openStandinPage(t, url, `?world=${world.name}#/live`)
  const rows = rowsOf(page)
  await rows.filter({ hasText: '200' }).waitFor()

  await add(url, { EntityType: 'Nonsense' })
  const broken = rows.filter({ hasText: '1 violation' })
  await broken.click()
  const details = page.getByRole('article')
  await details.getByText('must be one of "OrderItem"').first().waitFor()
  const text = await details.innerText()
  for (const part of ['body /EntityType', '"Nonsense"', 'mews.addExport', 'a refusal of the request']) {
    t.ok(text.includes(part), part)
  }
  t.match(page.url(), /#\/live\/2$/, 'the address is that of the exchange')
  t.same(await listBarriers(page), [])

  const other = await openStandinPage(t, url, `?world=${world.name}#/live/2`)
  await other.getByRole('article').getByText('body /EntityType', { exact: true }).waitFor()
})

t.test('a request that matched no operation shows the nearest ones', { skip: noBrowser }, async t => {
  const { url, world } = await startStandin(t)
  await fetch(`${url}/api/conector/v1/exports/add`, { method: 'POST' })
  const page = await openStandinPage(t, url, `?world=${world.name}#/live/1`)
  const details = page.getByRole('article')
  await details.getByText('mews.addExport', { exact: true }).waitFor()
  await details.getByText('"conector" should be "connector"').first().waitFor()
  t.same(await listBarriers(page), [])
})

t.test('an exchange shows the sources passed over, and how the nearest stub differs', { skip: noBrowser }, async t => {
  const { url, world } = await startStandin(t)
  const { id } = await world.stub({ operation: 'mews.addExport', when: { body: { EntityType: 'Customer' } } })
  await add(url, { EntityType: 'Payment' })
  const page = await openStandinPage(t, url, `?world=${world.name}#/live/1`)
  const why = page.getByRole('region', { name: 'Why this response' })
  await why.getByText('The simulation answered.').waitFor()
  const steps = await why.getByRole('list', { name: /^Sources/ }).getByRole('listitem').allInnerTexts()
  t.match(steps, [
    'stub passed over: the only stub for the operation did not match',
    'module passed over: no module has a handler for the operation',
    'simulation answered',
    'fixture not asked'
  ])
  t.match(await why.getByRole('row').last().innerText(), /body \/EntityType\s+Customer\s+Payment/)
  t.ok(await why.getByText(`Stub ${id}`).isVisible())
  t.same(await listBarriers(page), [])

  await page.setViewportSize({ width: 390, height: 800 })
  t.equal(await page.evaluate('document.documentElement.scrollWidth'), 390)
  t.same(await listBarriers(page), [])
})

t.test('an exchange, and those that the filter leaves, are saved as HAR', { skip: noBrowser }, async t => {
  const { url, world } = await startStandin(t)
  for (const EntityType of ['OrderItem', 'Payment', 'Nonsense']) await add(url, { EntityType })
  const page = await openStandinPage(t, url, `?world=${world.name}#/live`)
  await page.getByText('3 exchanges', { exact: true }).waitFor()
  const save = async (scope: Locator | Page): Promise<{ name: string, statuses: number[] }> => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      scope.getByRole('button', { name: 'HAR' }).click()
    ])
    const { log } = JSON.parse(await readFile(await download.path(), 'utf8'))
    const statuses = log.entries.map(({ response }: { response: { status: number } }) => response.status)
    return { name: download.suggestedFilename(), statuses }
  }
  t.same(await save(page), { name: `standin-${world.name}.har`, statuses: [200, 200, 400] })
  await page.getByLabel('Status').selectOption('4')
  await page.getByText('1 of 3 exchanges').waitFor()
  t.same((await save(page)).statuses, [400])
  await page.getByRole('button', { name: 'Show all' }).click()
  await page.goto(page.url().replace(/#.*/, '#/live/2'))
  const saved = await save(page.getByRole('article'))
  t.same(saved, { name: `standin-${world.name}-2.har`, statuses: [200] })
})

t.test('exchanges are filtered, paused and cleared', { skip: noBrowser }, async t => {
  const { url, world } = await startStandin(t)
  for (const EntityType of ['OrderItem', 'Payment', 'Nonsense']) await add(url, { EntityType })
  await fetch(`${url}/nothing`)
  const page = await openStandinPage(t, url, `?world=${world.name}#/live`)
  const rows = rowsOf(page)
  const shows = async (count: string): Promise<void> => {
    await page.getByText(count, { exact: true }).waitFor()
    t.equal(await rows.count(), Number.parseInt(count), count)
  }
  await shows('4 exchanges')

  for (const [label, value, count] of [
    ['Status', '4', '2 of 4 exchanges'],
    ['Source', 'simulation', '2 of 4 exchanges'],
    ['Operation', 'mews.addExport', '3 of 4 exchanges'],
    ['Operation', '(none)', '1 of 4 exchanges'],
    ['Violations', 'request', '1 of 4 exchanges']
  ] as const) {
    await page.getByLabel(label).selectOption(value)
    await shows(count)
    await page.getByRole('button', { name: 'Show all' }).click()
  }
  await page.getByLabel('Text').fill('payment pending')
  await shows('1 of 4 exchanges')
  await page.getByLabel('Text').fill('')

  await page.getByRole('button', { name: 'Pause' }).click()
  await add(url, { EntityType: 'Customer' })
  await page.getByRole('button', { name: 'Go on (1 new)' }).waitFor()
  await shows('4 exchanges')
  await page.getByRole('button', { name: 'Go on' }).click()
  await shows('5 exchanges')

  await page.getByRole('button', { name: 'Clear' }).click()
  await page.getByText('Nothing has come to this world yet').waitFor()
  t.same(await world.requests(), [])
})

t.test('a request that still waits is shown until it is answered', { skip: noBrowser }, async t => {
  const { url, world } = await startStandin(t)
  await world.clock.freeze()
  await world.stub({ operation: 'mews.addExport', delay: { fixed: 5_000, by: 'clock' } })
  const page = await openStandinPage(t, url, `?world=${world.name}#/live`)
  const response = add(url, { EntityType: 'OrderItem' })
  await rowsOf(page).filter({ hasText: 'waits' }).waitFor()
  await world.clock.advance('PT5S')
  await rowsOf(page).filter({ hasText: '200' }).waitFor()
  t.equal((await response).status, 200)
  t.equal(await rowsOf(page).count(), 1)
})

t.test('an exchange is copied as a command, a stub and a fixture', { skip: noBrowser }, async t => {
  const { url, world } = await startStandin(t)
  await add(url, { EntityType: 'OrderItem' })
  const page = await openStandinPage(t, url, `?world=${world.name}#/live/1`)
  const shown = async (label: string): Promise<string> => {
    await page.getByRole('button', { name: label }).click()
    return await page.getByRole('region', { name: label }).innerText()
  }
  const command = await shown('As curl')
  t.ok(command.startsWith(`curl -X POST '${url}/api/connector/v1/exports/add'`), command)
  t.match(command, /--data-raw '\{"Client":"test"/)
  t.match(await shown('As fixture'), /^# fixtures\/mews\/addExport\.200\.json\n\{\n {2}"Export"/)

  const stub = JSON.parse(await shown('As stub'))
  t.match(stub, { operation: 'mews.addExport', reply: { status: 200, body: { Export: { Status: 'Pending' } } } })
  await world.stub(stub)
  await add(url, { EntityType: 'Payment' })
  t.match((await world.requests()).at(-1), { source: 'stub' })
})

t.test('an exchange leads to its stub and its resource', { skip: noBrowser }, async t => {
  const { url, world } = await startStandin(t)
  await add(url, { EntityType: 'OrderItem' })
  const [job = { id: '' }] = await world.resources('mews.Export')
  await world.putStub('own', { operation: 'mews.addExport', reply: { status: 403 } })
  await add(url, { EntityType: 'Payment' })
  for (const [id, link, heading] of [
    ['1', `mews.Export ${job.id}`, job.id],
    ['2', 'own', 'Stub own']
  ] as const) {
    const page = await openStandinPage(t, url, `?world=${world.name}#/live/${id}`)
    await page.getByRole('article').getByRole('link', { name: link, exact: true }).click()
    await page.getByRole('heading', { name: heading }).waitFor()
    t.same(await listBarriers(page), [], heading)
    await page.reload()
    await page.getByRole('heading', { name: heading }).waitFor()
  }
  const page = await openStandinPage(t, url, `?world=${world.name}#/timeline/mews.Export/${job.id}`)
  await page.getByRole('link', { name: 'The exchanges that have its id' }).click()
  await page.getByText('1 of 2 exchanges', { exact: true }).waitFor()
})

t.test('what an address names is in sight when it is opened', { skip: noBrowser }, async t => {
  const { url, world } = await startStandin(t)
  for (let number = 0; number < 90; number++) await fetch(`${url}/nothing/${number}`)
  const page = await openStandinPage(t, url, `?world=${world.name}#/live/3`)
  await rowsOf(page, true).filter({ hasText: '/nothing/2' }).waitFor()
  const gone = await openStandinPage(t, url, `?world=${world.name}#/live/300`)
  await gone.getByText('This journal has no exchange "300"').waitFor()
})

t.test('the list is used with the keyboard alone', { skip: noBrowser }, async t => {
  const { url, world } = await startStandin(t)
  for (let number = 0; number < 60; number++) await fetch(`${url}/nothing/${number}`)
  const page = await openStandinPage(t, url, `?world=${world.name}#/live`)
  const list = page.getByRole('listbox')
  await page.getByText('60 exchanges').waitFor()
  t.ok(await rowsOf(page).count() < 60, 'only what is seen is drawn')

  await list.focus()
  for (const [key, id] of [['ArrowDown', 60], ['ArrowDown', 59], ['End', 1], ['ArrowUp', 2], ['Home', 60]] as const) {
    await page.keyboard.press(key)
    await page.waitForURL(`**#/live/${id}`)
    await rowsOf(page, true).filter({ hasText: `/nothing/${id - 1}` }).waitFor()
  }
  t.equal(await page.evaluate('document.activeElement.role'), 'listbox')
})

t.test('a world that is reset begins anew', { skip: noBrowser }, async t => {
  const { url, world } = await startStandin(t)
  await add(url, { EntityType: 'OrderItem' })
  const page = await openStandinPage(t, url, `?world=${world.name}#/live`)
  await page.getByText('1 exchange', { exact: true }).waitFor()
  await world.reset()
  await page.getByText('Nothing has come to this world yet').waitFor()
  await fetch(`${url}/nothing`)
  await rowsOf(page).filter({ hasText: '/nothing' }).waitFor()
})

t.test('it fits a narrow screen', { skip: noBrowser }, async t => {
  const { url, world } = await startStandin(t)
  await add(url, { EntityType: 'Nonsense' })
  const page = await openStandinPage(t, url, `?world=${world.name}#/live`)
  await page.setViewportSize({ width: 390, height: 800 })
  for (const hash of ['#/live', '#/live/1']) {
    await page.goto(page.url().replace(/#.*/, hash))
    await page.getByText(hash === '#/live' ? '1 violation' : 'body /EntityType', { exact: true }).waitFor()
    t.equal(await page.evaluate('document.documentElement.scrollWidth'), 390, hash)
    t.same(await listBarriers(page), [], hash)
  }
})

for (const width of [1280, 390]) {
  t.test(`at ${width} px, the keyboard alone opens an exchange and closes it`, { skip: noBrowser }, async t => {
    const { url, world } = await startStandin(t)
    await add(url, { EntityType: 'Nonsense' })
    const page = await openStandinPage(t, url, `?world=${world.name}#/live`)
    await page.setViewportSize({ width, height: 800 })
    await rowsOf(page).waitFor()
    await tabTo(page, 'Text')
    await page.keyboard.type('nonsense')
    await tabTo(page, 'Exchanges, newest first')
    await page.keyboard.press('ArrowDown')
    await page.getByRole('article').getByText('body /EntityType', { exact: true }).waitFor()
    t.same(await listBarriers(page), [])
    await tabTo(page, 'As curl')
    await page.keyboard.press('Enter')
    await page.getByRole('region', { name: 'As curl' }).waitFor()
    await page.keyboard.press('Shift+Tab')
    await tabTo(page, 'Close')
    await page.keyboard.press('Enter')
    await page.getByRole('article').waitFor({ state: 'detached' })
    await rowsOf(page).waitFor()
  })
}
