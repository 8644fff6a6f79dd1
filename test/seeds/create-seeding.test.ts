import { join } from 'node:path'
import t from 'tap'
import type { Test } from 'tap'
import { check } from '../../src/cli/check.ts'
import { formatProblem } from '../../src/documents/problem.ts'
import { startStandin } from '../start-standin.ts'

const READ_ALL = (type: string) => ({
  get: {
    operationId: `list${type}s`,
    'x-standin': { find: { type, many: true }, reply: { status: 200, body: '$resources' } },
    responses: {
      200: {
        description: 'All of them.',
        content: {
          'application/json': { schema: { type: 'array', items: { $ref: `#/components/schemas/${type}` } } }
        }
      }
    }
  }
})

const SCHEMAS = {
  Customer: {
    type: 'object',
    required: ['id', 'name'],
    properties: {
      id: { type: 'string' },
      name: { type: 'string' },
      age: { type: 'integer' },
      isNew: { type: 'boolean' }
    }
  },
  Order: {
    type: 'object',
    required: ['id', 'status', 'total'],
    properties: {
      id: { type: 'integer' },
      status: { enum: ['open', 'paid'] },
      total: { type: 'number', minimum: 0 },
      files: { type: 'array', maxItems: 0 }
    }
  }
}

const CUSTOMER = { id: { member: 'id' } }
const ORDER = {
  id: { member: 'id', format: 'integer', from: 100 },
  status: { member: 'status' },
  lifecycles: { default: [{ open: 'PT5S' }, 'paid'] },
  always: { files: [] }
}

interface Seeds {
  readonly customers?: unknown
  readonly orders?: unknown
  /** By their names: `Customer.csv`. */
  readonly files?: Readonly<Record<string, string>>
}

/** Writes a document whose types have seeds, and files of resources beside it; returns the options that serve them. */
function writeShop (t: Test, { customers, files = {}, orders }: Seeds) {
  const resources = {
    Customer: { ...CUSTOMER, ...customers !== undefined && { seed: customers } },
    Order: { ...ORDER, ...orders !== undefined && { seed: orders } }
  }
  const document = {
    openapi: '3.1.0',
    info: { title: 'Shop', version: '1' },
    'x-standin': { resources },
    paths: { '/customers': READ_ALL('Customer'), '/orders': READ_ALL('Order') },
    components: { schemas: SCHEMAS }
  }
  const folder = t.testdir({ 'shop.json': JSON.stringify(document), fixtures: { shop: { resources: files } } })
  return { openapi: [join(folder, 'shop.json')], fixtures: join(folder, 'fixtures') }
}

t.test('new worlds have the resources that the document lists, and so do worlds that are reset', async t => {
  const seeded = [{ id: 'c1', name: 'Ada', age: 36 }, { id: 'c2', name: 'Bob' }]
  const { admin, send, world } = await startStandin(t, writeShop(t, { customers: seeded }))
  t.strictSame((await send('GET', '/customers')).json(), seeded)
  const other = await world('other')
  t.strictSame((await other.send('GET', '/customers')).json(), seeded)

  t.equal((await admin('DELETE', '/resources/shop.Customer/c1')).statusCode, 204)
  t.strictSame((await send('GET', '/customers')).json(), seeded.slice(1))
  t.strictSame((await other.send('GET', '/customers')).json(), seeded)
  t.equal((await admin('POST', '/reset')).statusCode, 204)
  t.strictSame((await send('GET', '/customers')).json(), seeded)
})

t.test('as many as are asked for are generated, the same in each world and at each start', async t => {
  const options = writeShop(t, { orders: { count: 5 } })
  const first = await startStandin(t, options)
  const orders = (await first.send('GET', '/orders')).json()
  t.equal(orders.length, 5)
  t.strictSame(orders.map(({ id }: { id: number }) => id), [100, 101, 102, 103, 104])
  t.equal(new Set(orders.map(({ total }: { total: number }) => total)).size, 5)
  t.strictSame((await (await first.world('other')).send('GET', '/orders')).json(), orders)
  t.strictSame((await (await startStandin(t, options)).send('GET', '/orders')).json(), orders)
  const reseeded = await startStandin(t, { ...options, seed: 2 })
  t.notSame((await reseeded.send('GET', '/orders')).json(), orders)
})

t.test('seeded resources go through their lifecycle like others', async t => {
  const orders = [{ id: 7, status: 'paid', total: 1 }, { id: 8, total: 2 }]
  const { advance, send } = await startStandin(t, writeShop(t, { orders }))
  const statuses = async () => (await send('GET', '/orders')).json().map(({ status }: { status: string }) => status)
  t.strictSame(await statuses(), ['paid', 'open'])
  await advance('PT6S')
  t.strictSame(await statuses(), ['paid', 'paid'])
})

t.test('files beside the fixtures hold resources in JSON, YAML and CSV', async t => {
  for (const [name, text] of [
    ['Customer.json', '[{ "id": "c1", "name": "Smith, J.", "age": 36, "isNew": true }, { "id": "c2", "name": "Bob" }]'],
    ['Customer.yaml', '- { id: c1, name: "Smith, J.", age: 36, isNew: true }\n- { id: c2, name: Bob }\n'],
    ['Customer.csv', '\uFEFFid,name,age,isNew\r\nc1,"Smith, J.",36,true\r\n\r\nc2,Bob,,\r\n']
  ] as const) {
    const { send } = await startStandin(t, writeShop(t, { files: { [name]: text } }))
    t.strictSame((await send('GET', '/customers')).json(), [
      { id: 'c1', name: 'Smith, J.', age: 36, isNew: true },
      { id: 'c2', name: 'Bob' }
    ], name)
  }
})

t.test('an id that is left out is made', async t => {
  const { send } = await startStandin(t, writeShop(t, { customers: [{ name: 'Ada' }, { name: 'Bob' }] }))
  const [ada, bob] = (await send('GET', '/customers')).json()
  t.match([ada, bob], [{ id: /./, name: 'Ada' }, { id: /./, name: 'Bob' }])
  t.not(ada.id, bob.id)
})

const MISTAKES: Array<[title: string, seeds: Seeds, says: RegExp]> = [
  ['a seed of another form', { customers: 'all' }, /shop\.json:\d+:\d+ in x-standin: must be an object/],
  ['a resource that is no object', { customers: ['c1'] }, /in x-standin: must be an object, but is "c1"/],
  ['an unknown word', { orders: { cuont: 3 } }, /unknown word "cuont", did you mean "count"\?/],
  ['no resources to generate', { orders: { count: 0 } }, /must be a whole number from 1, but is 0/],
  ['too many to generate', { orders: { count: 10_001 } }, /"count" must be at most 10000/],
  ['a member that breaks the schema', { customers: [{ id: 'a', name: 'Ada', age: 'old' }] },
    /shop\.json:\d+:\d+ in the seed of shop\.Customer: \/age must be an integer, but is "old"/],
  ['a member that is missing', { customers: [{ id: 'a' }] }, /in the seed of shop\.Customer: \/name is required/],
  ['an unknown status', { orders: [{ id: 1, status: 'lost', total: 1 }] },
    /in the seed of shop\.Order: body \/status must be a status of shop\.Order, but is "lost" \(known: open, paid\)/],
  ['an id that its type cannot have', { orders: [{ id: 'x1', total: 1 }] },
    /must be an id of shop\.Order, a whole number/],
  ['the same id twice', { customers: [{ id: 'a', name: 'A' }, { id: 'a', name: 'B' }] }, /the id "a" is there twice/],
  ['a file with the name of no type', { files: { 'Custmer.csv': 'id\n' } },
    /Custmer\.csv has the name of no type: unknown type "Custmer", did you mean "Customer"\?/],
  ['a file that is no list', { files: { 'Customer.json': '{ "id": "a" }' } },
    /Customer\.json:1:1 must be a list of resources, each an object/],
  ['a row that breaks the schema', { files: { 'Customer.csv': 'id,name,age\na,Ada,1\nb,Bob,old\n' } },
    /Customer\.csv:3:1 in the seed of shop\.Customer: \/age must be an integer, but is "old"/],
  ['a row with too many cells', { files: { 'Customer.csv': 'id,name\na,Ada,1\n' } },
    /Customer\.csv is not valid CSV: .*line 2/]
]

for (const [title, seeds, says] of MISTAKES) {
  t.test(`${title} is refused at the start and by check, with its place`, async t => {
    const options = writeShop(t, seeds)
    await t.rejects(startStandin(t, options), { code: 'STANDIN_INVALID_DOCUMENT', message: says })
    const { problems } = await check(options)
    t.match(problems.map(formatProblem).join('\n'), says)
  })
}

t.test('more resources than a world may have are refused', async t => {
  const options = writeShop(t, { orders: { count: 5 } })
  await t.rejects(startStandin(t, { ...options, maxResources: 4 }), {
    code: 'STANDIN_INVALID_DOCUMENT',
    message: /5 resources are seeded, but a world may have 4: see --max-resources/
  })
})
