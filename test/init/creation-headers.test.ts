import t from 'tap'
import { declarationsOf, operation, pathId, proposalOf, ref } from './proposal-of.ts'

const Job = {
  type: 'object',
  required: ['id', 'status'],
  properties: { id: { type: 'string' }, status: { type: 'string', enum: ['queued', 'done'] } }
}
const headers = (...names: string[]) => Object.fromEntries(names.map(name => [name, { schema: { type: 'string' } }]))

t.test('documented headers of a job protocol and keys of repeated requests are taken up', async t => {
  const content = { 'application/json': { schema: ref('Job') } }
  const started = { description: 'Begun.', content, headers: headers('Operation-Location', 'retry-after') }
  const { operations } = declarationsOf(proposalOf({
    '/jobs': {
      post: {
        parameters: [{ name: 'Idempotency-Key', in: 'header', required: true, schema: { type: 'string' } }],
        responses: { 202: started }
      }
    },
    '/jobs/{id}': {
      parameters: [pathId('id')],
      get: { responses: { 200: { description: 'The job.', content, headers: headers('Retry-After') } } }
    }
  }, { Job }))
  t.same(operations['POST /jobs'], {
    idempotent: { by: '$request.header.Idempotency-Key' },
    create: { type: 'Job' },
    reply: {
      status: 202,
      headers: { 'Operation-Location': '{$server.url}/jobs/{$id}', 'Retry-After': '$status.left' },
      body: '$resource'
    }
  })
  t.match(operations['GET /jobs/{id}'], { reply: { headers: { 'Retry-After': '$status.left' } } })
})

t.test('nothing is added that the document does not have', async t => {
  const { operations } = declarationsOf(proposalOf({
    '/jobs': { post: operation(202, ref('Job')) },
    '/jobs/{id}': { parameters: [pathId('id')], get: operation(200, ref('Job')) }
  }, { Job }))
  t.same(operations['POST /jobs'], { create: { type: 'Job' }, reply: { status: 202, body: '$resource' } })
  t.same(Object.keys(operations['GET /jobs/{id}']?.reply ?? {}), ['status', 'body'])
})
