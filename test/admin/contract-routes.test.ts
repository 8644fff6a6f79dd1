import t from 'tap'
import { startAdmin } from './start-admin.ts'

t.test('the contracts are listed, and each is served as it was loaded', async t => {
  const { call } = await startAdmin(t)
  t.same((await call('GET', '/contracts')).json(), {
    contracts: [{
      name: 'kiln',
      title: 'Kiln',
      version: '1.0.0',
      file: 'kiln.yaml',
      basePath: '',
      operations: 3,
      warnings: []
    }]
  })
  t.match((await call('GET', '/contracts/kiln.json')).json(), {
    openapi: '3.1.0',
    info: { title: 'Kiln' },
    'x-standin': { resources: {} },
    paths: { '/batches': {} }
  })
})

t.test('an unknown contract names the nearest', async t => {
  const { call } = await startAdmin(t)
  t.match((await call('GET', '/contracts/klin.json')).json(), {
    status: 404,
    code: 'STANDIN_UNKNOWN_CONTRACT',
    detail: /did you mean "kiln"/
  })
  t.match((await call('GET', '/contracts/..%2f..%2fetc%2fpasswd.json')).json(), { status: 404 })
})

t.test('a contract is served in an older version of OpenAPI, too', async t => {
  const { call } = await startAdmin(t)
  t.match((await call('GET', '/contracts/kiln.json?openapi=3.0.3')).json(), {
    openapi: '3.0.3',
    info: { title: 'Kiln' },
    'x-downgraded': { from: '3.1.0', losses: [] }
  })
  t.match((await call('GET', '/contracts/kiln.json')).json(), { openapi: '3.1.0' }, 'the contract itself stays')
  t.match((await call('GET', '/contracts/kiln.json?openapi=2.0')).json(), {
    status: 400,
    code: 'STANDIN_INVALID_REQUEST'
  })
})
