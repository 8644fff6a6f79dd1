import t from 'tap'
import { OperationStubs } from '../../src/worlds/operation-stubs.ts'
import type { Seek, StoredStub } from '../../src/worlds/stub-verbs.ts'

type Given = Partial<StoredStub> & { readonly id: string }

function stubsOf (...given: readonly Given[]): OperationStubs {
  const stubs = new OperationStubs(() => 0)
  for (const [turn, stub] of given.entries()) {
    stubs.add({ stub: { operation: 'kiln.fire', used: 0, ...stub }, turn })
  }
  return stubs
}

/** Takes a use as the store does. */
function take (stubs: OperationStubs, seek: Seek): StoredStub | undefined {
  const stub = stubs.find(seek)?.stub
  if (stub !== undefined) stub.used++
  return stub
}

/** Which stubs so many requests meet, each of which matches all. */
function taken (stubs: OperationStubs, requests: number): Array<string | undefined> {
  return Array.from({ length: requests }, () => take(stubs, { matches: () => true })?.id)
}

t.test('a higher priority goes first, and among equals the latest', async t => {
  const stubs = stubsOf(
    { id: 'low', priority: -1 },
    { id: 'high', priority: 5, times: 1 },
    { id: 'older', times: 1 },
    { id: 'newer', priority: 0, times: 1 }
  )
  t.same(taken(stubs, 5), ['high', 'newer', 'older', 'low', 'low'])
})

t.test('calls are counted for every stub that the requests match, whichever answers them', async t => {
  const inOrder = ['third', 'second', 'first'].map((id, index) => ({
    id,
    calls: { from: 3 - index, to: 3 - index }
  }))
  t.same(taken(stubsOf({ id: 'any' }, ...inOrder), 4), ['first', 'second', 'third', 'any'])
  t.same(taken(
    stubsOf(...inOrder.reverse(), { id: 'any', priority: -1 }),
    4
  ), ['first', 'second', 'third', 'any'])
})

t.test('a range of calls is answered, and a priority above it hides but does not stop the count', async t => {
  const stubs = stubsOf(
    { id: 'any' },
    { id: 'range', calls: { from: 2, to: 4 }, priority: 1 },
    { id: 'above', times: 1, priority: 2 }
  )
  t.same(taken(stubs, 5), ['above', 'range', 'range', 'range', 'any'])
})

t.test('only requests that match count as calls', async t => {
  const stubs = stubsOf({ id: 'second', calls: { from: 2, to: 2 } })
  const seen = [true, false, true].map(matches => take(stubs, { matches: () => matches })?.id)
  t.same(seen, [undefined, undefined, 'second'])
})

t.test('stubs with a key are asked only about requests with its value', async t => {
  const keys = Array.from(
    { length: 100 },
    (_, index) => ({ id: `s${index}`, key: { place: 'body /id', value: String(index) } })
  )
  const stubs = stubsOf(
    ...keys,
    { id: 'other', key: { place: 'query /page', value: '1' }, priority: 1 },
    { id: 'any', priority: -1 }
  )
  const asked: string[] = []
  const ask = (values: Record<string, string>) =>
    take(stubs, { matches: ({ id }) => { asked.push(id); return true }, valueAt: place => values[place] })?.id

  t.equal(ask({ 'body /id': '42' }), 's42')
  t.equal(ask({ 'body /id': 'none' }), 'any')
  t.equal(ask({ 'body /id': '7', 'query /page': '1' }), 'other')
  t.ok(asked.length < 10, `${asked.length} of 102 stubs were asked in three requests`)
})

t.test('a stub that was removed is not asked any more', async t => {
  const stubs = new OperationStubs(() => 0)
  const given: StoredStub[] = [
    { id: 'plain' },
    { id: 'keyed', key: { place: 'body /id', value: '1' } },
    { id: 'counting', calls: { from: 1, to: 9 } }
  ].map(stub => ({ operation: 'kiln.fire', used: 0, ...stub }))
  for (const [turn, stub] of given.entries()) stubs.add({ stub, turn })
  for (const stub of given) stubs.remove(stub)
  t.same(taken(stubs, 1), [undefined])
})
