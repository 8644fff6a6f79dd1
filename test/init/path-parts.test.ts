import t from 'tap'
import { baseKey, collectionName, parentParameters, pathParts } from '../../src/init/path-parts.ts'

t.test('a path is taken apart into a collection, one of its things, and what is done with it', async t => {
  const table: Array<[path: string, key: string, id: string | undefined, verb: string | undefined]> = [
    ['/pets', 'pets', undefined, undefined],
    ['/pets/', 'pets', undefined, undefined],
    ['/pets/{petId}', 'pets', 'petId', undefined],
    ['/pets/{petId}.json', 'pets', 'petId', undefined],
    ['/pets.json', 'pets', undefined, undefined],
    ['/users/{userId}/orders/{id}', 'users/{}/orders', 'id', undefined],
    ['/jobs/{id}/cancel', 'jobs', 'id', 'cancel'],
    ['/jobs/{id}:cancel', 'jobs', 'id', 'cancel'],
    ['/jobs/create', 'jobs', undefined, 'create'],
    ['/run', 'run', undefined, undefined],
    ['/', '', undefined, undefined]
  ]
  for (const [path, key, id, verb] of table) {
    const parts = pathParts({ path })
    t.same([baseKey(parts), parts.id, parts.verb], [key, id, verb], path)
  }
})

t.test('a collection knows its name and what it is below of', async t => {
  const parts = pathParts({ path: '/users/{userId}/orders/{id}' })
  t.equal(collectionName(parts), 'orders')
  t.same(parentParameters(parts), ['userId'])
})
