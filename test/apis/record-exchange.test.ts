import t from 'tap'
import { startStandin } from '../start-standin.ts'
import { ADD, CREDENTIALS, tryToAdd } from '../providers/mews-exports.ts'
import { journalOf } from './start-with.ts'

t.test('each exchange has one entry in the journal of its world, whatever became of it', async t => {
  const standin = await startStandin(t)
  await tryToAdd(standin)
  await standin.advance('PT1S')
  await tryToAdd(standin)
  await standin.send('POST', ADD, {})
  await standin.send('POST', ADD, '{', { 'content-type': 'application/json' })
  await standin.send('POST', ADD, 'x'.repeat(2 ** 21), { 'content-type': 'application/json' })
  await standin.send('GET', ADD)
  await standin.send('POST', ADD, { ...CREDENTIALS, EntityType: 'Payment' }, { prefer: 'code=500' })
  await standin.send('POST', ADD, { ...CREDENTIALS, EntityType: 'Payment' }, { prefer: 'code=599' })

  const add = 'mews.addExport'
  t.match(await journalOf(standin), [
    {
      operation: add,
      source: 'simulation',
      at: '2026-01-01T00:00:00.000Z',
      request: { method: 'POST', url: ADD, violations: [] },
      response: { status: 200, body: { Export: { Status: 'Pending' } } }
    },
    {
      operation: add,
      source: 'simulation',
      at: '2026-01-01T00:00:01.000Z',
      response: { status: 400 }
    },
    {
      operation: add,
      source: 'refusal',
      request: {
        body: {},
        violations: [
          { pointer: '/Client' },
          { pointer: '/AccessToken' },
          { pointer: '/ClientToken' },
          { pointer: '/EntityType' }
        ]
      },
      response: { status: 400 }
    },
    {
      operation: add,
      source: 'refusal',
      request: { violations: [{ rule: 'malformed' }] },
      response: { status: 400 }
    },
    { operation: add, source: 'refusal', response: { status: 413 } },
    { operation: null, source: 'refusal', request: { method: 'GET' }, response: { status: 405 } },
    { operation: add, source: 'example', response: { status: 500 } },
    { operation: add, source: 'refusal', response: { status: 404 } }
  ])
  t.equal((await journalOf(standin)).length, 8)
})

t.test('credentials are masked, and the admin API is not in the journal', async t => {
  const standin = await startStandin(t)
  await tryToAdd(standin)
  await standin.send('GET', '/api/v1/user_identities/1/export_files', undefined, { 'x-api-key': 'a-secret-key' })
  const text = JSON.stringify(await journalOf(standin))

  t.notMatch(text, CREDENTIALS.AccessToken)
  t.notMatch(text, CREDENTIALS.ClientToken)
  t.notMatch(text, 'a-secret-key')
  t.match(text, CREDENTIALS.Client)
  t.equal((await journalOf(standin)).length, 2)
})

t.test('an exchange names what answered: which stub, and which example', async t => {
  const standin = await startStandin(t)
  const { id } = (
    await standin.admin('POST', '/stubs', {
      operation: 'mews.addExport',
      when: { body: { EntityType: 'Reservation' } },
      sequence: [{ status: 500 }, 'simulation']
    })
  ).json()
  for (const EntityType of ['Reservation', 'Reservation', 'Payment']) {
    await standin.send('POST', ADD, { ...CREDENTIALS, EntityType })
  }
  await standin.send('POST', ADD, { ...CREDENTIALS, EntityType: 'Payment' }, { prefer: 'code=500' })

  const [scripted, passed, simulated, preferred] = await journalOf(standin)
  t.match(scripted, { source: 'stub', stub: id, example: String, world: 'default' })
  t.match(passed, { source: 'simulation', stub: id, example: null })
  t.match(simulated, { source: 'simulation', stub: null, example: null })
  t.match(preferred, { source: 'example', stub: null, example: scripted.example })
})

t.test('an answer that waits for the clock is kept with the time at which its request came', async t => {
  const standin = await startStandin(t)
  await standin.admin('POST', '/stubs', {
    operation: 'mews.addExport',
    simulate: {},
    delay: { fixed: 'PT10S', by: 'clock' }
  })
  const adding = tryToAdd(standin)
  await new Promise(resolve => setImmediate(resolve))
  t.same(await journalOf(standin), [])
  await standin.advance('PT10S')
  await adding

  t.match(await journalOf(standin), [{ at: '2026-01-01T00:00:00.000Z' }])
})
