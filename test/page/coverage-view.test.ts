import type { Page } from 'playwright-core'
import t from 'tap'
import type { Test } from 'tap'
import { startStandin } from '../../src/testing.ts'
import { noBrowser } from '../open-browser.ts'
import { listBarriers, openStandinPage } from './open-standin-page.ts'

async function add (url: string, EntityType: string, test = 'a test'): Promise<void> {
  await fetch(`${url}/api/connector/v1/exports/add`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-standin-test': test },
    body: JSON.stringify({ Client: 'test', AccessToken: 'access', ClientToken: 'client', EntityType })
  })
}

async function openCoverage (t: Test, url: string, world: string, rest = ''): Promise<Page> {
  return await openStandinPage(t, url, `?world=${world}#/coverage${rest}`)
}

t.test('it shows what was reached of each operation, and what was not', { skip: noBrowser }, async t => {
  const { url, world } = await startStandin(t)
  await add(url, 'OrderItem')
  await add(url, 'Nonsense')
  const page = await openCoverage(t, url, world.name)
  await page.getByRole('meter', { name: 'Coverage of responses' }).waitFor()
  await page.getByRole('link', { name: 'mews.addExport' }).click()
  t.match(page.url(), /#\/coverage\/mews\.addExport$/)
  const mews = page.getByRole('region', { name: 'mews', exact: true })
  const lines = mews.getByRole('listitem')
  await lines.filter({ hasText: /^reached 1×200 application\/jsonby a test.*mews\.yaml:\d+$/ }).waitFor()
  await lines.filter({ hasText: /^not reached403 application\/json.*mews\.yaml:\d+$/ }).waitFor()
  await lines.filter({ hasText: /^not reachedbody EntityType = Payment/ }).waitFor()
  const findings = page.getByRole('region', { name: 'Findings of mews.addExport' })
  await findings.getByText('body /EntityType must be one of').waitFor()
  await findings.getByText(/mews\.yaml:\d+:\d+$/).waitFor()
  t.same(await listBarriers(page), [])

  await add(url, 'Payment')
  await lines.filter({ hasText: /^reached 1×body EntityType = Payment/ }).waitFor()
  await page.getByRole('link', { name: 'Its exchanges' }).click()
  await page.getByRole('heading', { name: 'Live' }).waitFor()
  t.equal(await page.getByLabel('Operation').inputValue(), 'mews.addExport')
})

t.test('it is filtered by world, test, dimension and what is missing', { skip: noBrowser }, async t => {
  const { server, url, world } = await startStandin(t)
  const other = await server.world('other')
  await add(url, 'OrderItem')
  await add(url, 'Customer', 'one more')
  await add(other.url, 'Payment')
  const page = await openCoverage(t, url, world.name, '/mews.addExport')
  const cell = (state: string, value: string): Promise<void> => {
    return page.getByRole('listitem').filter({ hasText: `${state}body EntityType = ${value}` }).last().waitFor()
  }
  await cell('not reached', 'Payment')
  await page.getByLabel('Worlds').selectOption('all')
  await cell('reached 1×', 'Payment')
  await page.getByLabel('Worlds').selectOption('shown')
  await cell('not reached', 'Payment')

  await page.getByLabel('Test').selectOption('one more')
  await cell('reached 1×', 'Customer')
  await cell('not reached', 'OrderItem')
  await page.getByLabel('Test').selectOption('')
  await cell('reached 1×', 'OrderItem')

  await page.getByLabel('Dimension', { exact: true }).selectOption('values')
  await page.getByText('200 application/json').waitFor({ state: 'detached' })
  await page.getByLabel('What is missing only').check()
  await page.getByText('body EntityType = OrderItem').waitFor({ state: 'detached' })
  await cell('not reached', 'Payment')
  t.same(await listBarriers(page), [])
})

t.test('it begins anew, once that is confirmed', { skip: noBrowser }, async t => {
  const { url, world } = await startStandin(t)
  await add(url, 'OrderItem')
  const page = await openCoverage(t, url, world.name, '/mews.addExport')
  await page.getByText('reached 1×').first().waitFor()
  await page.getByRole('button', { name: 'Begin anew' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Begin anew' }).click()
  await page.getByText('reached 1×').first().waitFor({ state: 'detached' })
  t.equal((await world.coverage()).summary.total.touched, 0)
})

t.test('an operation opens by the keyboard, and by its address', { skip: noBrowser }, async t => {
  const { url, world } = await startStandin(t)
  const page = await openCoverage(t, url, world.name, '/webadmit')
  const own = page.getByRole('region', { name: 'webadmit' }).getByRole('link', { name: 'What belongs to no operation' })
  await own.waitFor()
  t.equal(await own.getAttribute('aria-expanded'), 'true')
  await page.getByLabel('Dimension', { exact: true }).focus()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  t.equal(await page.getByLabel('What is missing only').isChecked(), true)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  const first = page.getByRole('link', { expanded: true })
  await first.filter({ hasText: 'et.' }).waitFor()
  await page.keyboard.press('Enter')
  await first.waitFor({ state: 'detached' })
})

for (const colorScheme of ['light', 'dark'] as const) {
  t.test(`in ${colorScheme}, it fits a narrow screen`, { skip: noBrowser }, async t => {
    const { url, world } = await startStandin(t)
    await add(url, 'Nonsense')
    const page = await openCoverage(t, url, world.name, '/mews.addExport')
    await page.emulateMedia({ colorScheme })
    await page.setViewportSize({ width: 390, height: 800 })
    await page.getByText('body /EntityType must be one of').waitFor()
    t.equal(await page.evaluate('document.documentElement.scrollWidth'), 390)
    t.same(await listBarriers(page), [])
  })
}
