import type { Test } from 'tap'
import type { Operation } from '../../src/contract/contract.ts'
import type { Respond, ResponseSource, SourceResponse, SourceScope } from '../../src/responses/response-source.ts'
import { RowFiles } from '../../src/simulation/rows.ts'
import { createScope } from '../../src/simulation/scope.ts'
import type { ApiRequest } from '../../src/messages/message.ts'
import { createResponseValidator } from '../../src/validation/response-validator.ts'
import type { World } from '../../src/worlds/world.ts'
import { createWorld, order, requestTo } from './orders.ts'

export interface SourceUnderTest {
  readonly from: (operation: Operation) => ResponseSource
  /** What makes the source answer, where it does not always. */
  readonly request?: Partial<ApiRequest>
  readonly prepare?: (world: World) => void
}

/**
 * Tests the rules that every source keeps: it answers its own operation, leaves others alone, never changes the
 * request, and keeps to the contract.
 */
export function keepTheRules (t: Test, { from, request: parts, prepare = () => {} }: SourceUnderTest): void {
  const operation = order('addOrder')
  const other = order('deleteOrder')
  const source = asked(from(operation))
  const request = deepFreeze(requestTo(operation, { body: { items: [{ sku: 'a' }] }, ...parts }))

  t.test('it answers its own operation, within the contract', async t => {
    const world = createWorld()
    prepare(world)
    const response = source(request, world)
    if (response === undefined) return t.fail('no answer')
    const violations = createResponseValidator(operation)({
      ...response,
      headers: { ...response.defaultHeaders, ...response.headers }
    })
    t.same(violations, [])
  })

  t.test('it leaves other operations alone', async t => {
    const world = createWorld()
    prepare(world)
    t.equal(source(requestTo(other, parts), world), undefined)
  })

  t.test('it gives the same answers again in a world of the same seed', async t => {
    const [first, second] = [createWorld(), createWorld()].map(world => {
      prepare(world)
      return [source(request, world), source(request, world)]
    })
    t.same(first, second)
  })
}

/** Creates a function that asks one source, which responds at once; by default, no other source follows it. */
export function asked (source: ResponseSource, next: Respond = refuseToFollow) {
  return (request: ApiRequest, world: World): SourceResponse | undefined => {
    const response = source(scopeOf(request, world), next)
    if (response instanceof Promise) throw new Error('it responds by a promise')
    return response
  }
}

function refuseToFollow (): never {
  throw new Error('no source follows')
}

/** Creates the scope of a request to an API that declares nothing. */
export function scopeOf (request: ApiRequest, world: World): SourceScope {
  return createScope(request, world, { limits: new Map(), rowFiles: new RowFiles(undefined) })
}

/** Any change to it throws from then on. */
function deepFreeze<T> (value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  Object.freeze(value)
  Object.values(value).forEach(deepFreeze)
  return value
}
