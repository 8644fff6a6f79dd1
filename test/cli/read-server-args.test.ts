import t from 'tap'
import { readServerArgs, serverArgsIn } from '../../src/cli/read-server-args.ts'

t.test('the arguments of a server are found in its command line', async t => {
  for (const [line, args] of [
    ['node\0dist/cli/main.js\0--port\x008080\0', ['--port', '8080']],
    ['/sbin/docker-init\0--\0node\0dist/cli/main.js\0--tls\0', ['--tls']],
    ['node\0/usr/local/bin/standin\0a.yaml\0', ['a.yaml']],
    ['node\0dist/cli/main.js\0', []],
    ['/lib/systemd/systemd\0--port\x001\0', []],
    ['', []]
  ] as const) t.same(serverArgsIn(line), args, line)
  t.same(readServerArgs('/nowhere/cmdline'), [])
})
