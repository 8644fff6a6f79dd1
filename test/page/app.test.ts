import t from 'tap'
import { startStandin } from '../../src/testing.ts'
import { noBrowser, openPage, servePage } from '../open-browser.ts'
import { listBarriers, openStandinPage } from './open-standin-page.ts'

t.test('with a token, it asks for it, and keeps it for the tab', { skip: noBrowser }, async t => {
  const { url } = await startStandin(t, { adminToken: 'secret' })
  const page = await openStandinPage(t, url, '#/worlds')
  await page.getByLabel('Admin token').fill('wrong')
  t.same(await listBarriers(page), [])
  await page.getByRole('button', { name: 'Open' }).click()
  await page.getByText('This is not the token of the server').waitFor()
  await page.getByLabel('Admin token').fill('secret')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Worlds' }).waitFor()
  await page.reload()
  await page.getByRole('heading', { name: 'Worlds' }).waitFor()
  t.notOk(page.url().includes('secret'))

  await page.goto(`${new URL(url).origin}/__admin/reference/mews/`)
  await page.getByText('/api/connector/v1/exports/add', { exact: true }).waitFor()

  const other = await openStandinPage(t, url, '#/worlds')
  await other.getByLabel('Admin token').waitFor()
})

t.test('the root leads to it, and so does the address of a world', { skip: noBrowser }, async t => {
  const { server, url, world } = await startStandin(t)
  const { origin } = new URL(url)
  for (const [address, name] of [
    [`${origin}/`, 'default'],
    [`${origin}/__admin`, 'default'],
    [url, world.name],
    [`${url}/__admin/`, world.name]
  ] as const) {
    const page = await openPage(t, address)
    await page.getByRole('heading', { name: 'Overview' }).waitFor()
    t.equal(await page.getByRole('combobox', { name: 'World' }).inputValue(), name, address)
  }
  t.same(await (await server.world('default')).requests(), [], 'the page leaves nothing in the journal')
})

t.test('it works behind the path of a public URL', { skip: noBrowser }, async t => {
  const { url, world } = await startStandin(t, { publicUrl: 'http://mocks.example/standin' })
  const origin = `${new URL(url).origin}/standin`
  const page = await openPage(t, `${origin}/~${world.name}/__admin/#/live`)
  await page.getByText('Nothing has come to this world yet').waitFor()
  await fetch(`${origin}/~${world.name}/nothing`)
  await page.getByText('1 exchange', { exact: true }).waitFor()
})

t.test('no page of another origin frames it or reads it', { skip: noBrowser }, async t => {
  const { url } = await startStandin(t)
  const { origin } = new URL(url)
  const other = await openPage(t, (await servePage(t)).replace('127.0.0.1', 'rebind.test'))
  const script = `<script src="${origin}/__admin/page/main.js"></script>`
  await other.setContent(`<iframe src="${origin}/__admin/"></iframe>${script}`)
  await other.waitForTimeout(300)
  const texts = await Promise.all(other.frames().map(frame => frame.content()))
  t.notOk(texts.some(text => text.includes('standin')), 'it is not in the frame')
})

t.test('it loads nothing but its own files, and nothing against its policy', { skip: noBrowser }, async t => {
  const { url } = await startStandin(t)
  const page = await openPage(t, 'about:blank')
  const hosts = new Set<string>()
  const messages: string[] = []
  page.on('request', request => hosts.add(new URL(request.url()).host))
  page.on('console', message => messages.push(message.text()))
  for (const hash of ['#/overview', '#/live', '#/worlds', '#/nothing']) {
    await page.goto(`${new URL(url).origin}/__admin/${hash}`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.reload()
  }
  t.same([...hosts], [new URL(url).host])
  t.same(messages, [])
})

for (const colorScheme of ['light', 'dark'] as const) {
  t.test(`in ${colorScheme} and at 390 px, nothing is in anybody's way`, { skip: noBrowser }, async t => {
    const { url } = await startStandin(t)
    await fetch(`${url}/nothing`)
    const page = await openStandinPage(t, url)
    await page.emulateMedia({ colorScheme })
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 800 })
      for (const view of ['Overview', 'Live', 'Coverage', 'Drift', 'Worlds']) {
        await page.getByRole('link', { name: view, exact: true }).click()
        await page.getByRole('heading', { name: view, level: 1 }).waitFor()
        t.same(await listBarriers(page), [], `${view} ${width}`)
        t.equal(await page.evaluate('document.documentElement.scrollWidth'), width, `${view} ${width}`)
      }
    }
  })
}

t.test('the keyboard reaches the views, and skips to the content', { skip: noBrowser }, async t => {
  const { url } = await startStandin(t)
  const page = await openStandinPage(t, url)
  const focused = async (): Promise<string> => String(await page.evaluate('document.activeElement.innerText'))
  await page.keyboard.press('Tab')
  t.equal(await focused(), 'Skip to the content')
  await page.keyboard.press('Enter')
  t.equal(await page.evaluate('document.activeElement.id'), 'content')
  t.match(page.url(), /__admin\/$/, 'the place is the same')

  await page.getByRole('link', { name: 'Overview', exact: true }).focus()
  await page.keyboard.press('Tab')
  t.equal(await focused(), 'Live')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Live' }).waitFor()
})
