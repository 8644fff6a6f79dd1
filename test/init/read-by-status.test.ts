import t from 'tap'
import { declarationsOf, pathId, proposalOf, ref } from './proposal-of.ts'

const Job = {
  type: 'object',
  required: ['id', 'status'],
  properties: { id: { type: 'string' }, status: { type: 'string', enum: ['queued', 'running', 'done', 'failed'] } }
}
const content = { 'application/json': { schema: ref('Job') } }
const shown = { description: 'The job.', content }
const location = { Location: { schema: { type: 'string' } } }
const csv = { 200: { description: 'It.', content: { 'text/csv': {} } } }

function declare (responses: Record<string, unknown>, create: Record<string, unknown> = { 202: shown }, name = 'X') {
  const parameters = [pathId('id')]
  const header = { name, in: 'header', schema: { type: 'string' } }
  return declarationsOf(proposalOf({
    '/jobs': { post: { parameters: [header], responses: create } },
    '/jobs/{id}': { get: { parameters, responses } },
    '/jobs/{id}/result': { get: { parameters, responses: csv } }
  }, { Job })).operations
}

t.test('a job that is polled is accepted while it runs, where that is documented', async t => {
  t.same(declare({ 200: shown, 202: shown })['GET /jobs/{id}']?.reply, {
    status: 200,
    body: '$resource',
    while: { queued: 'whileJob', running: 'whileJob' }
  })
  t.same(declare({ 200: shown })['GET /jobs/{id}']?.reply, { status: 200, body: '$resource' })
})

t.test('a job that is done leads to its result, where that is documented', async t => {
  t.same(declare({ 200: shown, 303: { description: 'Done.', headers: location } })['GET /jobs/{id}']?.reply, {
    status: 200,
    body: '$resource',
    while: { done: { status: 303, headers: { Location: '{$server.url}/jobs/{$id}/result' } } }
  })
  t.notMatch(declare({ 200: shown, 303: { description: 'No link.' } })['GET /jobs/{id}'], { reply: { while: {} } })
})

t.test('a creation waits for its job unless the client prefers not to, where both are documented', async t => {
  const both = { 200: shown, 202: { ...shown, headers: location } }
  t.same(declare({ 200: shown }, both, 'Prefer')['POST /jobs'], {
    create: { type: 'Job' },
    async: { reply: { status: 202, headers: { Location: '{$server.url}/jobs/{$id}' }, body: '$resource' } },
    reply: { status: 200, body: '$resource' }
  })
  t.notOk(declare({ 200: shown }, both)['POST /jobs']?.async)
  t.notOk(declare({ 200: shown }, { 202: shown }, 'Prefer')['POST /jobs']?.async)
})
