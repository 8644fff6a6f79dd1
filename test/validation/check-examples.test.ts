import { join } from 'node:path'
import t from 'tap'
import { loadContracts } from '../../src/contract/load-contracts.ts'
import { formatProblem } from '../../src/documents/problem.ts'
import { checkExamples } from '../../src/validation/check-examples.ts'

const DOCUMENT = `openapi: 3.1.0
info: { title: x, version: '1' }
paths:
  /it:
    post:
      operationId: getIt
      requestBody:
        content:
          application/json:
            schema: { type: object }
            example: [1]
      responses:
        '200':
          description: x
          content:
            application/json:
              schema: { type: object, required: [id], properties: { id: { type: integer } } }
              examples:
                good: { value: { id: 1 } }
                bad: { value: { id: a } }
`

t.test('each canned body that breaks its contract is told with its file and member', async t => {
  const directory = t.testdir({
    openapi: { 'shop.yaml': DOCUMENT },
    fixtures: { shop: { 'getIt.200.json': '{}', 'getIt.200.good.json': '{"id":2}' } }
  })
  const [contract] = await loadContracts(join(directory, 'openapi'), { fixtures: join(directory, 'fixtures') })
  if (contract === undefined) return t.fail('no contract')
  const problems = (options?: object) =>
    checkExamples(contract, options)
      .map(formatProblem)
      .map(text => text.replace(/^.*(?=openapi|fixtures.shop)/, ''))
  t.same(problems(), [
    'openapi/shop.yaml:11 (the request of shop.getIt) body must be an object, but is [1]',
    'fixtures/shop/getIt.200.json (the 200 of shop.getIt) body /id is required, but is missing',
    'openapi/shop.yaml:20 (the 200 of shop.getIt) body /id must be an integer, but is "a"'
  ])
  t.equal(problems({ sources: ['fixture'] }).length, 1)
})

t.test('what ships keeps to its contracts', async t => {
  for (const contract of await loadContracts('openapi', { fixtures: 'fixtures' })) {
    t.same(checkExamples(contract).map(formatProblem), [], contract.name)
  }
})
