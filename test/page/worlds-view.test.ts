import t from 'tap'
import { startStandin } from '../../src/testing.ts'
import { noBrowser } from '../open-browser.ts'
import { listBarriers, openStandinPage } from './open-standin-page.ts'

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
  await card.getByRole('definition').nth(1).getByText('0').waitFor()
  t.same(await world.stubs(), [])

  await page.getByRole('button', { name: 'Drop other' }).click()
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
  await page.getByLabel('World').selectOption('a')
  await page.getByText('03:04:05').waitFor()
  await page.getByText('frozen').waitFor()
  t.match(page.url(), /\?world=a#\/live$/)
  await page.goBack()
  t.equal(await page.getByLabel('World').inputValue(), 'default')
})
