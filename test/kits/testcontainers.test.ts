import t from 'tap'
import { parseCommand } from '../../src/cli/command.ts'
import { startStandin } from '../../src/testing.ts'
import { address, calls, fakeTestcontainers } from './fake-testcontainers.ts'

fakeTestcontainers()
const { StandinContainer } = await import('../../src/kits/testcontainers.ts')

t.beforeEach(() => { calls.length = 0 })

t.test('a container has started when the stand-in in it is healthy', async t => {
  const { server } = await startStandin(t)
  const container = new StandinContainer('standin:1')
  t.strictSame(calls, [
    ['constructor', 'standin:1'],
    ['withExposedPorts', 4010],
    ['withWaitStrategy', { path: '/__admin/health', port: 4010 }]
  ])
  t.equal((await fetch(`${server.url}/__admin/health`)).status, 200)
  await container.start()
  t.strictSame(calls.at(-1), ['start'])
})

t.test('documents, folders, fixtures and overlays are copied, each to a folder of its own', async t => {
  const folder = t.testdir({ 'a.yaml': '', b: { 'a.yaml': '' }, 'c.overlay.yaml': '', fixtures: {} })
  new StandinContainer('standin:1')
    .withDocuments(`${folder}/a.yaml`, `${folder}/b`)
    .withOverlays(`${folder}/c.overlay.yaml`)
    .withFixtures(`${folder}/fixtures/`)
    .withFlags('--clock', 'frozen')

  const copies = calls.filter(([method]) => method.startsWith('withCopy'))
  t.strictSame(copies, [
    ['withCopyFilesToContainer', { source: `${folder}/a.yaml`, target: '/documents/1/a.yaml' }],
    ['withCopyDirectoriesToContainer', { source: `${folder}/b`, target: '/documents/2/b' }],
    ['withCopyFilesToContainer', { source: `${folder}/c.overlay.yaml`, target: '/documents/3/c.overlay.yaml' }],
    ['withCopyDirectoriesToContainer', { source: `${folder}/fixtures`, target: '/documents/4/fixtures' }]
  ])
  const [, command] = calls.at(-1) ?? []
  t.match(parseCommand(command as string[]), {
    options: {
      openapi: ['/documents/1/a.yaml', '/documents/2/b'],
      overlays: ['/documents/3/c.overlay.yaml'],
      fixtures: '/documents/4/fixtures',
      clock: 'frozen'
    }
  })
  t.throws(() => new StandinContainer('standin:1').withDocuments(`${folder}/missing.yaml`), { code: 'ENOENT' })
})

t.test('the worlds of a started container are those of its stand-in, with its token', async t => {
  const { server } = await startStandin(t, { adminToken: 's3cret' })
  address.port = Number(new URL(server.url).port)
  const started = await new StandinContainer('standin:1').withAdminToken('s3cret').start()
  t.match(calls, [[], [], [], ['withEnvironment', { STANDIN_ADMIN_TOKEN: 's3cret' }], ['start']])

  const world = await started.world('checkout')
  t.equal(world.url, `${server.url}/~checkout`)
  await world.clock.freeze()
  t.match(await server.worlds(), [{ name: 'checkout' }])
  t.equal((await started.server().health()).status, 'ok')
  t.not((await started.world()).name, (await started.world()).name)
  await started.stop()
  t.strictSame(calls.at(-1), ['stop'])

  const without = await new StandinContainer('standin:1').start()
  await t.rejects(without.world(), { code: 'STANDIN_ADMIN_TOKEN_REQUIRED' })
})
