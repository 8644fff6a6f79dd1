import t from 'tap'
import type { Test } from 'tap'
import { createStandin } from '../../src/index.ts'
import { BAKERY } from '../dumps/bakery.ts'

/** Starts a server that keeps its worlds in a folder; `stop` ends it as a deploy would. */
async function start (folder: string) {
  const app = await createStandin({ openapi: [`${folder}/bakery.yaml`], data: `${folder}/data`, startsAt: START })
  const url = await app.listen({ port: 0, host: '127.0.0.1' })
  return { url, stop: () => app.close() }
}

const START = '2026-01-01T00:00:00Z'

async function send (url: string, method: string, body?: object, headers: Record<string, string> = {}) {
  const json = body === undefined ? headers : { 'content-type': 'application/json', ...headers }
  const response = await fetch(url, { method, headers: json, body: body && JSON.stringify(body) })
  const text = await response.text()
  return { status: response.status, body: text === '' ? undefined : JSON.parse(text) }
}

async function bake (url: string, kind: string, key?: string) {
  const headers = { 'x-baker': kind, ...key !== undefined && { 'idempotency-key': key } }
  return await send(`${url}/breads`, 'POST', { kind }, headers)
}

t.test('a world goes on where it was when the server starts again', async (t: Test) => {
  const folder = t.testdir({ 'bakery.yaml': BAKERY })
  const first = await start(folder)
  await send(`${first.url}/__admin/clock`, 'PUT', { mode: 'frozen' })
  const baked = await bake(first.url, 'rye', 'key 1')
  t.equal(baked.status, 201)
  const stub = { operation: 'bakery.look', times: 2, reply: { status: 200, body: { id: 'stubbed' } } }
  t.equal((await send(`${first.url}/__admin/stubs`, 'POST', stub)).status, 201)
  t.equal((await send(`${first.url}/breads/1`, 'GET')).body.id, 'stubbed')
  await send(`${first.url}/__admin/clock/advance`, 'POST', { by: 'PT3S' })
  await bake(`${first.url}/~other`, 'spelt')
  const before = await send(`${first.url}/__admin/dump?journal=true`, 'GET')
  await first.stop()

  const second = await start(folder)
  t.teardown(second.stop)
  const after = await send(`${second.url}/__admin/dump?journal=true`, 'GET')
  t.same(after, before)
  t.equal((await bake(second.url, 'rye', 'key 1')).body.id, baked.body.id)
  t.equal((await bake(second.url, 'rye')).status, 409)
  t.equal((await send(`${second.url}/breads/1`, 'GET')).body.id, 'stubbed')
  t.equal((await send(`${second.url}/breads/1`, 'GET')).status, 404, 'its two uses are used up')
  const { body: { worlds, unloaded } } = await send(`${second.url}/__admin/worlds`, 'GET')
  t.same([worlds.map(({ name }: { name: string }) => name), unloaded], [['default'], ['other']])
  t.equal((await bake(`${second.url}/~other`, 'spelt')).status, 409)
})
