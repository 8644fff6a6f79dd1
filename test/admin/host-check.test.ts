import t from 'tap'
import { createHostCheck, hostnameOf, isHostPattern, isLoopback } from '../../src/admin/host-check.ts'

const isAllowed = (host: string, allowed: readonly string[] = []): boolean => {
  const hostname = hostnameOf(host)
  return hostname !== undefined && createHostCheck(allowed)(hostname)
}

t.test('addresses, loopback names and names that no site can have are allowed', async t => {
  for (const host of [
    'localhost',
    'localhost:4010',
    'LOCALHOST:4010',
    'localhost.',
    'app.localhost:4010',
    '127.0.0.1:4010',
    '127.1',
    '10.1.2.3',
    '203.0.113.7:4010',
    '0.0.0.0:4010',
    '[::1]:4010',
    '[::ffff:127.0.0.1]',
    '[2001:db8::1]:4010',
    'standin:4010',
    'my_service',
    'host.docker.internal:4010',
    'ip-10-0-0-1.ec2.internal'
  ]) t.ok(isAllowed(host), host)
})

t.test('names of sites are not allowed, in whatever way they are written', async t => {
  for (const host of [
    'rebind.test',
    'rebind.test:4010',
    'rebind.test.',
    'evil.example',
    'localhost.evil.example',
    '127.0.0.1.evil.example',
    'evil-localhost.example',
    'internal.evil.example',
    'evilinternal.example',
    'standin.',
    'mybox.local',
    '1.2.3.4.5',
    'evil.example@localhost',
    'evil.example/localhost',
    'localhost evil.example',
    'localhost#.evil.example',
    'localhost:port',
    ':4010',
    ''
  ]) t.notOk(isAllowed(host), host)
})

t.test('further names can be allowed, with those below them, or all', async t => {
  const allowed = ['mocks.example', '.team.example', 'Bücher.example']
  for (const host of [
    'mocks.example',
    'MOCKS.example:8080',
    'mocks.example.',
    'team.example',
    'a.b.team.example',
    'xn--bcher-kva.example'
  ]) t.ok(isAllowed(host, allowed), host)
  for (const host of ['a.mocks.example', 'mocks.example.evil.test', 'evilteam.example', 'example', 'evil.test']) {
    t.equal(isAllowed(host, allowed), !host.includes('.'), host)
  }
  t.ok(isAllowed('evil.test', ['*']))
})

t.test('what is allowed is a name, a domain after a dot, or *', async t => {
  for (const text of ['*', 'mocks.example', '.mocks.example', 'standin', '10.0.0.1', 'Bücher.example']) {
    t.ok(isHostPattern(text), text)
  }
  for (const text of ['', '.', '..a', '*.mocks.example', 'mocks.example:80', 'http://mocks.example', 'a/b', 'a b']) {
    t.notOk(isHostPattern(text), text)
  }
})

t.test('loopback names and addresses are those of this machine', async t => {
  for (const name of ['localhost', 'a.localhost', 'localhost.', '127.0.0.1', '127.9.0.1', '[::1]', '[::ffff:7f00:1]']) {
    t.ok(isLoopback(name), name)
  }
  for (const name of [
    'localhost.example',
    'notlocalhost',
    '127.0.0.1.evil.example',
    '127.example',
    '128.0.0.1',
    '0.0.0.0',
    '[::ffff:7f]',
    '[::2]',
    'standin',
    ''
  ]) {
    t.notOk(isLoopback(name), name)
  }
})
