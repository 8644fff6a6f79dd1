import t from 'tap'
import { answering, startWith } from './start-with.ts'

const named = (name: string, parameters: object[] = []) => ({
  operationId: name,
  parameters,
  responses: answering({ type: 'string' }, name)
})
const marked = (name: string, place: string) => ({ name, in: place, schema: { type: 'string' } })

const PATHS = {
  '/': { get: named('readAll') },
  '/#Action=AddTags': { get: named('addTags', [marked('Action', 'query')]) },
  '/#Action=RemoveTags': { get: named('removeTags', [marked('Action', 'query')]) },
  '/#X-Target=Clusters.Create': { get: named('createCluster', [marked('X-Target', 'header')]) },
  '/files/{name}': { get: named('readFile') },
  '/files/{key}#acl': { get: named('readAccess') },
  '/files/{key}#acl&version': { get: named('readAccessOfVersion') },
  '/jobs?state=open': { get: named('listOpenJobs') },
  '/shops': { get: named('listShops') },
  '/shops/': { get: named('listShopsOfFolder') }
}

/** What apis.guru writes for services that tell their operations apart by the query or by a header. */
const REQUESTS: Array<[url: string, headers: Record<string, string>, operation: string]> = [
  ['/', {}, 'readAll'],
  ['/?Action=AddTags', {}, 'addTags'],
  ['/?Version=1&Action=RemoveTags', {}, 'removeTags'],
  ['/?Action=Other', {}, 'readAll'],
  ['/', { 'x-target': 'Clusters.Create' }, 'createCluster'],
  ['/files/a', {}, 'readFile'],
  ['/files/a?acl', {}, 'readAccess'],
  ['/files/a?acl=true&version=1', {}, 'readAccessOfVersion'],
  ['/jobs?state=open', {}, 'listOpenJobs'],
  ['/shops', {}, 'listShops'],
  ['/shops/', {}, 'listShopsOfFolder']
]

t.test('operations at one path are told apart by what their paths end in', async t => {
  const { app, send } = await startWith(t, PATHS)
  for (const [url, headers, operation] of REQUESTS) {
    t.equal(
      (await send('GET', url, undefined, headers)).json(),
      operation,
      `${url} ${JSON.stringify(headers)}`
    )
  }
  t.equal(app.contracts[0]?.operations.length, Object.keys(PATHS).length)
})
