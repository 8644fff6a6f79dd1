import t from 'tap'
import { parseWorldKey } from '../../src/apis/world-key.ts'
import { createStandin } from '../../src/index.ts'

const KEYS = {
  '$request.host': { part: 'host' },
  '$request.header.X-Api-Key': { part: 'header', name: 'x-api-key' },
  '$request.cookie.connect.sid': { part: 'cookie', name: 'connect.sid' },
  '$request.query.tenant': { part: 'query', name: 'tenant' },
  '$request.body#/tenant': { part: 'body', members: ['tenant'] },
  '$request.body#/a~1b/0/id': { part: 'body', members: ['a/b', '0', 'id'] }
}

for (const [text, key] of Object.entries(KEYS)) {
  t.test(`${text} names worlds`, async t => t.same(parseWorldKey(text), key))
}

const WRONG = [
  '',
  'x-api-key',
  '.header.x-api-key',
  '$request',
  '$request.header',
  '$request.header.',
  '$request.path.id',
  '$request.hots',
  '$request.host.x',
  '$request.body',
  '$request.body#',
  '$request.body#tenant',
  '$request.body.tenant',
  '$request.header.x#/y',
  '$response.header.x',
  '$now',
  ' $request.host',
  '$request.host + PT1H'
]

for (const worldBy of WRONG) {
  t.test(`at the start, "${worldBy}" is refused`, async t => {
    const expected = { code: 'STANDIN_INVALID_OPTION', message: /worldBy must be \$request/ }
    await t.rejects(createStandin({ worldBy }), expected)
  })
}
