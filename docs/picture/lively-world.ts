import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createStandin } from '../../src/index.ts'
import { standin } from '../../src/client/index.ts'
import type { World } from '../../src/client/index.ts'

/** A running stand-in with a world in which much has happened. */
export interface LivelyWorld {
  readonly url: string
  readonly world: World
  close (): Promise<void>
}

const MEWS = '/api/connector/v1/exports'
const WEBADMIT = '/api/v1/user_identities/37442/exports'
const CREDENTIALS = { Client: 'shop', ClientToken: 'client', AccessToken: 'access' }

/** Starts a stand-in whose clock stands still, and has a world with jobs, callbacks, stubs and refused requests. */
export async function startLivelyWorld (): Promise<LivelyWorld> {
  const app = await createStandin({ startsAt: '2026-03-02T09:00:00Z', clock: 'frozen', log: 'silent' })
  const url = await app.listen({ port: 0 })
  const receiver = createServer((request, response) => {
    response.statusCode = request.url === '/busy' ? 503 : 204
    response.end()
  })
  receiver.listen(0, '127.0.0.1')
  await once(receiver, 'listening')
  const { port } = receiver.address() as AddressInfo  // a server that listens on a port has one
  const world = await standin(url).world('checkout')
  await fillWorld(world, `http://127.0.0.1:${port}`)
  await fillOtherWorlds(url)
  return {
    url,
    world,
    async close () {
      await app.close()
      receiver.close()
    }
  }
}

async function fillWorld (world: World, receiver: string): Promise<void> {
  const post = (path: string, body: object): Promise<Response> => postJson(world, path, body)
  const run = (id: number, callback: string): Promise<Response> =>
    postJson(world, `${WEBADMIT}/${56_790 + id}/export_files?callback=${encodeURIComponent(receiver + callback)}`, {})
  await world.start('mews/many-files')
  const added = await post(`${MEWS}/add`, { ...CREDENTIALS, EntityType: 'OrderItem' })
  const { Export: { Id } } = await added.json() as { Export: { Id: string } }  // as the contract says
  await run(1, '/files')
  await world.clock.advance('PT3S')
  await world.settings.patch({ resources: { 'mews.Export': { lifecycle: 'failure' } } })
  await post(`${MEWS}/add`, { ...CREDENTIALS, AccessToken: 'other', EntityType: 'Payment' })
  await world.settings.reset()
  await run(2, '/busy')
  await world.clock.advance('PT5S')
  await post(`${MEWS}/add`, { ...CREDENTIALS, EntityType: 'Reservation' })
  await post(`${MEWS}/add`, { ...CREDENTIALS, EntityType: 'Reservation' })
  await world.stub({ operation: 'mews.addExport', when: { body: { EntityType: 'Company' } }, reply: { status: 403 } })
  await world.stub({ operation: 'mews.getAllExports', reply: { status: 500 }, times: 1 })
  await world.clock.advance('PT3S')
  for (let time = 0; time < 2; time++) await post(`${MEWS}/getAll`, { ...CREDENTIALS, ExportIds: [Id] })
  await run(3, '/files')
  await post(`${MEWS}/add`, { ...CREDENTIALS, EntityType: 'Invoice' })
  await post('/api/connector/v1/export/add', { ...CREDENTIALS, EntityType: 'Customer' })
  await world.clock.advance('PT1S')
  await post(`${MEWS}/add`, { ...CREDENTIALS, AccessToken: 'third', EntityType: 'Customer' })
}

async function fillOtherWorlds (url: string): Promise<void> {
  for (const [name, scenario] of [['login', 'mews/unauthorized'], ['limits', 'mews/rate-limited']] as const) {
    const world = await standin(url).world(name)
    await world.start(scenario)
    for (const EntityType of ['OrderItem', 'Payment']) {
      await postJson(world, `${MEWS}/add`, { ...CREDENTIALS, EntityType })
    }
    await world.clock.advance('PT1M')
  }
}

function postJson ({ url }: World, path: string, body: object): Promise<Response> {
  const headers = { 'content-type': 'application/json', 'x-api-key': '0123456789abcdef0123456789abcdef' }
  return fetch(url + path, { method: 'POST', headers, body: JSON.stringify(body) })
}
