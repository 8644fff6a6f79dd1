import { once } from 'node:events'
import { createServer } from 'node:http'
import type { RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import t from 'tap'
import type { Test } from 'tap'
import { loadContracts } from '../../src/contract/load-contracts.ts'
import { fetchFile } from '../../src/documents/fetch-file.ts'

async function serve (t: Test, listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.teardown(() => { server.close().closeAllConnections() })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const redirectTo = (location: string): RequestListener => (_request, response) => {
  response.writeHead(302, { location }).end()
}

const REFUSED: ReadonlyArray<readonly [title: string, listener: RequestListener, why: RegExp]> = [
  ['redirects without end', redirectTo('/again'), /it redirects more than 5 times/],
  ['a redirect to a link-local address', redirectTo('http://169.254.169.254/latest'), /is a link-local address/],
  ['one within another address', redirectTo('http://[64:ff9b::169.254.169.254]/'), /is a link-local address/],
  ['a redirect to a metadata service', redirectTo('http://100.100.100.200/'), /is an address of a metadata service/],
  ['a redirect to a file', redirectTo('file:///etc/passwd'), /is not an http\(s\) URL/],
  ['a redirect to no URL', redirectTo('http://['), /is not an http\(s\) URL/],
  ['an error', (_request, response) => { response.writeHead(404).end() }, /the server responds with 404/],
  ['a closed connection', ({ socket }) => { socket.destroy() }, /the connection was closed/],
  ['a switch of protocols', ({ socket }) => {
    socket.end('HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n')
  }, /the connection was closed/],
  ['a body without end', (_request, response) => {
    const write = (): void => { if (response.write(Buffer.alloc(2 ** 20))) setImmediate(write) }
    response.on('drain', write)
    write()
  }, /it is larger than 16 MiB/]
]

for (const [title, listener, why] of REFUSED) {
  t.test(`what is fetched is refused: ${title}`, async t => {
    await t.rejects(fetchFile(await serve(t, listener)), { message: why })
  })
}

t.test('redirects to other places are followed', async t => {
  const url = await serve(t, (request, response) => {
    if (request.url === '/b') response.end('here')
    else redirectTo('b')(request, response)
  })
  t.equal(String(await fetchFile(`${url}/a`)), 'here')
})

t.test('a document has up to a hundred URLs fetched, and none that was not allowed', async t => {
  let fetched = 0
  const url = await serve(t, (_request, response) => {
    fetched++
    response.end('type: string')
  })
  const references = Array.from({ length: 150 }, (_, index) => [`S${index}`, { $ref: `${url}/${index}` }])
  const schemas = Object.fromEntries(references)
  const document = { openapi: '3.1.0', info: { title: 'x', version: '1' }, paths: {}, components: { schemas } }
  const path = join(t.testdir({ 'api.json': JSON.stringify(document) }), 'api.json')

  t.equal((await loadContracts([path]))[0]?.warnings.length, 150)
  t.equal(fetched, 0)
  const [contract] = await loadContracts([path], { allowRemoteRefs: true })
  t.equal(fetched, 100)
  t.equal(contract?.warnings.length, 50)
  t.match(contract?.warnings[0]?.message, /the document refers to more than 100 URLs/)
})

t.test('a file that is fetched refers to no file of this machine', async t => {
  const url = await serve(t, (_request, response) => {
    response.end('{ a: { $ref: "file:///etc/passwd" }, b: { $ref: "/etc/passwd" } }')
  })
  const components = { schemas: { A: { $ref: `${url}/x#/a` } } }
  const document = { openapi: '3.1.0', info: { title: 'x', version: '1' }, paths: {}, components }
  const path = join(t.testdir({ 'api.json': JSON.stringify(document) }), 'api.json')
  const [contract] = await loadContracts([path], { allowRemoteRefs: true })
  t.match(contract?.warnings, [{ message: /file:\/\/\/etc\/passwd is neither a path nor an http\(s\) URL/ }])
  t.equal(contract?.warnings.length, 1)
})
