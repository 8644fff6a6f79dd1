import t from 'tap'
import { parseContract } from '../../src/contract/parse-contract.ts'
import { followLinks } from '../../src/init/follow-links.ts'
import { TrialWorld } from '../../src/init/trial-world.ts'

const { operations: [read] } = parseContract(JSON.stringify({
  openapi: '3.1.0',
  info: { title: 'Test', version: '1' },
  paths: { '/pets/{id}': { get: { operationId: 'getPet', responses: { 200: { description: 'The pet.' } } } } }
}), { file: 'test.json', name: 'test' })

/** Follows the links of a response, on a server with one pet at `/v1/pets/1`. Returns why not, and what was fetched. */
async function follow (headers: Record<string, string>, body: unknown) {
  const urls: string[] = []
  const world = new TrialWorld({
    receiver: 'http://127.0.0.1:9/',
    close: async () => {},
    send: async (_world, { url }) => {
      if (url.startsWith('/__admin')) {
        const operation = urls.at(-1)?.startsWith('/v1/pets/') === true ? 'test.getPet' : null
        return { status: 200, headers: {}, body: { requests: [{ operation }] } }
      }
      urls.push(url)
      return { status: url.startsWith('/v1/pets/1') ? 200 : 404, headers: {}, body: {} }
    }
  }, 'try', 'test.Pet')
  if (read === undefined) throw new Error('the document has an operation')
  const request = { method: 'GET', url: '/pets/1?key=k', headers: {}, payload: undefined }
  return { reason: await followLinks({ status: 201, headers, body }, { operation: read, request }, world), urls }
}

t.test('links of the header and of the body are followed, with the query of the credentials', async t => {
  const { reason, urls } = await follow(
    { location: 'http://localhost/v1/pets/1' },
    { self: 'http://localhost:80/v1/pets/1', links: [{ href: 'http://localhost/v1/pets/1' }], site: 'https://a.example/b' }
  )
  t.equal(reason, undefined)
  t.same(urls, ['/v1/pets/1?key=k', '/v1/pets/1?key=k'])
})

t.test('a link that leads to nothing or to another operation is told', async t => {
  for (const path of ['/v1/v1/pets/1', '/pets/1', '/v1/pets/2', '/v1/users/1']) {
    const told = `its link http://localhost${path} does not lead to test.getPet: 404`
    t.equal((await follow({ location: `http://localhost${path}` }, {})).reason, told)
    t.equal((await follow({}, { data: { url: `http://localhost${path}` } })).reason, told)
  }
})
