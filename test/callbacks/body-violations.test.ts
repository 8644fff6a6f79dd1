import t from 'tap'
import { bodyViolations } from '../../src/callbacks/body-violations.ts'
import { encodeBody } from '../../src/callbacks/encode-body.ts'
import type { RequestBody } from '../../src/contract/contract.ts'
import { parseContract } from '../../src/contract/parse-contract.ts'

const SCHEMA = {
  type: 'object',
  required: ['file'],
  properties: {
    file: {
      type: 'object',
      required: ['id'],
      properties: { id: { type: 'integer' }, done: { type: 'boolean' } }
    }
  },
  additionalProperties: false
}

function declare (name: string, required = true): RequestBody | undefined {
  const requestBody = { required, content: { [name]: { schema: SCHEMA } } }
  const {
    operations: [operation]
  } = parseContract(
    JSON.stringify({
      openapi: '3.1.0',
      info: { title: 'Files', version: '1' },
      paths: {
        '/files': { post: { requestBody, responses: { 200: { description: 'It is so.' } } } }
      }
    }),
    { file: 'files.json', name: 'files' }
  )
  return operation?.body
}

const FORM = 'application/x-www-form-urlencoded'

const CASES: ReadonlyArray<
  readonly [mediaType: string, value: unknown, messages: readonly string[]]
> = [
  ['application/json', { file: { id: 7, done: true } }, []],
  ['application/json', { file: { id: '7' } }, ['body /file/id must be an integer, but is "7"']],
  [
    'application/json',
    { more: 1 },
    ['body /file is required, but is missing', 'body /more must not be present, but is 1']
  ],
  ['application/json', undefined, ['body is required, but is missing']],
  [FORM, { file: { id: 7, done: true } }, []],
  [FORM, { file: { id: 'seven' } }, ['body /file/id must be an integer, but is "seven"']],
  ['text/plain', 'anything', []],
  ['application/octet-stream', 'anything', []]
]

for (const [mediaType, value, messages] of CASES) {
  t.test(`${JSON.stringify(value)} as ${mediaType} has ${messages.length} violations`, async t => {
    const declared = declare(mediaType)
    t.strictSame(
      bodyViolations(encodeBody(value, declared), declared).map(({ message }) => message),
      messages
    )
  })
}

t.test('a body may be left out where it is not required', async t => {
  t.same(bodyViolations(undefined, declare('application/json', false)), [])
  t.same(bodyViolations(undefined, undefined), [])
})

t.test('a callback that declares no body must not have one', async t => {
  t.match(bodyViolations(encodeBody({ a: 1 }, undefined), undefined), [
    { in: 'body', rule: 'body', expected: 'be empty' }
  ])
})
