import { readFile } from 'node:fs/promises'
import type { Locator, Page } from 'playwright-core'
import t from 'tap'
import { startStandin } from '../../src/testing.ts'
import { noBrowser } from '../open-browser.ts'
import { listBarriers, openStandinPage, tabTo } from './open-standin-page.ts'

/** Answers the question that the page asks. */
async function answer (page: Page, button: string): Promise<void> {
  await page.getByRole('alertdialog').getByRole('button', { name: button, exact: true }).click()
}

/** Has a button choose a file with a text. */
async function choose (page: Page, button: Locator, text: string, name = 'world.json'): Promise<void> {
  const chooser = page.waitForEvent('filechooser')
  await button.click()
  await (await chooser).setFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) })
}

t.test('worlds are listed, opened, reset and dropped', { skip: noBrowser }, async t => {
  const { server, url, world } = await startStandin(t)
  await fetch(`${url}/nothing`)
  await world.stub({ operation: 'mews.addExport', reply: { status: 403, body: { Message: 'No' } } })
  await (await server.world('other')).reset()
  const page = await openStandinPage(t, url, '#/worlds')
  const cards = page.getByRole('listitem')
  const card = cards.filter({ has: page.getByRole('link', { name: world.name, exact: true }) })
  await card.getByText('Exchanges').waitFor()
  t.match((await card.innerText()).replaceAll(/\s+/g, ' '), /Resources 0 Stubs 1 Exchanges 1/)
  t.same(await listBarriers(page), [])

  await page.getByRole('button', { name: `Reset ${world.name}` }).click()
  await answer(page, 'Reset')
  await card.getByRole('definition').nth(1).getByText('0').waitFor()
  t.same(await world.stubs(), [])

  await page.getByRole('button', { name: 'Drop other' }).click()
  await answer(page, 'Drop')
  await page.getByRole('link', { name: 'other', exact: true }).waitFor({ state: 'detached' })
  t.notOk((await server.worlds()).some(({ name }) => name === 'other'))

  await card.getByRole('link').click()
  await page.getByRole('heading', { name: 'Live' }).waitFor()
  t.equal(new URL(page.url()).searchParams.get('world'), world.name)
})

t.test('the world is chosen in the header', { skip: noBrowser }, async t => {
  const { server, url } = await startStandin(t)
  await (await server.world('a')).clock.freeze('2031-01-02T03:04:05Z')
  const page = await openStandinPage(t, url, '#/live')
  await page.getByRole('combobox', { name: 'World' }).selectOption('a')
  await page.getByText('03:04:05').waitFor()
  await page.getByText('frozen').waitFor()
  t.match(page.url(), /\?world=a#\/live$/)
  await page.goBack()
  t.equal(await page.getByRole('combobox', { name: 'World' }).inputValue(), 'default')
})

t.test('nothing is lost before it is confirmed, and Escape cancels', { skip: noBrowser }, async t => {
  const { url, world } = await startStandin(t)
  await world.stub({ operation: 'mews.addExport', reply: { status: 403 } })
  const page = await openStandinPage(t, url, '#/worlds')
  for (const verb of ['Reset', 'Drop']) {
    const button = page.getByRole('button', { name: `${verb} ${world.name}` })
    await button.focus()
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('alertdialog', { name: `${verb} ${world.name}?` })
    await dialog.getByText('no resources, 1 stub and no exchanges').waitFor()
    t.equal(await page.evaluate('document.activeElement.innerText'), 'Cancel', 'Enter loses nothing')
    t.same(await listBarriers(page), [])
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    t.equal(await page.evaluate('document.activeElement.innerText'), verb, 'the focus is back')
    await button.press('Enter')
    await dialog.waitFor()
    await dialog.getByRole('button', { name: 'Cancel' }).press('Enter')
    await dialog.waitFor({ state: 'detached' })
  }
  t.equal((await world.stubs()).length, 1)
})

t.test('a world is kept as a file, and loaded into others', { skip: noBrowser }, async t => {
  const { server, url, world } = await startStandin(t)
  await world.clock.freeze('2031-01-02T03:04:05Z')
  await world.resource('mews.Export', 'kept').put({ hidden: { size: 12345678901234567890n } })
  await fetch(`${world.url}/nothing`)
  const page = await openStandinPage(t, url, '#/worlds')
  const save = async (): Promise<string> => {
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: `Dump ${world.name}` }).click()
    const file = await download
    t.equal(file.suggestedFilename(), `world-${world.name}.json`)
    return await readFile(await file.path(), 'utf8')
  }
  const text = await save()
  t.notOk('requests' in JSON.parse(text))
  t.ok(text.includes('12345678901234567890'))
  await page.getByLabel('Dump the journal, too').check()
  t.equal(JSON.parse(await save()).requests.length, 1)

  await page.getByRole('textbox', { name: 'Another world' }).fill('copy')
  await choose(page, page.getByRole('button', { name: 'Load a dump into another world' }), text)
  await page.getByRole('link', { name: 'copy', exact: true }).waitFor()
  const copy = await server.world('copy')
  t.equal((await copy.clock.get()).now, '2031-01-02T03:04:05.000Z')
  t.match(await copy.resource('mews.Export', 'kept').get(), { hidden: { size: 12345678901234567890n } })

  await world.reset()
  await choose(page, page.getByRole('button', { name: `Load a dump into ${world.name}` }), text)
  const dialog = page.getByRole('alertdialog', { name: `Load world.json into ${world.name}?` })
  t.same(await listBarriers(page), [])
  const loaded = page.waitForResponse(response => response.request().method() === 'PUT')
  await answer(page, 'Load')
  await dialog.waitFor({ state: 'detached' })
  t.equal((await loaded).status(), 204)
  t.equal((await world.resources('mews.Export')).length, 1)
})

t.test('a file that is no dump is refused, with its mistakes', { skip: noBrowser }, async t => {
  const { url, world } = await startStandin(t)
  await world.stub({ operation: 'mews.addExport', reply: { status: 403 } })
  const dump = await world.dump()
  const page = await openStandinPage(t, url, '#/worlds')
  const card = page.getByRole('listitem').filter({ has: page.getByRole('link', { name: world.name, exact: true }) })
  for (const [text, mistake] of [
    ['{', 'JSON'],
    ['[]', 'it is not what GET /__admin/dump returns'],
    [JSON.stringify({ ...dump, version: 99 }), 'its format has the version 99'],
    [JSON.stringify({ ...dump, settings: { ...dump.settings, delayMs: -1 } }), '/settings/delayMs']
  ] as const) {
    await choose(page, page.getByRole('button', { name: `Load a dump into ${world.name}` }), text)
    await answer(page, 'Load')
    await card.getByRole('alert').filter({ hasText: mistake }).waitFor()
  }
  t.same(await listBarriers(page), [])
  t.equal((await world.stubs()).length, 1, 'the world is as it was')
})

t.test('a cookie names the world of an address without one, and yields to one', { skip: noBrowser }, async t => {
  const { server, url } = await startStandin(t)
  await server.world('ann')
  await server.world('bob')
  const { origin } = new URL(url)
  const page = await openStandinPage(t, url, '?world=bob#/worlds')
  await page.context().addCookies([{ name: 'standin-world', value: 'ann', url: origin }])
  for (const [address, name] of [
    ['?world=bob#/worlds', 'bob'],
    ['../~bob/__admin/#/worlds', 'bob'],
    ['#/worlds', 'ann']
  ] as const) {
    await page.goto('about:blank')
    await page.goto(new URL(address, `${origin}/__admin/`).href)
    await page.getByRole('heading', { name: 'Worlds' }).waitFor()
    t.equal(await page.getByRole('combobox', { name: 'World' }).inputValue(), name, address)
  }
  t.match(page.url(), /\?world=ann#/, 'who has no cookie sees the same world')
  await page.getByRole('combobox', { name: 'World' }).selectOption('default')
  t.match(page.url(), /\?world=default#/)
  await page.reload()
  await page.getByRole('heading', { name: 'Worlds' }).waitFor()
  t.equal(await page.getByRole('combobox', { name: 'World' }).inputValue(), 'default')
})

for (const width of [1280, 390]) {
  t.test(`at ${width} px, the keyboard alone drops a world and opens another`, { skip: noBrowser }, async t => {
    const { server, url } = await startStandin(t)
    await (await server.world('old')).reset()
    const page = await openStandinPage(t, url, '#/worlds')
    await page.setViewportSize({ width, height: 800 })
    await page.getByRole('link', { name: 'old', exact: true }).waitFor()
    await tabTo(page, 'Drop old')
    await page.keyboard.press('Enter')
    await page.getByRole('alertdialog').waitFor()
    t.same(await listBarriers(page), [])
    await tabTo(page, 'Drop')
    await page.keyboard.press('Enter')
    await page.getByRole('link', { name: 'old', exact: true }).waitFor({ state: 'detached' })
    await tabTo(page, 'Another world')
    await page.keyboard.type('new')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Live' }).waitFor()
    t.match(page.url(), /\?world=new#\/live$/)
    t.equal(await page.evaluate('document.documentElement.scrollWidth'), width)
  })
}
