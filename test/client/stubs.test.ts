import t from 'tap'
import { addExport, startWorld } from './start-world.ts'

t.test('a stub answers until it is deleted', async t => {
  const { world } = await startWorld()
  const stub = await world.stub({ operation: 'mews.addExport', reply: { status: 403, body: { Message: 'No' } } })

  t.same(await addExport(world), { status: 403, body: { Message: 'No' } })
  t.match(await world.stubs(), [{ id: stub.id, operation: 'mews.addExport', used: 1 }])
  await stub.delete()
  t.match(await addExport(world), { status: 200 })
})

t.test('a stub with an id of its own is replaced', async t => {
  const { world } = await startWorld()
  const refusing = (Message: string) =>
    world.putStub('down', { operation: 'mews.addExport', reply: { status: 403, body: { Message } } })
  await refusing('No')
  const stub = await refusing('Yes')
  t.equal(stub.id, 'down')
  t.same(await addExport(world), { status: 403, body: { Message: 'Yes' } })
  await stub.delete()
  t.same(await world.stubs(), [])
})

t.test('an operation can be named by its method and path', async t => {
  const { world } = await startWorld()
  await world.stub({ operation: { method: 'POST', path: '/api/connector/v1/exports/add' }, reply: { status: 408 } })
  t.match(await addExport(world), { status: 408 })
  await world.deleteStubs()
  t.same(await world.stubs(), [])
})

t.test('a reply that breaks the contract is refused, unless the stub says so', async t => {
  const { world } = await startWorld()
  // What the compiler refuses, a text that is not typed may still bring.
  const reply = JSON.parse('{"status":400,"body":{"Mesage":"No"}}')

  await t.rejects(world.stub({ operation: 'mews.addExport', reply }), {
    code: 'STANDIN_INVALID_STUB',
    status: 422,
    message: /Message/
  })
  await world.stub({ operation: 'mews.addExport', reply, contract: 'off' })
  t.same(await addExport(world), { status: 400, body: { Mesage: 'No' } })
})

t.test('a reply has several headers of one name', async t => {
  const { world } = await startWorld()
  await world.stub({ operation: 'mews.addExport', reply: { headers: { 'Set-Cookie': ['a=1', 'b=2'], 'X-A': [1, 2] } } })
  await addExport(world)
  const [exchange] = await world.requests()
  t.match(exchange?.response.headers, { 'set-cookie': ['***', '***'], 'x-a': ['1', '2'] })
})

t.test('a stub matches by condition, and is used up', async t => {
  const { world } = await startWorld()
  await world.stub({
    operation: 'mews.addExport',
    when: { body: { EntityType: 'Customer' } },
    reply: { status: 500 },
    times: 1
  })

  t.match(await addExport(world, 'Payment'), { status: 200 })
  t.match(await addExport(world, 'Customer'), { status: 500 })
  t.match(await addExport(world, 'Customer'), { status: 200 })
})

t.test('a stub is checked without being added', async t => {
  const { world } = await startWorld()
  t.same(await world.checkStub({ operation: 'mews.addExport', reply: { status: 408 } }), { warnings: [] })
  const operation = { method: 'POST', path: '/api/connector/v1/exports/add' }
  const broken = { operation, reply: { status: 200, body: 3 } }
  await t.rejects(world.checkStub(broken), { code: 'STANDIN_INVALID_STUB', violations: [{ pointer: '/reply/body' }] })
  t.same(await world.stubs(), [])
})
