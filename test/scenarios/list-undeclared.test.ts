import t from 'tap'
import { parseContract } from '../../src/contract/parse-contract.ts'
import { listUndeclared } from '../../src/scenarios/list-undeclared.ts'

const ADDRESS = { type: 'object', properties: { city: {} } }
const ORDER = {
  type: 'object',
  properties: { customerId: {}, address: ADDRESS, lines: { type: 'array', items: ADDRESS }, extra: { type: 'object' } }
}

function operationWith (parameters: object[], schema: unknown) {
  const content = { 'application/json': { schema } }
  const post = { operationId: 'add', parameters, requestBody: { content }, responses: { 200: { description: 'x' } } }
  const document = { openapi: '3.1.0', info: { title: 'x', version: '1' }, paths: { '/a': { post } } }
  const [operation] = parseContract(JSON.stringify(document), { file: 'a.json', name: 'a' }).operations
  if (operation === undefined) throw new Error('no operation')
  return operation
}

const STATUS = { name: 'status', in: 'query', schema: { type: 'string' } }

for (const [title, when, expected] of [
  ['a query parameter', { query: { state: 'x', status: 'y' } }, ['/query/state']],
  ['a member of a body', { body: { custmerId: 'x', customerId: 'y' } }, ['/body/custmerId']],
  ['a member further down', { body: { address: { ciyt: 'x' } } }, ['/body/address/ciyt']],
  ['a member of an item', { body: { lines: [{ city: 'x' }, { 'a/b': 'x' }] } }, ['/body/lines/1/a~1b']],
  ['a name that objects inherit', { body: { toString: 'x' } }, ['/body/toString']],
  ['nothing of an object without members', { body: { extra: { any: 1 } } }, []],
  ['nothing of headers, which clients add', { headers: { 'x-any': '1' } }, []],
  ['nothing of other values', { body: 'text' }, []],
  ['nothing of none', {}, []]
] as const) {
  t.test(`undeclared is ${title}`, async t => {
    t.same(listUndeclared(when, operationWith([STATUS], ORDER)).map(({ pointer }) => pointer), expected)
  })
}

t.test('the nearest that is declared is named', async t => {
  const [parameter, member] = listUndeclared(
    { query: { statsu: 'x' }, body: { custmerId: 'x' } }, operationWith([STATUS], ORDER)
  )
  t.match(parameter, { message: 'a.add declares no query parameter "statsu", did you mean "status"?' })
  t.match(member, { message: 'the schema declares no "custmerId", did you mean "customerId"?' })
})

t.test('where any name is allowed, none is undeclared', async t => {
  const filter = { name: 'filter', in: 'query', schema: { type: 'object' } }
  const open = { ...ORDER, additionalProperties: { type: 'string' } }
  t.same(listUndeclared({ query: { a: 1 }, body: { b: 1 } }, operationWith([filter], open)), [])
  t.same(listUndeclared({ query: { a: 1 }, body: { b: 1 } }, operationWith([], true)), [])
})
