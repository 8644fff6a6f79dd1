import { createServer, connect } from 'node:net'
import type { AddressInfo, Socket } from 'node:net'
import type { Page } from 'playwright-core'
import t from 'tap'
import type { Test } from 'tap'
import { createStandin } from '../../src/server.ts'
import { startStandin } from '../../src/testing.ts'
import { noBrowser } from '../open-browser.ts'
import { listBarriers, openStandinPage } from './open-standin-page.ts'

interface Line {
  /** The URL of the server by way of the line. */
  readonly url: string
  /** Ends all connections, and lets no other through until it is mended. */
  cut (): void
  mend (): void
}

/** Starts a line to a server that can be cut. */
async function startLine (t: Test, to: string): Promise<Line> {
  const sockets = new Set<Socket>()
  let isCut = false
  const keep = (socket: Socket): void => {
    sockets.add(socket)
    socket.on('error', () => {})
    socket.on('close', () => sockets.delete(socket))
  }
  const line = createServer(near => {
    keep(near)
    if (isCut) return near.destroy()
    const far = connect(Number(new URL(to).port), '127.0.0.1')
    keep(far)
    near.pipe(far).pipe(near)
  })
  const cut = (): void => {
    isCut = true
    for (const socket of sockets) socket.destroy()
  }
  await new Promise<void>(resolve => line.listen(0, '127.0.0.1', resolve))
  t.teardown(() => {
    cut()
    line.close()
  })
  const { port } = line.address() as AddressInfo  // it listens on a port
  return { url: `http://127.0.0.1:${port}`, cut, mend: () => { isCut = false } }
}

/** Lists the URLs of the exchanges that are shown, oldest first. */
async function shownUrls (page: Page): Promise<string[]> {
  const rows = await page.getByRole('option').locator('.row-url').allInnerTexts()
  return rows.reverse()
}

t.test('one stream tells all parts of the page what happens', { skip: noBrowser }, async t => {
  const { url, world } = await startStandin(t)
  await world.clock.freeze('2031-01-02T03:04:05Z')
  const page = await openStandinPage(t, url, `?world=${world.name}#/live`)
  const asked: string[] = []
  page.on('request', request => asked.push(new URL(request.url()).pathname.replace(/^.*__admin/, '')))
  await page.reload()
  await page.getByText('03:04:05').waitFor()
  await page.getByText('Nothing has come to this world yet').waitFor()
  await world.clock.advance('PT10S')
  await page.getByText('03:04:15').waitFor()
  await fetch(`${world.url}/nothing`)
  await page.getByText('1 exchange', { exact: true }).waitFor()
  await page.getByRole('link', { name: 'Timeline' }).click()
  await page.getByText('There are no resources').waitFor()
  await world.resource('mews.Export', 'own').put()
  await page.getByRole('option').filter({ hasText: 'own' }).waitFor()
  t.equal(asked.filter(path => path === '/events').length, 1)
  t.equal(asked.filter(path => path === '/requests/stream').length, 0)

  asked.length = 0
  await page.waitForTimeout(2_500)
  t.same(asked, [], 'nothing is asked while nothing happens')
})

t.test('a cut connection is told, and comes back without a loss', { skip: noBrowser }, async t => {
  const { url, world } = await startStandin(t)
  await world.clock.freeze('2031-01-02T03:04:05Z')
  const line = await startLine(t, url)
  const page = await openStandinPage(t, line.url, `?world=${world.name}#/live`)
  const ids: Array<string | undefined> = []
  page.on('request', request => {
    if (request.url().endsWith('/events')) ids.push(request.headers()['last-event-id'])
  })
  await page.reload()
  const send = async (from: number, to: number): Promise<void> => {
    for (let number = from; number <= to; number++) await fetch(`${world.url}/nothing/${number}`)
  }
  await send(1, 3)
  await page.getByText('3 exchanges', { exact: true }).waitFor()
  for (const count of [6, 9]) {
    line.cut()
    await page.getByRole('alert').getByText('what is shown may be old').waitFor()
    t.same(await listBarriers(page), [])
    await send(count - 2, count)
    await world.clock.advance('PT10S')
    line.mend()
    await page.getByText(`${count} exchanges`, { exact: true }).waitFor()
    await page.getByText('what is shown may be old').waitFor({ state: 'detached' })
  }
  t.same(await shownUrls(page), Array.from({ length: 9 }, (_, index) => `/nothing/${index + 1}`))
  await page.getByText('03:04:25').waitFor()
  t.equal(ids[0], undefined)
  t.ok(ids.length > 2)
  t.ok(ids.slice(1).every(id => id !== undefined), 'it goes on after the last event')
})

t.test('a server that is started anew is shown as it is', { skip: noBrowser }, async t => {
  const first = await createStandin({})
  const url = await first.listen({ host: '127.0.0.1', port: 0 })
  for (const number of [1, 2]) await fetch(`${url}/before/${number}`)
  const page = await openStandinPage(t, url, '#/live')
  await page.getByText('2 exchanges', { exact: true }).waitFor()
  await fetch(`${url}/before/3`)
  await page.getByText('3 exchanges', { exact: true }).waitFor()
  await first.close()
  await page.getByRole('alert').getByText('what is shown may be old').waitFor()
  t.same(await shownUrls(page), ['/before/1', '/before/2', '/before/3'], 'they can still be read')

  const second = await createStandin({})
  t.teardown(() => second.close())
  await second.listen({ host: '127.0.0.1', port: Number(new URL(url).port) })
  await fetch(`${url}/after/1`)
  await page.getByText('1 exchange', { exact: true }).waitFor()
  t.same(await shownUrls(page), ['/after/1'])
  await fetch(`${url}/after/2`)
  await page.getByText('2 exchanges', { exact: true }).waitFor()
  t.same(await shownUrls(page), ['/after/1', '/after/2'])
})

t.test('many exchanges are neither lost nor doubled', { skip: noBrowser }, async t => {
  const { url, world } = await startStandin(t, { maxExchanges: 5_000 })
  const page = await openStandinPage(t, url, `?world=${world.name}#/live`)
  const numbers = Array.from({ length: 1_500 }, (_, index) => index)
  const clients = Array.from({ length: 10 }, async (_, client) => {
    for (const number of numbers) if (number % 10 === client) await fetch(`${world.url}/nothing/${number}`)
  })
  await Promise.all(clients)
  await page.getByText('1500 exchanges', { exact: true }).waitFor()
  await page.reload()
  await page.getByText('1500 exchanges', { exact: true }).waitFor()
})
