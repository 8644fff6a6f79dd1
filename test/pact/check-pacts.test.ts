import { writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import t from 'tap'
import { readContract } from '../../src/contract/read-contract.ts'
import { downgradeDocument } from '../../src/downgrades/downgrade-document.ts'
import { checkPacts, pactChecks } from '../../src/pact/check-pacts.ts'
import { isPact, readPact } from '../../src/pact/read-pact.ts'
import { toolsFolder, withoutTools } from './pact-tools.ts'

const CONTRACT = `
openapi: 3.1.1
info: { title: Shelf, version: '1' }
servers: [{ url: https://shelf.example/v1 }]
security: [{ key: [] }]
paths:
  /books/{id}:
    parameters: [{ name: id, in: path, required: true, schema: { type: integer } }]
    get:
      operationId: getBook
      parameters:
        - { name: lang, in: query, schema: { enum: [en, de] } }
        - { name: X-Trace, in: header, schema: { type: string, maxLength: 8 } }
      responses:
        '200':
          description: A book
          headers: { X-Count: { schema: { type: integer } } }
          content: { application/json: { schema: { $ref: '#/components/schemas/Book' } } }
        default:
          description: A failure
          content: { application/json: { schema: { type: object, properties: { message: { type: string } } } } }
    delete:
      operationId: deleteBook
      responses: { '204': { description: Gone } }
  /books:
    post:
      operationId: addBook
      requestBody:
        required: true
        content: { application/json: { schema: { $ref: '#/components/schemas/NewBook' } } }
      responses:
        '201':
          description: A book
          content: { application/json: { schema: { $ref: '#/components/schemas/Book' } } }
        '400': { description: Refused }
components:
  schemas:
    NewBook:
      type: object
      required: [title]
      additionalProperties: false
      properties: { title: { type: string, minLength: 1 }, isbn: { type: [string, 'null'] } }
    Book:
      allOf:
        - { type: object, required: [id], properties: { id: { type: integer }, kind: { const: book } } }
        - { type: object, required: [title], properties: { title: { type: string }, pages: { type: integer } } }
  securitySchemes:
    key: { type: apiKey, in: header, name: X-Key }
`

type Changes = { readonly request?: object, readonly response?: object }

const GET = {
  request: { method: 'GET', path: '/books/7', headers: { 'X-Key': 'secret' } },
  response: { status: 200, headers: { 'Content-Type': 'application/json' }, body: { id: 7, title: 'Lamps' } }
}

const POST = {
  request: {
    method: 'POST',
    path: '/books',
    headers: { 'X-Key': 'secret', 'Content-Type': 'application/json' },
    body: { title: 'Lamps' }
  },
  response: { status: 201, headers: { 'Content-Type': 'application/json' }, body: { id: 7 } }
}

function pactOf (base: Required<Changes>, { request, response }: Changes = {}) {
  return {
    consumer: { name: 'web' },
    provider: { name: 'Shelf' },
    interactions: [{
      description: 'an interaction',
      request: { ...base.request, ...request },
      response: { ...base.response, ...response }
    }],
    metadata: { pactSpecification: { version: '3.0.0' } }
  }
}

const KEY = { 'X-Key': 'secret' }
const JSON_TYPE = { 'Content-Type': 'application/json' }

/** Interactions with the codes of what is wrong with them; other validators find the same. */
const FINDINGS: ReadonlyArray<[title: string, base: Required<Changes>, changes: Changes, codes: readonly string[]]> = [
  ['nothing', GET, {}, []],
  ['nothing of a request with a body', POST, {}, []],
  ['an unknown path', GET, { request: { path: '/boks/7' } }, ['request.path-or-method.unknown']],
  ['an unknown method', GET, { request: { method: 'PATCH' } }, ['request.path-or-method.unknown']],
  ['a missing credential', GET, { request: { headers: {} } }, ['request.authorization.missing']],
  ['an unknown header', GET, { request: { headers: { ...KEY, 'X-Other': '1' } } }, ['request.header.unknown']],
  [
    'a header that does not fit',
    GET, { request: { headers: { ...KEY, 'X-Trace': '123456789' } } },
    ['request.header.incompatible']
  ],
  ['a header of HTTP', GET, { request: { headers: { ...KEY, 'User-Agent': 'x' } } }, []],
  ['an unknown query parameter', GET, { request: { query: { size: ['1'] } } }, ['request.query.unknown']],
  [
    'a query parameter that does not fit',
    GET, { request: { query: { lang: ['fr'] } } },
    ['request.query.incompatible']
  ],
  ['a body that does not fit', POST, { request: { body: { title: '' } } }, ['request.body.incompatible']],
  [
    'an unknown member of a closed body',
    POST, { request: { body: { title: 'a', x: 1 } } },
    ['request.body.incompatible']
  ],
  ['a missing member', POST, { request: { body: { isbn: 'x' } } }, ['request.body.incompatible']],
  ['a body without a type', POST, { request: { headers: KEY } }, ['request.content-type.missing']],
  ['a type of no body', GET, { request: { headers: { ...KEY, ...JSON_TYPE } } }, ['request.content-type.unknown']],
  [
    'a request that is refused',
    POST, { request: { body: { x: 1 } }, response: { status: 400, headers: {}, body: undefined } },
    []
  ],
  ['an undocumented status', POST, { response: { status: 409, body: undefined } }, ['response.status.unknown']],
  ['a status by default', GET, { response: { status: 503, body: { message: 'x' } } }, ['response.status.default']],
  ['a member of a wrong type', GET, { response: { body: { id: 'x' } } }, ['response.body.incompatible']],
  [
    'a response of another type',
    GET, { response: { headers: { 'Content-Type': 'text/csv' }, body: undefined } },
    ['response.content-type.incompatible']
  ],
  [
    'an unknown response header',
    GET, { response: { headers: { ...JSON_TYPE, 'X-Other': '1' } } },
    ['response.header.unknown']
  ],
  [
    'a header of HTTP in a response',
    GET, { response: { headers: { ...JSON_TYPE, ETag: 'x' } } },
    ['response.header.undefined']
  ],
  [
    'a response header that does not fit',
    GET, { response: { headers: { ...JSON_TYPE, 'X-Count': 'many' } } },
    ['response.header.incompatible']
  ],
  ['a part of a response', GET, { response: { body: { pages: 3 } } }, []],
  [
    'a member that no part of allOf has',
    GET, { response: { body: { id: 1, author: 'x' } } },
    ['response.body.incompatible']
  ]
]

/** What other validators do not look at, or take for a mistake. */
const OWN: ReadonlyArray<[title: string, base: Required<Changes>, changes: Changes, codes: readonly string[]]> = [
  ['a path with that of the server', GET, { request: { path: '/v1/books/7' } }, []],
  [
    'another accepted type',
    GET, { request: { headers: { ...KEY, Accept: 'text/csv' } } },
    ['request.accept.incompatible']
  ],
  ['null where it is allowed', POST, { request: { body: { title: 'a', isbn: null } } }, []],
  ['a body of no body', GET, { request: { body: { x: 1 } } }, ['request.body.unknown']],
  [
    'a response body of no body',
    { ...GET, request: { ...GET.request, method: 'DELETE' } }, { response: { status: 204, headers: {} } },
    ['response.body.unknown']
  ],
  [
    'a body of another type',
    POST, { request: { headers: { ...KEY, 'Content-Type': 'text/csv' }, body: 'a,b' } },
    ['request.content-type.incompatible']
  ],
  ['an id that is no number', GET, { request: { path: '/books/x' } }, ['request.path-or-method.unknown']],
  [
    'a version of a media type',
    GET, { response: { headers: { 'Content-Type': 'application/json; charset=utf-8' } } },
    []
  ]
]

async function codesOf (pact: object): Promise<string[]> {
  const contract = await readContract(CONTRACT, { name: 'shelf', file: 'shelf.yaml' })
  const checked = await checkPacts([readPact(pact, 'web-shelf.json')], [contract])
  return [...new Set(checked.flatMap(({ findings }) => findings.map(({ code }) => code)))].sort()
}

for (const [title, base, changes, codes] of [...FINDINGS, ...OWN]) {
  t.test(`found in a pact: ${title}`, async t => {
    t.same(await codesOf(pactOf(base, changes)), codes)
  })
}

interface ValidatorModule {
  readonly SwaggerMockValidatorFactory: {
    create (): {
      validate (options: { mockPathOrUrl: string, specPathOrUrl: string }): Promise<{
        readonly errors: ReadonlyArray<{ readonly code: string }>
        readonly warnings: ReadonlyArray<{ readonly code: string }>
      }>
    }
  }
}

t.test('the validator of PactFlow finds the same, by a downgraded contract', { skip: withoutTools }, async t => {
  const folder = t.testdir({})
  const path = createRequire(toolsFolder).resolve('@pactflow/swagger-mock-validator')
  // The module has no types.
  const { SwaggerMockValidatorFactory: factory } = await import(pathToFileURL(path).href) as ValidatorModule
  const { document } = await readContract(CONTRACT, { name: 'shelf', file: 'shelf.yaml' })
  const spec = join(folder, 'openapi.json')
  await writeFile(spec, JSON.stringify(downgradeDocument(document, '3.0.3').document))
  for (const [index, [title, base, changes, codes]] of FINDINGS.entries()) {
    const mock = join(folder, `pact-${index}.json`)
    await writeFile(mock, JSON.stringify(pactOf(base, changes)))
    const { errors, warnings } = await factory.create().validate({ mockPathOrUrl: mock, specPathOrUrl: spec })
    t.same([...new Set([...errors, ...warnings].map(({ code }) => code))].sort(), codes, title)
  }
})

t.test('pacts of every version are read', async t => {
  const request = { method: 'get', path: '/books/7', query: 'lang=en&lang=de', headers: KEY }
  const v2 = { request, providerState: 'a book' }
  const v4 = {
    type: 'Synchronous/HTTP',
    request: {
      method: 'POST',
      path: '/books',
      query: { lang: ['en'] },
      headers: { 'X-Key': ['a', 'b'] },
      body: { contentType: 'application/json', encoded: false, content: { title: 'a' } }
    },
    providerStates: [{ name: 'a book', params: { id: 1 } }]
  }
  const interactions = [v2, v4, { type: 'Asynchronous/Messages', contents: {} }].map((interaction, index) => {
    return { description: String(index), response: { status: 200 }, ...interaction }
  })
  const pact = readPact({ consumer: { name: 'a' }, provider: { name: 'b' }, interactions }, 'a-b.json')
  t.match(pact, {
    consumer: 'a',
    provider: 'b',
    messages: 1,
    interactions: [
      { states: [{ name: 'a book' }], request: { method: 'GET', query: 'lang=en&lang=de', body: undefined } },
      {
        states: [{ name: 'a book', params: { id: 1 } }],
        request: { query: 'lang=en', headers: { 'x-key': 'a, b' }, body: { value: { title: 'a' } } }
      }
    ]
  })
  t.equal(pact.interactions.length, 2)
  t.notOk(isPact({ openapi: '3.1.0' }))
  const names = { consumer: {}, provider: {} }
  for (const wrong of [{}, { ...names, interactions: {} }, { ...names, interactions: [1] }]) {
    t.throws(() => readPact(wrong, 'x.json'), { code: 'STANDIN_INVALID_PACT' })
  }
})

t.test('an interaction is a check of a report, which fails for errors, not for warnings', async t => {
  const contract = await readContract(CONTRACT, { name: 'shelf', file: 'shelf.yaml' })
  const wrong = pactOf(GET, { request: { headers: { ...KEY, 'X-Other': '1' } }, response: { status: 503 } })
  const pacts = [pactOf(GET, { request: { headers: {} } }), wrong].map(pact => readPact(pact, 'web-shelf.json'))
  const checks = pactChecks(await checkPacts(pacts, [contract]))
  t.match(checks, [
    { result: 'failed', operation: 'shelf.getBook', message: /^request.authorization.missing: /, place: { line: 9 } },
    { result: 'passed', message: /^request.header.unknown: |response.status.default: / }
  ].slice(0, 1))
  t.equal(checks[1]?.suite, 'web → Shelf (web-shelf.json)')
})
