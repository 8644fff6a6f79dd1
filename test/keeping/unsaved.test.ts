import t from 'tap'
import { PETS, startService } from '../proxying/start-proxy.ts'
import { fillDisk } from './full-disk.ts'
import { bake, bakeryFolder, send, startKept, startReceiver } from '../storage/kept-bakery.ts'

const JSON_TYPE = { 'content-type': 'application/json' }
const UNAVAILABLE = { status: 503, body: { code: 'STANDIN_STORAGE_UNAVAILABLE' } }

t.test('the server is not ready while nothing can be saved, and is again by itself', async t => {
  const folder = bakeryFolder(t)
  const { stop, url } = await startKept(folder)
  t.teardown(stop)
  const disk = fillDisk(t)
  const statusOf = async (path: string): Promise<number> => (await send(`${url}${path}`, 'GET')).status
  t.equal((await bake(url, 'rye')).status, 201)
  disk.isFull = true
  t.match(await bake(url, 'spelt'), UNAVAILABLE)
  t.equal(await statusOf('/~other/__admin/clock'), 200, 'what reads only')
  t.equal(await statusOf('/__admin/ready'), 503)
  disk.isFull = false
  // The next look at what is due tries to write.
  let ready: number
  do ready = await statusOf('/__admin/ready')
  while (ready !== 200)
  t.equal((await bake(url, 'rye')).status, 409)
  t.equal((await bake(url, 'spelt')).status, 201, 'the one that was refused changed nothing')
})

t.test('an operation that takes time is refused where what it did could not be saved', async t => {
  const folder = bakeryFolder(t)
  const receiver = await startReceiver(t)
  const { stop, url } = await startKept(folder)
  t.teardown(stop)
  const { body: before } = await send(`${url}/__admin/clock`, 'PUT', { mode: 'frozen' })
  t.equal((await bake(url, 'rye', { tell: receiver.url })).status, 201)
  const disk = fillDisk(t)
  disk.isFull = true
  // The clock stops on the way for a callback, which cannot be announced.
  t.match(await send(`${url}/__admin/clock/advance`, 'POST', { by: 'PT3S' }), { status: 503 })
  disk.isFull = false
  t.same((await send(`${url}/__admin/clock`, 'GET')).body, before)
})

t.test('a response of a service is sent once its exchange is saved', async t => {
  const folder = t.testdir({ 'pets.json': JSON.stringify(PETS) })
  const service = await startService(t, ({ url }, response) => {
    if (url?.includes('stream') !== true) return response.writeHead(200, JSON_TYPE).end('[{"name":"Rex"}]')
    response.writeHead(200, { 'content-type': 'application/octet-stream' }).write('first')
    setImmediate(() => response.end('last'))
  })
  const { stop, url } = await startKept(folder, { openapi: [`${folder}/pets.json`], proxy: service.url })
  t.teardown(stop)
  const disk = fillDisk(t)
  for (const path of ['/v2/pets', '/v2/nowhere']) {
    disk.isFull = false
    t.equal((await send(`${url}${path}`, 'GET')).status, 200)
    disk.isFull = true
    t.match(await send(`${url}${path}`, 'GET'), UNAVAILABLE, path)
  }
  disk.isFull = false
  t.equal(await (await fetch(`${url}/v2/files/stream`)).text(), 'firstlast')
  disk.isFull = true
  const broken = await fetch(`${url}/v2/files/stream`).then(response => response.text()).catch(() => 'broken off')
  t.match(broken, /broken off|STANDIN_STORAGE_UNAVAILABLE/, 'one whose head was sent before is broken off')
})
