import t from 'tap'
import { operation, pathId, proposalOf, ref } from './proposal-of.ts'

const Pet = { type: 'object', required: ['id'], properties: { id: { type: 'integer' } } }
const text = { type: 'string' }

/** Returns the body for a pet that is not there, in the form of a schema. */
function missing (schema: Record<string, unknown>): unknown {
  const get = operation(200, ref('Pet'), { parameters: [pathId('id', 'integer')] })
  const content = { 'application/json': { schema } }
  const responses = { ...get.responses as object, 404: { description: 'None.', content } }
  const { resources } = proposalOf({
    '/pets': { post: operation(201, ref('Pet')) },
    '/pets/{id}': { get: { ...get, responses } }
  }, { Pet })
  const read = resources[0]?.operations.find(({ action }) => action === 'read')
  const { else: reply } = read?.declaration.find as { else: { body: unknown } }
  return reply.body
}

const object = (properties: Record<string, unknown>) =>
  ({ type: 'object', required: Object.keys(properties), properties })
const MESSAGE = 'There is no pet {$request.path.id}'

t.test('an error says what is wrong wherever its schema has a place for it', async t => {
  const code = { type: 'string', enum: ['BAD_INPUT', 'PET_NOT_FOUND'] }
  for (const [schema, body] of [
    [object({ message: text }), { message: MESSAGE }],
    [
      object({ title: text, status: { type: 'integer' }, detail: text }),
      { title: 'Not Found', status: 404, detail: MESSAGE }
    ],
    [object({ error: object({ code: text, message: text }) }), { error: { code: 'not_found', message: MESSAGE } }],
    [object({ code, message: text }), { code: 'PET_NOT_FOUND', message: MESSAGE }],
    [object({ ok: { type: 'boolean' }, error: text }), { ok: false, error: MESSAGE }],
    [object({ errors: { type: 'array', items: text } }), { errors: [MESSAGE] }],
    [
      object({ errors: { type: 'array', items: object({ status: text, detail: text }) } }),
      { errors: [{ status: '404', detail: MESSAGE }] }
    ],
    [
      { type: 'array', items: object({ code: text, description: text }) },
      [{ code: 'not_found', description: MESSAGE }]
    ],
    [text, MESSAGE]
  ] as const) t.same(missing(schema), body, JSON.stringify(body))
})
