import { join } from 'node:path'
import t from 'tap'
import { startStandin } from '../start-standin.ts'
import { addExport, tryToAdd } from '../providers/mews-exports.ts'
import { journalOf } from './start-with.ts'

/** A document of things with files. */
const FILED = {
  openapi: '3.1.0',
  info: { title: 'Things', version: '1' },
  'x-standin': {
    resources: {
      Thing: {
        id: { member: 'id', format: 'integer' },
        status: { member: 'status', running: ['running'] },
        lifecycles: { success: [{ running: 'PT5S' }, 'ready'] },
        files: { name: 'rows.csv', rows: 'things/rows/rows.csv', mediaType: 'text/csv', while: ['ready'] }
      }
    }
  },
  paths: {
    '/things': {
      post: {
        responses: { 201: { description: '' } },
        'x-standin': { create: { type: 'Thing' }, reply: { status: 201 } }
      }
    },
    '/things/{id}/file': {
      get: {
        parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'integer' } }],
        responses: {
          200: { description: '', content: { 'text/csv': {} } },
          403: {
            description: '',
            content: {
              'application/json': {
                schema: { type: 'object', required: ['reason'], properties: { reason: { type: 'string' } } }
              }
            }
          },
          404: { description: '' }
        },
        'x-standin': {
          find: { type: 'Thing', id: '$request.path.id', else: { status: 404 } },
          reply: { status: 200, body: { $file: 0 } }
        }
      }
    }
  }
}

const CLAIMS = '/api/v2/exports/export_claims'

t.test('a body that is too large is refused in the words of the API, with its headers', async t => {
  const { send } = await startStandin(t, { bodyLimit: 100 })
  const answer = await send('POST', CLAIMS, { uuid: 'x'.repeat(100) })

  t.equal(answer.statusCode, 413)
  t.equal(answer.body, '{"status":413,"error":"Payload Too Large"}')
  t.match(answer.headers, {
    'x-frame-options': 'SAMEORIGIN',
    'x-request-id': /^[0-9a-f-]{36}$/,
    'x-runtime': /^\d+\.\d{6}$/
  })
})

t.test('a world that is full says so, and names the option', async t => {
  const standin = await startStandin(t, { maxResources: 1 })
  await standin.seed('mews.Export', '3fa85f64-5717-4562-b3fd-2c963f66afa6', { members: { EntityType: 'Payment' } })
  const full = await tryToAdd(standin)

  t.equal(full.statusCode, 507)
  t.match(full.json(), { code: 'STANDIN_RESOURCES_FULL', detail: '--max-resources' })
  t.match((await journalOf(standin)).at(-1), { operation: 'mews.addExport', response: { status: 507 } })
})

t.test('where requests have filled a world, the oldest of what they created makes room', async t => {
  const standin = await startStandin(t, { maxResources: 2 })
  for (const EntityType of ['OrderItem', 'Payment', 'Customer']) t.ok((await addExport(standin, EntityType)).Id)

  t.equal((await standin.admin('GET', '/resources/mews.Export')).json().resources.length, 2)
})

t.test('a file that cannot be downloaded yet is refused in the words of the API', async t => {
  const folder = t.testdir({
    'things.json': JSON.stringify(FILED),
    fixtures: { things: { rows: { 'rows.csv': 'a\n' } } }
  })
  const { advance, send } = await startStandin(t, {
    openapi: [join(folder, 'things.json')],
    fixtures: join(folder, 'fixtures')
  })
  t.equal((await send('POST', '/things')).statusCode, 201)
  const refused = await send('GET', '/things/1/file')
  t.equal(refused.statusCode, 403)
  t.same(Object.keys(refused.json()), ['reason'])
  await advance('PT5S')
  t.equal((await send('GET', '/things/1/file')).body, 'a\n')
})
