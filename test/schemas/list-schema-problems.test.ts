import { join } from 'node:path'
import t from 'tap'
import { parseContract } from '../../src/contract/parse-contract.ts'
import { formatProblem } from '../../src/documents/problem.ts'
import { createStandin } from '../../src/server.ts'
import { listSchemaProblems } from '../../src/schemas/list-schema-problems.ts'

const TYPES = 'one of string, number, integer, boolean, object, array, null, or a list of them'

const DOCUMENT = `openapi: 3.1.0
info: { title: x, version: '1' }
paths:
  /pets:
    get:
      operationId: list
      parameters:
        - { name: size, in: query, schema: { type: integer, minimum: '1' } }
      responses:
        '200':
          description: x
          headers: { X-Count: { schema: { type: int } } }
          content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/Pet' } } } }
components:
  schemas:
    Pet:
      allOf:
        - { type: object, additionalProperties: false, properties: { name: { pattern: '(' } } }
        - { type: object, properties: { age: { type: integer } } }
    Unused: { enum: cat }
`

t.test('unusable parts of schemas are listed with their place, and an allOf that rejects its own members', async t => {
  const contract = parseContract(DOCUMENT, { file: 'pets.yaml', name: 'pets' })
  t.same(listSchemaProblems(contract).map(formatProblem).toSorted(), [
    `pets.yaml:12:43 warning: "type" must be ${TYPES}, but is "int", and is left out`,
    'pets.yaml:17:7 warning: "allOf" rejects "age", which one part declares and another excludes ' +
      'by "additionalProperties": false; "unevaluatedProperties": false beside "allOf" would allow them',
    'pets.yaml:18:78 warning: "pattern" must be a regular expression, but is "(", and is left out',
    'pets.yaml:20:15 warning: "enum" must be a list of values, but is "cat", and is left out',
    'pets.yaml:8:61 warning: "minimum" must be a number, but is "1", and is left out'
  ])
})

t.test('the documents that ship have none', async t => {
  const app = await createStandin()
  t.teardown(() => app.close())
  for (const contract of app.contracts) t.same(listSchemaProblems(contract), [], contract.name)
})

t.test('a server says it in its log, when the schema is first used', async t => {
  const directory = t.testdir({ 'pets.yaml': DOCUMENT })
  const app = await createStandin({ openapi: join(directory, 'pets.yaml') })
  t.teardown(() => app.close())
  const lines: unknown[][] = []
  app.log.warn = (...line: unknown[]) => lines.push(line)
  const read = async () => {
    await app.inject('/pets?size=0')
    return lines.splice(0)
  }
  t.match(await read(), [
    [
      { pointer: '/paths/~1pets/get/parameters/0/schema/minimum' },
      /must be a number, but is "1", and is left out/
    ]
  ])
  t.same(await read(), [])
})
