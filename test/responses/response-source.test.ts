import t from 'tap'
import { firstResponse } from '../../src/responses/response-source.ts'
import type { Respond, ResponseSource, SourceResponse, SourceScope } from '../../src/responses/response-source.ts'
import { createWorld, order, requestTo } from './orders.ts'
import { scopeOf } from './response-source.ts'

const scope = scopeOf(requestTo(order('addOrder')), createWorld())
const leave: ResponseSource = () => undefined
const leaveLater: ResponseSource = async () => undefined
const lastResort: Respond = () => withStatus(501)

function withStatus (status: number): SourceResponse {
  return { status, headers: {}, body: undefined, source: 'example' }
}

t.test('the first source that answers wins, and those after it are not asked', async t => {
  const fail = () => { throw new Error('it is not asked') }
  const respond = firstResponse([leave, undefined, () => withStatus(201), fail], lastResort)
  t.match(respond(scope), { status: 201 })
})

t.test('a source is given the scope of the request', async t => {
  const seen: SourceScope[] = []
  const chosen = { ...scope, lifecycleChoice: { lifecycle: 'broken' } }
  firstResponse([scope => { seen.push(scope); return undefined }], lastResort)(chosen)
  t.equal(seen.length, 1)
  t.equal(seen[0], chosen)
})

t.test('where no source answers, the last resort does', async t => {
  t.match(firstResponse([leave], lastResort)(scope), { status: 501 })
  t.match(firstResponse([], lastResort)(scope), { status: 501 })
})

t.test('a source may take its time, and leave the request to the next one then', async t => {
  t.match(await firstResponse([leaveLater, async () => withStatus(202)], lastResort)(scope), { status: 202 })
  t.match(await firstResponse([leaveLater], lastResort)(scope), { status: 501 })
})

t.test('a source may ask the sources after it for a request of its own making, and change their response', async t => {
  const seen: unknown[] = []
  const change: ResponseSource = (scope, next) => {
    const response = next({ ...scope, lifecycleChoice: { lifecycle: 'broken' } })
    return response instanceof Promise ? response : { ...response, stub: 's' }
  }
  const next: ResponseSource = ({ lifecycleChoice }) => {
    seen.push(lifecycleChoice)
    return withStatus(200)
  }
  t.match(firstResponse([change, next], lastResort)(scope), { status: 200, stub: 's' })
  t.same(seen, [{ lifecycle: 'broken' }])
})
