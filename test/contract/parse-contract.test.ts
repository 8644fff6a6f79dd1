import t from 'tap'
import type { Test } from 'tap'
import { parseContract } from '../../src/contract/parse-contract.ts'
import { formatProblem, sortProblems } from '../../src/documents/problem.ts'

const parse = (text: string) => parseContract(text, { file: 'openapi/shop.yaml', name: 'shop' })

const HEAD = 'openapi: 3.1.0\ninfo: { title: Shop, version: "1" }\n'

/** What keeps a document from being served, a line each. */
function errorsOf (text: string): string[] {
  try {
    parse(text)
    return []
  } catch (error) {
    return error instanceof Error ? error.message.split('\n') : []
  }
}

/** What is wrong with a document that is served, a line each. */
function warningsOf (text: string): string[] {
  return [...new Set(sortProblems(parse(text).warnings).map(formatProblem))]
}

t.test('a document becomes a contract, whether YAML or JSON', async t => {
  const yaml = parse(
    `${HEAD}paths:
  /orders: { get: { operationId: listOrders, responses: { "200": { description: All of them } } } }`
  )
  const json = parse(JSON.stringify(yaml.document, undefined, 2))
  for (const { name, file, operations } of [yaml, json]) {
    t.same([name, file], ['shop', 'openapi/shop.yaml'])
    t.same(
      operations.map(({ id, method, path, pointer }) => [id, method, path, pointer]),
      [['shop.listOrders', 'GET', '/orders', '/paths/~1orders/get']]
    )
  }
})

t.test('a pointer has a place in the text, or its nearest parent has', async t => {
  const text = `${HEAD}paths:
  /orders/{id}:
    get:
      parameters:
        - { name: id, in: path, schema: {} }
        - name: limit
          in: query
          schema: {}
`
  const json = '{\n  "openapi": "3.1.0",\n  "paths": {\n    "/orders": {\n      "get": {}\n    }\n  }\n}'
  const { locate } = parse(text)
  t.same(locate(''), { line: 1, column: 1 })
  t.same(locate('/paths/~1orders~1{id}'), { line: 4, column: 3 })
  t.same(locate('/paths/~1orders~1{id}/get/parameters/1/in'), { line: 9, column: 11 })
  t.same(locate('/paths/~1orders~1{id}/get/parameters/1'), { line: 8, column: 11 })
  t.same(locate('/paths/~1orders~1{id}/put/x'), { line: 4, column: 3 })
  t.same(parse(json).locate('/paths/~1orders/get'), { line: 5, column: 7 })
})

t.test('an alias of YAML is what it stands for', async t => {
  const { operations, locate } = parse(
    `${HEAD}x: &ok { description: Fine }
paths:
  /a:
    get: { responses: { "200": *ok, "201": { <<: *ok, x-more: 1 } } }
`
  )
  t.same(
    operations[0]?.responses.map(({ status, description }) => [status, description]),
    [
      ['200', 'Fine'],
      ['201', 'Fine']
    ]
  )
  t.same(locate('/paths/~1a/get/responses/200/description'), { line: 3, column: 10 })
})

const WRONG: Array<[title: string, text: string, problems: RegExp[]]> = [
  ['no YAML', 'openapi: [3.1.0\npaths: {}', [/^openapi\/shop.yaml:\d+:\d+ is not YAML: /]],
  [
    'the same key twice',
    `${HEAD}paths: {}\npaths: {}\n`,
    [/^openapi\/shop.yaml:4:1 is not YAML: Map keys must be unique/]
  ],
  [
    'no JSON',
    '{\n  "openapi": "3.1.0",,\n}',
    [
      /^openapi\/shop.yaml:2:22 is not JSON: expected a member's name in double quotes, but found ","$/
    ]
  ],
  [
    'nothing',
    '',
    [
      /^openapi\/shop.yaml:1:1 is not an OpenAPI document: expected an object with "openapi", but found nothing$/
    ]
  ],
  ['a list', '[]', [/but found a list$/]],
  [
    'another kind of document',
    'name: x',
    [
      /1:1 is not an OpenAPI document: "openapi" is missing; Swagger 2.0 and OpenAPI 3.0, 3.1 and 3.2 are supported, as in "openapi: 3.1.0"$/
    ]
  ],
  [
    'a version that is not known',
    'openapi: 4.0.0\npaths: {}',
    [/1:1 the OpenAPI version "4.0.0" is not supported; Swagger 2.0 and OpenAPI 3.0/]
  ],
  ['Swagger before 2.0', 'swagger: "1.2"', [/1:1 the Swagger version "1.2" is not supported/]]
]

const FAULTY: typeof WRONG = [
  ['no info', 'openapi: 3.1.0\npaths: {}', [/1:1 needs "info", an object with "title" and "version"$/]],
  ['info that is text', 'openapi: 3.1.0\ninfo: Shop\npaths: {}', [/2:1 needs "info", an object/]],
  [
    'a title that is missing, and a version that is a list',
    'openapi: 3.1.0\ninfo: { version: [1] }\npaths: {}',
    [/2:1 needs "title"$/, /2:9 "version" must be text$/]
  ],
  ['no paths', `${HEAD}paths: []`, [/3:1 must be an object that holds a path item for each path$/]],
  [
    'an unknown method',
    `${HEAD}paths:\n  /a:\n    pots: {}\n`,
    [/5:5 unknown method "pots", did you mean "post"\?/]
  ],
  [
    'an operationId used twice',
    `${HEAD}paths:\n  /a: { get: { operationId: x }, put: { operationId: x } }\n`,
    [/4:41 the operationId "x" is used by GET \/a as well: give each operation its own$/]
  ],
  [
    'two templates that are the same',
    `${HEAD}paths:
  /{a}: { get: { parameters: [{ name: a, in: path, required: true, schema: {} }] } }
  /{b}: { get: { parameters: [{ name: b, in: path, required: true, schema: {} }] } }
`,
    [/5:11 GET \/{b} has the same template as GET \/{a}/]
  ],
  [
    'a dangling reference',
    `${HEAD}paths:
  /a: { get: { responses: { "200": { $ref: "#/components/responses/Fine" } } } }
components: { responses: { Fine1: { description: x } } }
`,
    [
      /4:38 the reference "#\/components\/responses\/Fine" leads nowhere, so it is left out, did you mean "#\/components\/responses\/Fine1"\?$/
    ]
  ],
  [
    'a reference to another file',
    `${HEAD}paths:\n  /a: { $ref: "other.yaml#/a" }\n`,
    [/4:9 the reference "other.yaml#\/a" leaves the document, so it is left out; references must begin with "#\/"$/]
  ],
  [
    'a path parameter that is not declared',
    `${HEAD}paths:\n  /a/{id}: { get: { parameters: [{ name: di, in: path, required: true, schema: {} }] } }\n`,
    [
      /4:14 the path names {id}, but no path parameter "id" is declared, did you mean "di"\?$/,
      /4:34 the path parameter "di" has no place in \/a\/{id}, did you mean "id"\?$/
    ]
  ],
  [
    'parameters that are wrong in several ways',
    `${HEAD}paths:
  /a:
    get:
      parameters:
        - { name: a, in: qurey, schema: {} }
        - { name: b, in: query, style: fomr, schema: {} }
        - { name: c, in: query }
        - { in: query }
`,
    [
      /7:22 the parameter "a" is in "qurey", did you mean "query"\?$/,
      /8:33 the parameter "b" has the style "fomr", did you mean "form"\?$/,
      /9:11 the parameter "c" needs a "schema" or a "content"$/,
      /10:11 the parameter needs a "name" and an "in"$/
    ]
  ],
  [
    'a parameter for the whole query that is described as a value, beside another',
    `${HEAD}paths:
  /a:
    get:
      parameters:
        - { name: whole, in: querystring, schema: {}, explode: true }
        - { name: page, in: query, schema: {} }
        - { name: again, in: querystring, content: { text/plain: {} } }
`,
    [
      /7:11 the parameter "whole" needs a "content"$/,
      /7:43 the parameter "whole" is the whole query, which has "content", not "schema"$/,
      /7:55 the parameter "whole" is the whole query, which has "content", not "explode"$/,
      /8:11 the parameter "page" cannot be beside it: "whole" is the whole query: describe it there$/,
      /9:11 the parameter "again" cannot be beside it/
    ]
  ],
  [
    'values of another type than their schema',
    `${HEAD}paths: {}
components:
  schemas:
    Code: { type: string, enum: [007, 1e3, true, x, null, 1.0] }
    Level: { type: integer, enum: ['1', 2] }
    Flag: { type: [boolean, 'null'], const: 'true' }
`,
    [
      /6:27 the type is "string", so .*: 7 as "007", 1000 as "1e3", true as "true" and 2 more; write them in quotes$/,
      /7:29 the type is "integer", so values of another are read in it: "1" as 1; write them without quotes$/,
      /8:38 the type is \["boolean","null"\], so .*: "true" as true; write them without quotes$/
    ]
  ],
  [
    'a parameter twice',
    `${HEAD}paths:
  /a: { get: { parameters: [{ name: a, in: query, schema: {} }, { name: a, in: query, schema: {} }] } }
`,
    [/4:65 the parameter "a" is declared twice/]
  ],
  [
    'a status that is none',
    `${HEAD}paths:\n  /a: { get: { responses: { 20X: { description: x } } } }\n`,
    [/4:29 "20X" is no status/]
  ],
  [
    'an unknown security scheme',
    `${HEAD}paths:
  /a: { get: { security: [{ Bearer: [] }] } }
components: { securitySchemes: { bearer: { type: http, scheme: bearer } } }
`,
    [/4:29 there is no security scheme "Bearer" in components, did you mean "bearer"\?$/]
  ],
  [
    'a body without content',
    `${HEAD}paths:\n  /a: { get: { requestBody: { required: true } } }\n`,
    [/4:16 the request body needs "content"/]
  ],
  [
    'parts that are empty',
    `${HEAD}paths:
  /a: { get: { responses: { "200": { description: x, headers: { X: }, content: { text/csv: } } } } }
`,
    [
      /4:65 "X" must be an object; for an empty one, write {}$/,
      /4:82 "text\/csv" must be an object/
    ]
  ],
  [
    'security that is no list',
    `${HEAD}security: { key: [] }\npaths: {}\n`,
    [/3:1 must be a list of alternatives$/]
  ],
  [
    'what is wrong with a part that two operations refer to, once',
    `${HEAD}paths:
  /a:
    get: { responses: { "200": &r { $ref: "#/components/responses/R" } } }
    put: { responses: { "200": { $ref: "#/components/responses/R" } } }
components: { responses: { R: { description: x, content: [] } } }
`,
    [/7:49 must be an object$/]
  ],
  [
    'a path without a slash',
    `${HEAD}paths:\n  a: { get: {} }\n`,
    [/4:3 the path "a" must begin with a slash$/]
  ]
]

for (const [title, text, expected] of WRONG) {
  t.test(`it is refused: ${title}`, async t => compare(t, errorsOf(text), expected))
}

for (const [title, text, expected] of FAULTY) {
  t.test(`it is served in spite of ${title}`, async t =>
    compare(
      t,
      warningsOf(text),
      expected.map(pattern => new RegExp(pattern.source.replace(/^(\d+:\d+) /, '$1 warning: ')))
    )
  )
}

function compare (t: Test, problems: readonly string[], expected: readonly RegExp[]): void {
  t.equal(problems.length, expected.length, problems.join('\n'))
  for (const [index, pattern] of expected.entries()) t.match(problems[index], pattern)
}

t.test('title and version are text, whatever the document says', async t => {
  const infos: Array<[info: string, title: string, version: string]> = [
    ['', '', ''],
    ['info:', '', ''],
    ['info: []', '', ''],
    ['info: { title: 3, version: 2 }', '3', '2'],
    ['info: { title: { en: Shop }, version: null }', '', ''],
    ['info: { title: Shop, version: "1", x-more: 1 }', 'Shop', '1']
  ]
  for (const [info, title, version] of infos) {
    t.match(parse(`openapi: 3.1.0\n${info}`).document.info, { title, version })
  }
})

t.test('all that is wrong is told in one run, in the order of the lines', async t => {
  const warnings = warningsOf(
    `${HEAD}paths:
  /a/{b}:
    gte: {}
    get: { operationId: x, responses: { "2000": { description: x } } }
    put: { operationId: x }
`
  )
  t.same(
    warnings.map(warning => warning.split(' ')[0]),
    ['shop.yaml:5:5', 'shop.yaml:6:5', 'shop.yaml:6:41', 'shop.yaml:7:5', 'shop.yaml:7:12'].map(
      place => `openapi/${place}`
    )
  )
})

t.test('what is faulty is left out, and the rest is served', async t => {
  const { document, operations } = parse(`${HEAD}paths:
  /a/{id}:
    get:
      operationId: x
      security: [{ none: [] }]
      parameters: [{ $ref: "#/nowhere" }, { name: other, in: path, schema: {} }, { name: q, in: query, style: odd }, 7]
      requestBody: {}
      responses:
        "20X": {}
        "200": { $ref: "#/nowhere" }
        "201":
          description: Fine
          content: { text/csv: , application/json: { schema: { $ref: "#/nowhere" } } }
  /a/{number}: { get: { operationId: y } }
  b: { put: { operationId: x }, post: 3, gte: {} }
  /c: 5
`)
  t.same(operations.map(({ name, path }) => [name, path]), [['x', '/a/{id}'], ['PUT b', '/b']])
  const [operation] = operations
  t.match(operation?.parameters.map(({ name, style }) => [name, style]), [['q', 'form'], ['id', 'simple']])
  t.equal(operation?.body, undefined)
  t.same(operation?.security, [])
  t.same(
    operation?.responses.map(({ status, content }) => [
      status,
      ...content.map(({ name, schema }) => [name, schema?.definition])
    ]),
    [['201', ['application/json', {}]]]
  )
  t.same(document.paths?.['/a/{id}']?.get?.parameters?.at(-1), {
    name: 'id',
    in: 'path',
    required: true,
    schema: { type: 'string' }
  })
})

t.test('references that lead in a circle are taken out', async t => {
  const { document, warnings } = parse(
    `${HEAD}paths: {}
components:
  schemas:
    A: { $ref: "#/components/schemas/B" }
    B: { $ref: "#/components/schemas/A" }
    Node: { properties: { next: { $ref: "#/components/schemas/Node" } } }
`
  )
  t.match(warnings.map(({ message }) => message), [/refers to itself/])
  t.same(document.components?.schemas?.Node, { properties: { next: { $ref: '#/components/schemas/Node' } } })
})

t.test('the error has a code', async t => {
  t.throws(() => parse(''), { code: 'STANDIN_INVALID_DOCUMENT' })
})

t.test('what looks like a reference in data is none, and names of parts may be any', async t => {
  t.same(
    warningsOf(
      `${HEAD}paths:
  /a:
    get:
      responses:
        "200":
          description: x
          content:
            application/json:
              schema:
                properties: { example: { $ref: "#/components/schemas/Id" } }
                default: { $ref: nowhere }
              example: { $ref: nowhere }
components: { schemas: { Id: { type: string } } }
x-own: { $ref: nowhere }
`
    ),
    []
  )
})
