import t from 'tap'
import { firstResponse } from '../../src/responses/first-response.ts'
import type { ResponseSource } from '../../src/responses/response-source.ts'
import { createWorld, order, requestTo } from './orders.ts'

const request = requestTo(order('addOrder'))
const world = createWorld()

function answering (status: number): ResponseSource {
  return () => ({ status, headers: {}, body: undefined, source: 'example' })
}

t.test('the first source that answers wins, and those after it are not asked', async t => {
  const respond = firstResponse(() => undefined, answering(201), () => { throw new Error('it is not asked') })
  t.equal(respond(request, world)?.status, 201)
})

t.test('a source is given the request, the world and the way that was chosen', async t => {
  const seen: unknown[] = []
  const way = { lifecycle: 'broken' }
  firstResponse((...given) => { seen.push(...given); return undefined })(request, world, way)
  t.equal(seen.length, 3)
  t.equal(seen[0], request)
  t.equal(seen[1], world)
  t.equal(seen[2], way)
})

t.test('where no source answers, there is no answer', async t => {
  t.equal(firstResponse(() => undefined)(request, world), undefined)
  t.equal(firstResponse()(request, world), undefined)
})
