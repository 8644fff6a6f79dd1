import t from 'tap'
import { parse } from 'yaml'
import { overlayText } from '../../src/init/overlay-text.ts'
import { operation, pathId, proposalOf, ref } from './proposal-of.ts'

type Json = Record<string, unknown>

const Job = {
  type: 'object',
  required: ['id', 'status'],
  properties: { id: { type: 'string' }, status: { type: 'string', enum: ['queued', 'done', 'failed', 'cancelled'] } }
}
const NEW = { type: 'object', properties: { hook: { type: 'string', format: 'uri' } } }

function message (schema: Json): Json {
  const requestBody = { content: { 'application/json': { schema } } }
  return { post: { requestBody, responses: { 200: { description: 'Taken.' } } } }
}

/** Returns the `x-standin` of messages, by the target in the overlay, and what is left out. */
function declare (callbacks: Json, webhooks: Json = {}, item: Json = Job): { written: Json, leftOut: string[] } {
  const proposal = proposalOf({
    '/jobs': { post: operation(202, ref('Job'), { body: NEW, callbacks }) },
    '/jobs/{id}': { get: operation(200, ref('Job'), { parameters: [pathId('id')] }) }
  }, { Job: item }, { webhooks })
  const names = { document: 'a.yaml', extends: 'a.yaml', overlay: 'b.yaml', api: 'test', schema: 's' }
  const { actions } = parse(overlayText(proposal, names)) as { actions: Array<{ target: string, update: Json }> }
  const messages = actions.filter(({ target }) => /callbacks|webhooks/.test(target))
  return {
    written: Object.fromEntries(messages.map(({ target, update }) => [target, update['x-standin']])),
    leftOut: proposal.leftOut.map(({ operation: { path }, reason }) => `${path}: ${reason}`)
  }
}

t.test('a callback is sent at the statuses that its name or its body speaks of', async t => {
  const told = (name: string, schema: Json = ref('Job')) => {
    const { written } = declare({ [name]: { '{$request.body#/hook}': message(schema) } })
    return written[`$.paths['/jobs'].post.callbacks.${name}['{$request.body#/hook}'].post`]
  }
  t.same(told('jobFailed'), { when: ['failed'], body: '$resource' })
  t.same(told('onFinished'), { when: ['done', 'failed', 'cancelled'], body: '$resource' })
  t.same(told('statusChanged'), { when: ['queued', 'done', 'failed', 'cancelled'], body: '$resource' })
  const event = { type: 'string', enum: ['job.done', 'job.failed'] }
  t.same(told('ended', { type: 'object', required: ['event'], properties: { event, job: ref('Job') } }), {
    when: ['done', 'failed'],
    body: {
      job: '$resource',
      event: { $choose: '$status', of: { done: 'job.done', failed: 'job.failed' }, else: 'job.done' }
    }
  })
})

t.test('the members around a resource are those of the event', async t => {
  const properties = {
    id: { type: 'string', format: 'uuid' },
    type: { type: 'string' },
    timestamp: { type: 'integer' },
    data: ref('Job'),
    attempt: { type: 'integer', example: 3 }
  }
  const schema = { type: 'object', required: ['id', 'type', 'timestamp', 'data', 'attempt'], properties }
  t.same(declare({}, { 'job.done': message(schema) }).written, {
    "$.webhooks['job.done'].post": {
      of: 'Job',
      when: ['done'],
      body: { data: '$resource', id: '$event.id', type: 'job.done', timestamp: '$now.epochSeconds', attempt: 3 }
    }
  })
})

t.test('a webhook tells of what a request does, or of nothing that is proposed', async t => {
  const Thing = { type: 'object', required: ['id'], properties: { id: { type: 'string' } } }
  const about = (name: string, schema: Json = ref('Job')) =>
    Object.values(declare({}, { [name]: message(schema) }, Thing).written)
  t.same(about('jobCreated'), [{ of: 'Job', on: ['created'], body: '$resource' }])
  t.same(about('jobDeleted'), [{ of: 'Job', on: ['deleted'], body: '$resource' }])
  t.same(about('anything'), [{ of: 'Job', on: ['created', 'changed'], body: '$resource' }])
  t.same(about('userJoined', { type: 'object', properties: { userId: { type: 'string' } } }), [])
})

t.test('a callback whose URL no request names, or without a job, is left out', async t => {
  const fixed = { done: { 'http://here.test/': message(ref('Job')) } }
  t.match(declare(fixed).leftOut, [/^done, a callback of POST \/jobs: no request names its URL/])
  const named = { done: { '{$request.body#/hook}': message(ref('Job')) } }
  const Thing = { type: 'object', required: ['id'], properties: { id: { type: 'string' } } }
  t.match(declare(named, {}, Thing).leftOut, [/it has none of a job$/])
})
