import t from 'tap'
import type { FileContent } from '../../src/messages/message.ts'
import { openFiles } from '../../src/simulation/open-files.ts'
import { seedResource } from '../../src/simulation/seed.ts'
import { subjectOf } from '../../src/simulation/subject-of.ts'
import { play } from './act.ts'
import type { Play } from './act.ts'

const CUSTOMER = {
  type: 'object',
  properties: { nr: { type: 'integer' }, name: { type: 'string' }, town: { type: 'string' } }
}

/** Exports of customers, whose files a test declares. */
function playExports (files: Readonly<Record<string, unknown>>): Play {
  const creating = (type: string) => ({
    standin: { create: { type, members: '$request.body' }, reply: { status: 200, body: '$resource' } },
    more: { requestBody: { content: { 'application/json': { schema: { type: 'object' } } } } }
  })
  return play({
    more: { components: { schemas: { Customer: CUSTOMER } } },
    root: {
      resources: {
        Export: {
          id: { member: 'id', format: 'integer' },
          always: { files: '$files' },
          files: { name: 'export-{$n}', mediaType: 'application/x-ndjson', ...files }
        },
        Customer: {
          id: { member: 'nr', format: 'integer' },
          status: { member: 'state', running: ['new'] },
          lifecycles: { usual: [{ new: 'PT1M' }, 'kept'] }
        }
      }
    },
    operations: { 'POST /exports': creating('Export'), 'POST /customers': creating('Customer') }
  })
}

function openExport ({ scope, simulation, world }: Play, id = '1'): FileContent[] {
  const type = simulation.types.get('Export')
  const resource = world.store.get('shop.Export', id)
  if (type === undefined || typeof resource !== 'object') throw new Error('it was not created')
  return openFiles(subjectOf(resource, type, world.clock.now()), scope())
}

function read (file: FileContent | undefined): string {
  return Buffer.concat([...file?.chunks() ?? []]).toString()
}

function readRows (played: Play, id?: string): unknown[] {
  const texts = openExport(played, id).map(read)
  return texts.join('').split('\n').filter(line => line !== '').map(line => JSON.parse(line))
}

function addCustomers (played: Play): void {
  played.send('POST /customers', { body: { name: 'Ann', town: 'Ulm' } })
  played.send('POST /customers', { body: { name: 'Bob', town: 'Bonn' } })
  played.send('POST /customers', { body: { name: 'Cid', town: 'Ulm' } })
}

t.test('the rows are the resources that the world has', async t => {
  const shop = playExports({ rows: { resources: 'Customer' } })
  addCustomers(shop)
  const { files } = shop.send('POST /exports', { body: {} }).body as { files: Array<{ size: number, rows: number }> }
  t.same(readRows(shop), [
    { nr: 1, state: 'new', name: 'Ann', town: 'Ulm' },
    { nr: 2, state: 'new', name: 'Bob', town: 'Bonn' },
    { nr: 3, state: 'new', name: 'Cid', town: 'Ulm' }
  ])
  const [file] = openExport(shop)
  t.match(files, [{ size: Buffer.byteLength(read(file)), rows: 3 }])
})

t.test('a file stays as it was when its resource was created, whatever becomes of its rows', async t => {
  const shop = playExports({ rows: { resources: 'Customer' } })
  addCustomers(shop)
  shop.send('POST /exports', { body: {} })
  const [before] = openExport(shop)
  const text = read(before)
  shop.send('POST /customers', { body: { name: 'Dan' } })
  shop.world.store.update('shop.Customer', '1', () => ({ members: { name: 'Changed' } }))
  shop.world.store.forget('shop.Customer', '2')
  await shop.advance('PT1H')
  const [after] = openExport(shop)
  t.equal(read(after), text)
  t.equal(after?.version, before?.version)
  shop.send('POST /exports', { body: {} })
  t.match(readRows(shop, '2'), [{ name: 'Changed', state: 'kept' }, { name: 'Cid' }, { name: 'Dan' }])
})

t.test('conditions choose rows, and one that the request does not give chooses all', async t => {
  const shop = playExports({ rows: { resources: 'Customer', where: { town: '$resource.town' }, while: ['new'] } })
  addCustomers(shop)
  shop.send('POST /exports', { body: { town: 'Ulm' } })
  t.match(readRows(shop), [{ name: 'Ann' }, { name: 'Cid' }])
  shop.send('POST /exports', { body: {} })
  t.equal(readRows(shop, '2').length, 3)
  shop.send('POST /exports', { body: { town: ['Bonn', 'Rome'] } })
  t.match(readRows(shop, '3'), [{ name: 'Bob' }])
  await shop.advance('PT1M')
  shop.send('POST /exports', { body: {} })
  t.same(readRows(shop, '4'), [], 'all have left that status')
})

t.test('rows are chosen by their ids too, which a request may give as texts', async t => {
  const shop = playExports({ rows: { resources: 'Customer', where: { nr: '$resource.customers' } } })
  addCustomers(shop)
  shop.send('POST /exports', { body: { customers: ['1', 3] } })
  t.match(readRows(shop), [{ name: 'Ann' }, { name: 'Cid' }])
  shop.send('POST /exports', { body: { customers: 2 } })
  t.match(readRows(shop, '2'), [{ name: 'Bob' }])
})

t.test('columns are templates of a row', async t => {
  const columns = { number: '$item.nr', who: '{$item.name} of {$item.town}', export: '$id' }
  const shop = playExports({ rows: { resources: 'Customer', columns }, mediaType: 'text/csv' })
  shop.send('POST /exports', { body: {} })
  t.equal(read(openExport(shop)[0]), 'number,who,export\r\n', 'also where there are no rows')
  addCustomers(shop)
  shop.send('POST /exports', { body: {} })
  t.equal(read(openExport(shop, '2')[0]),
    'number,who,export\r\n1,Ann of Ulm,2\r\n2,Bob of Bonn,2\r\n3,Cid of Ulm,2\r\n')
})

t.test('several files share the rows', async t => {
  const shop = playExports({ rows: { resources: 'Customer' }, count: 2 })
  addCustomers(shop)
  shop.send('POST /exports', { body: {} })
  t.same(openExport(shop).map(file => read(file).trimEnd().split('\n').length), [2, 1])
  t.match(readRows(shop), [{ name: 'Ann' }, { name: 'Bob' }, { name: 'Cid' }])
})

t.test('a resource that a test puts there has rows too', async t => {
  const shop = playExports({ rows: { resources: 'Customer', where: { town: '$resource.town' } } })
  addCustomers(shop)
  const type = shop.simulation.types.get('Export')
  if (type === undefined) throw new Error('there is no such type')
  seedResource(type, '77', { members: { town: 'Bonn' } }, shop.world)
  t.match(readRows(shop, '77'), [{ name: 'Bob' }])
})

t.test('what is wrong with rows is reported at its place', async t => {
  const cases: Array<[files: Record<string, unknown>, message: RegExp]> = [
    [{ rows: { resources: 'Custmer' } }, /unknown type of resource "Custmer", did you mean "Customer"\?/],
    [{ rows: { resources: 'Customer', were: {} } }, /unknown word "were", did you mean "where"\?/],
    [{ rows: { resources: 'Customer', while: ['old'] } }, /unknown status "old" \(known: new, kept\)/],
    [{ rows: { schema: 'Custmer' } }, /unknown schema among the components "Custmer", did you mean "Customer"\?/],
    [{ rows: { schema: 'Customer', count: 10_001 } }, /"count" must be at most 10000/],
    [{ rows: { schema: 'Customer', columns: {} } }, /at least one column is needed/],
    [{ rows: { schema: 'Customer', columns: { a: '$uuid' } } }, /"\$uuid" is not the same at each download/],
    [{ rows: { resources: 'Customer', where: { nr: '$id' } } }, /there is no "\$id" here/],
    [{ rows: { resources: 'Customer' }, repeat: 2 }, /has no effect here: only rows that are lines have it/],
    [{ rows: { resources: 'Customer' }, mediaType: 'application/pdf' }, /rows cannot be written as "application\/pdf"/],
    [{ rows: 7 }, /must be the name of a fixture, a list of lines, \{ resources: Type \} or \{ schema: Name \}/],
    [{ rows: null }, /must be an object/]
  ]
  for (const [files, message] of cases) {
    t.throws(() => playExports(files), { code: 'STANDIN_INVALID_DOCUMENT', message })
  }
})
