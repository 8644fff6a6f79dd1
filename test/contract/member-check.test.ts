import t from 'tap'
import type { Contract } from '../../src/contract/contract.ts'
import { readContract } from '../../src/contract/read-contract.ts'

const INFO = { title: 'Shop', version: '1' }

async function read (document: object): Promise<Contract> {
  return await readContract(JSON.stringify(document), { file: 'shop.json', name: 'shop' })
}

/** Returns the warnings about a document, each as its pointer and message, sorted. */
async function warningsOf (document: object): Promise<string[]> {
  const { warnings } = await read(document)
  return warnings.map(({ message, pointer }) => `${pointer} ${message}`).sort()
}

/** Returns a document of OpenAPI 3.1 with an operation. */
function withOperation (operation: object, others: object = {}): object {
  return { openapi: '3.1.0', info: INFO, paths: { '/pets': { get: operation } }, ...others }
}

function withSchema (schema: object, openapi = '3.1.0'): object {
  return { openapi, info: INFO, paths: {}, components: { schemas: { Pet: schema } } }
}

const GET = '/paths/~1pets/get'
const PET = '/components/schemas/Pet'
const OK = { 200: { description: 'It.' } }

const MISSPELLED: Array<[title: string, document: object, warnings: string[]]> = [
  [
    'of the document',
    { openapi: '3.1.0', info: INFO, paths: {}, component: {} },
    ['/component unknown member "component", did you mean "components"?']
  ],
  [
    'of its info',
    { openapi: '3.1.0', info: { ...INFO, licence: { name: 'MIT' }, contact: { mail: 'a@example.com' } }, paths: {} },
    [
      '/info/contact/mail unknown member "mail", did you mean "email"?',
      '/info/licence unknown member "licence", did you mean "license"?'
    ]
  ],
  [
    'of a server, and of its variables',
    withOperation(
      { responses: OK },
      { servers: [{ URL: '/', variables: { 'a/b': { defualt: 'x' } } }] }
    ),
    [
      '/servers/0/variables/a~1b/defualt unknown member "defualt", did you mean "default"?',
      '/servers/0/URL unknown member "URL", did you mean "url"?'
    ]
  ],
  [
    'of an operation',
    withOperation({ operationID: 'listPets', reponses: {}, responses: OK }),
    [
      `${GET}/operationID unknown member "operationID", did you mean "operationId"?`,
      `${GET}/reponses unknown member "reponses", did you mean "responses"?`
    ]
  ],
  [
    'of a path item in a callback',
    withOperation({ responses: OK, callbacks: { done: { '{$request.body#/url}': { pots: {}, sumary: 'x' } } } }),
    [
      `${GET}/callbacks/done/{$request.body#~1url}/pots unknown method "pots", did you mean "post"?`,
      `${GET}/callbacks/done/{$request.body#~1url}/sumary unknown member "sumary", did you mean "summary"?`
    ]
  ],
  [
    'of a parameter, a response, a header, a link, an example and a media type',
    withOperation({
      parameters: [{ name: 'a', in: 'query', requierd: true, schema: {} }],
      responses: {
        200: {
          description: 'It.',
          heders: {},
          headers: { 'x-a': { shema: {} } },
          links: { next: { operationid: 'x' } },
          content: { 'text/csv': { exmaple: '', examples: { a: { vlaue: '' } } } }
        }
      }
    }),
    [
      `${GET}/responses/200/heders unknown member "heders", did you mean "headers"?`,
      `${GET}/responses/200/links/next/operationid unknown member "operationid", did you mean "operationId"?`,
      `${GET}/responses/200/content/text~1csv/exmaple unknown member "exmaple", did you mean "example"?`,
      `${GET}/responses/200/content/text~1csv/examples/a/vlaue unknown member "vlaue", did you mean "value"?`,
      `${GET}/responses/200/headers/x-a/shema unknown member "shema", did you mean "schema"?`,
      `${GET}/parameters/0/requierd unknown member "requierd", did you mean "required"?`
    ]
  ],
  [
    'of a security scheme',
    {
      openapi: '3.1.0',
      info: INFO,
      paths: {},
      components: {
        securitySchemes: { a: { type: 'oauth2', flows: { password: { tokenURL: '/token', scopes: {} } } } }
      }
    },
    ['/components/securitySchemes/a/flows/password/tokenURL unknown member "tokenURL", did you mean "tokenUrl"?']
  ],
  [
    'of a schema',
    withSchema({ requried: ['a'], properties: { requried: { minlength: 3 } }, discriminator: { property: 'a' } }),
    [
      `${PET}/discriminator/property unknown member "property", did you mean "propertyName"?`,
      `${PET}/requried unknown keyword "requried", did you mean "required"?`,
      `${PET}/properties/requried/minlength unknown keyword "minlength", did you mean "minLength"?`
    ]
  ],
  [
    'of declarations',
    withOperation({ responses: OK, 'x-stadnin': {}, 'x-mode': {}, 'x-standby': {} }, { standin: {} }),
    [
      '/standin unknown member "standin", did you mean "x-standin"?',
      `${GET}/x-stadnin unknown word "x-stadnin", did you mean "x-standin"?`
    ]
  ],
  [
    'of a Swagger 2.0 document',
    {
      swagger: '2.0',
      info: INFO,
      basepath: '/v1',
      paths: {
        '/pets': {
          post: {
            consume: ['text/csv'],
            parameters: [{ name: 'a', in: 'body', schema: { type: 'strng' } }, { name: 'b', in: 'query', type: 'int' }],
            responses: { 200: { description: 'It.', shema: {} } }
          }
        }
      }
    },
    [
      '/basepath unknown member "basepath", did you mean "basePath"?',
      '/paths/~1pets/post/consume unknown member "consume", did you mean "consumes"?',
      '/paths/~1pets/post/responses/200/shema unknown member "shema", did you mean "schema"?',
      '/paths/~1pets/post/parameters/1/type "type" must be string, number, integer, boolean, object, array or null, ' +
        'but is "int": did you mean "integer"?',
      '/paths/~1pets/post/parameters/0/schema/type "type" must be string, number, integer, boolean, object, array or ' +
        'null, but is "strng": did you mean "string"?'
    ]
  ]
]

for (const [title, document, warnings] of MISSPELLED) {
  t.test(`misspelled members are reported with the nearest: ${title}`, async t => {
    t.same(await warningsOf(document), warnings.toSorted())
  })
}

const ELSEWHERE: Array<[title: string, document: object, warning: string]> = [
  [
    'a host',
    { openapi: '3.1.0', info: INFO, paths: {}, host: 'example.com' },
    '/host unknown member "host": the address belongs in "servers"'
  ],
  [
    'schemas',
    { openapi: '3.1.0', info: INFO, paths: {}, schemas: {} },
    '/schemas unknown member "schemas": it belongs in "components"'
  ],
  [
    'security of a path',
    { openapi: '3.1.0', info: INFO, paths: { '/pets': { security: [] } } },
    '/paths/~1pets/security unknown member "security": it belongs in each operation'
  ],
  [
    'the schema of a response',
    withOperation({ responses: { 200: { description: 'It.', schema: {} } } }),
    `${GET}/responses/200/schema unknown member "schema": it belongs under a media type in "content"`
  ],
  [
    'the type of a parameter',
    withOperation({ parameters: [{ name: 'a', in: 'query', schema: {}, type: 'string' }], responses: OK }),
    `${GET}/parameters/0/type unknown member "type": it belongs under "schema"`
  ],
  [
    'a property',
    withSchema({ type: 'object', name: { type: 'string' } }),
    `${PET}/name unknown keyword "name": a property belongs under "properties"`
  ]
]

for (const [title, document, warning] of ELSEWHERE) {
  t.test(`the place of a member is named where it belongs elsewhere: ${title}`, async t => {
    t.same(await warningsOf(document), [warning])
  })
}

t.test('a keyword of another vocabulary is unknown up to OpenAPI 3.0 only', async t => {
  t.same(await warningsOf(withSchema({ note: 'x', unit: 'm' })), [])
  t.same(await warningsOf(withSchema({ unit: 'm' }, '3.0.3')), [
    `${PET}/unit unknown keyword "unit": a keyword of your own begins with "x-"`
  ])
})

const MISSING: Array<[title: string, document: object, warning: string]> = [
  ['paths', { openapi: '3.0.3', info: INFO }, ' the document needs "paths"'],
  [
    'paths, components or webhooks',
    { openapi: '3.1.0', info: INFO },
    ' the document needs "paths", "components" or "webhooks"'
  ],
  ['url', withOperation({ responses: OK }, { servers: [{}] }), '/servers/0 the server needs "url"'],
  ['name', withOperation({ responses: OK }, { tags: [{}] }), '/tags/0 the tag needs "name"'],
  [
    'responses',
    { ...withOperation({}), openapi: '3.0.3' },
    `${GET} the operation needs "responses"`
  ],
  ['description', withOperation({ responses: { 200: {} } }), `${GET}/responses/200 the response needs "description"`],
  [
    'value',
    withOperation({ responses: OK }, { components: { examples: { a: { id: 1, number: 2 } } } }),
    '/components/examples/a the example needs "value", which holds the example itself'
  ],
  [
    'scheme',
    withOperation({ responses: OK }, { components: { securitySchemes: { a: { type: 'http' } } } }),
    '/components/securitySchemes/a the security scheme needs "scheme"'
  ],
  ['items', withSchema({ type: 'array' }, '3.0.3'), `${PET} an array needs "items"`],
  [
    'required',
    {
      openapi: '3.1.0',
      info: INFO,
      paths: {
        '/pets/{id}': { get: { parameters: [{ name: 'id', in: 'path', schema: {} }], responses: OK } }
      }
    },
    '/paths/~1pets~1{id}/get/parameters/0 a path parameter needs "required: true"'
  ]
]

for (const [name, document, warning] of MISSING) {
  t.test(`a required member that is missing is reported: ${name}`, async t => {
    t.same(await warningsOf(document), [warning])
  })
}

t.test('what a later version does not require may be missing', async t => {
  t.same(await warningsOf(withOperation({})), [])
  t.same(await warningsOf(withSchema({ type: 'array' })), [])
  t.same(await warningsOf({ ...withOperation({ responses: { 200: {} } }), openapi: '3.2.0' }), [])
})

const TYPES: Array<[type: unknown, near: string]> = [
  ['strng', 'string'], ['Integer', 'integer'], ['int', 'integer'], ['bool', 'boolean'], ['date', 'string'],
  [['string', 'nul'], 'null']
]

for (const [type, near] of TYPES) {
  t.test(`the type ${JSON.stringify(type)} is unknown, and "${near}" is meant`, async t => {
    t.match(await warningsOf(withSchema({ type })), [
      new RegExp(`^${PET}/type "type" must be string, number, .* or null, but is ".*": did you mean "${near}"\\?$`)
    ])
  })
}

t.test('what OpenAPI knows is not reported', async t => {
  const document = withOperation(
    {
      'x-mode': 1,
      deprecated: true,
      security: [],
      servers: [{ url: '/', name: 'one' }],
      externalDocs: { url: '/docs' },
      responses: { ...OK, 'x-shown': 3 },
      requestBody: { content: { 'multipart/form-data': { encoding: { a: { contentType: 'text/csv' } } } } }
    },
    {
      jsonSchemaDialect: 'https://spec.openapis.org/oas/3.1/dialect/base',
      components: {
        schemas: {
          Pet: { properties: { 'x-a': {}, requried: {} }, xml: { name: 'pet' }, $comment: 'x', nullable: true }
        },
        securitySchemes: { a: { $ref: '#/components/securitySchemes/b' }, b: { type: 'mutualTLS' } },
        parameters: { 'X-Page': { name: 'X-Page', in: 'header', schema: { example: { requried: 1 } } } }
      }
    }
  )
  t.same(await warningsOf(document), [])
})
