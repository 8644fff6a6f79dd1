import { join } from 'node:path'
import t from 'tap'
import { check } from '../../src/cli/check.ts'
import { checkText } from '../../src/cli/check-text.ts'
import { shownPath } from '../../src/documents/shown-path.ts'
import { runBinary } from './run-binary.ts'

const SHOP = `openapi: 3.0.3
info: { title: Shop, version: "1" }
paths:
  /orders/{id}:
    get:
      operationId: getOrder
      parameters: [{ name: page, in: query, schema: { type: int } }]
      responses:
        "200":
          description: It
          content:
            application/json:
              schema:
                { type: object, required: [id], properties: { id: { type: integer, default: none, example: one } } }
              example: {}
            application/xml: { schema: { type: object }, example: <order/> }
`

t.test('all that is wrong is found in one run, the worst first', async t => {
  const folder = t.testdir({
    openapi: {
      'a.yaml': 'openapi: [',
      'shop.yaml': SHOP,
      'kiln.yaml':
        'openapi: 3.1.0\ninfo: { title: Kiln, version: "1" }\npaths: {}\nx-standin:\n  recources: {}\n'
    },
    fixtures: { shop: { 'getOrder.200.json': '{}', 'getOrder.404.json': '{}' } }
  })
  const result = await check({ openapi: join(folder, 'openapi'), fixtures: join(folder, 'fixtures') })
  const lines = checkText(result, 'text').split('\n').map(line => line.replace(`${shownPath(folder)}/`, ''))
  t.match(lines, [
    /^fixtures\/shop\/getOrder\.404\.json shop\.getOrder has no response "404"/,
    /^openapi\/a\.yaml:\d+:\d+ is not YAML/,
    /^openapi\/kiln\.yaml:5:3 in x-standin: unknown word "recources"/,
    /^openapi\/shop\.yaml:5:5 warning: the path names {id}, .* \[#\/paths\/~1orders~1{id}\/get\]$/,
    /^openapi\/shop\.yaml:7:55 warning: "type" must be .*, but is "int": did you mean "integer"\? \[#\/paths\/~1orders~1{id}\/get\/parameters\/0\/schema\/type\]$/,
    /^openapi\/shop\.yaml:14:84 warning: the default breaks its schema: must be an integer, but is "none"/,
    /^openapi\/shop\.yaml:14:99 warning: the example breaks its schema: must be an integer, but is "one" \[#.*\/id\/example\]$/,
    /^openapi\/shop\.yaml:15:15 warning: the example breaks its schema: \/id is required, but is missing/,
    '3 documents: 3 errors, 5 warnings'
  ])
})

t.test('fixtures that no API has are told of', async t => {
  const folder = t.testdir({
    'shop.yaml': 'openapi: 3.1.0\ninfo: { title: Shop, version: "1" }\npaths: {}\n',
    fixtures: { shpo: { 'getOrder.200.json': '{}' }, shop: {}, 'README.md': '' }
  })
  const openapi = join(folder, 'shop.yaml')
  t.match((await check({ openapi, fixtures: join(folder, 'fixtures') })).problems, [
    { severity: 'warning', file: /shpo$/, message: 'belongs to no API, so it is ignored, did you mean "shop"?' }
  ])
  const { problems } = await check({ openapi, fixtures: join(folder, 'fixtrues') })
  t.equal(problems.length, 1)
  t.match(problems, [{ message: /^cannot be read: there is no such file .*, did you mean ".*fixtures"\?$/ }])
})

t.test('what the server would leave out of a schema is told, and what nobody can satisfy; each place once', async t => {
  const folder = t.testdir({
    'pets.yaml': `openapi: 3.1.0
info: { title: Pets, version: "1" }
paths: {}
components:
  schemas:
    Pet:
      allOf:
        - { type: object, additionalProperties: false, properties: { name: { pattern: '(' } } }
        - { type: object, properties: { age: { type: integer } } }
    Kind: { enum: cat }
`
  })
  const { problems } = await check({ openapi: join(folder, 'pets.yaml') })
  t.match(
    problems.toSorted((a, b) => Number(a.place?.line) - Number(b.place?.line)),
    [
      {
        severity: 'warning',
        pointer: '/components/schemas/Pet/allOf',
        place: { line: 7 },
        message: /"allOf" rejects "age"/
      },
      {
        severity: 'warning',
        pointer: '/components/schemas/Pet/allOf/0/properties/name/pattern',
        place: { line: 8 },
        message: /must be a regular expression/
      },
      {
        severity: 'warning',
        pointer: '/components/schemas/Kind/enum',
        place: { line: 10 },
        message: /"enum" must be /
      }
    ]
  )
  t.equal(problems.length, 3)
})

t.test('what ships has nothing wrong', async t => {
  t.equal(checkText(await check({}), 'text'), '4 documents: 0 errors, 0 warnings')
})

t.test('as JSON, each problem has its severity, file, line, column and pointer', async t => {
  const folder = t.testdir({ 'shop.yaml': SHOP })
  const { problems, ...counts } = JSON.parse(checkText(await check({ openapi: folder }), 'json'))
  t.same(counts, { documents: 1, errors: 0, warnings: 5 })
  t.match(problems[0], {
    severity: 'warning',
    file: /shop\.yaml$/,
    line: 5,
    column: 5,
    pointer: '/paths/~1orders~1{id}/get',
    message: /^the path names/
  })
  const missing = JSON.parse(checkText(await check({ openapi: join(folder, 'none') }), 'json'))
  t.match(missing.problems, [{ severity: 'error', line: null, column: null, pointer: null }])
})

t.test('the exit code tells errors from warnings, and strict makes them the same', async t => {
  const folder = t.testdir({ 'shop.yaml': SHOP, 'broken.yaml': '[]' })
  const exitCode = async (...args: string[]) => (await runBinary(t, ['check', ...args])).exitCode
  t.same(
    await Promise.all([
      exitCode(),
      exitCode(join(folder, 'shop.yaml')),
      exitCode('--strict', join(folder, 'shop.yaml')),
      exitCode(join(folder, 'broken.yaml'))
    ]),
    [0, 0, 1, 1]
  )
})

t.test('examples in files and written ones are held to the schema, and to JSON where they must be', async t => {
  const folder = t.testdir({
    'shop.yaml': `openapi: 3.2.0
info: { title: Shop, version: "1" }
paths:
  /orders:
    get:
      responses:
        "200":
          description: They
          content:
            application/json:
              schema: { type: object, required: [id] }
              examples:
                fine: { externalValue: parts/fine.json }
                misfit: { externalValue: parts/misfit.json }
                broken: { externalValue: parts/broken.json }
                data: { dataValue: {}, serializedValue: '{"id": 1}' }
                written: { serializedValue: '{' }
            application/xml:
              schema: { type: object, required: [id] }
              examples: { text: { serializedValue: <order/> }, data: { dataValue: {} } }
`,
    parts: { 'fine.json': '{"id":1}', 'misfit.json': '{}', 'broken.json': '{' }
  })
  const { problems } = await check({ openapi: join(folder, 'shop.yaml') })
  t.same(problems.map(({ message, place }) => `${place?.line}: ${message}`).toSorted(), [
    '14: the example breaks its schema: /id is required, but is missing',
    '15: the example is not JSON, and is ignored',
    '16: the example breaks its schema: /id is required, but is missing',
    '17: the example is not JSON, and is ignored',
    '20: the example breaks its schema: /id is required, but is missing'
  ])
})
