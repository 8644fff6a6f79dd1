import t from 'tap'
import { parseCommand } from '../../src/cli/command.ts'
import { ctlUsageText } from '../../src/cli/ctl-usage.ts'
import { parseCtl, verbUsage } from '../../src/cli/ctl.ts'
import { CTL_VERBS } from '../../src/cli/ctl-verbs.ts'

const asked: ReadonlyArray<{ args: string[], request: object }> = [
  { args: ['health'], request: { method: 'GET', path: '/health' } },
  { args: ['clock'], request: { method: 'GET', path: '/clock' } },
  { args: ['clock', 'get'], request: { method: 'GET', path: '/clock' } },
  {
    args: ['clock', 'freeze', '2026-01-01T00:00:00Z'],
    request: {
      method: 'PUT',
      path: '/clock',
      body: { value: { mode: 'frozen', now: '2026-01-01T00:00:00Z' } }
    }
  },
  { args: ['clock', 'run'], request: { body: { value: { mode: 'running' } } } },
  {
    args: ['clock', 'advance', 'PT1H'],
    request: { method: 'POST', path: '/clock/advance', body: { value: { by: 'PT1H' } } }
  },
  { args: ['clock', 'advance', '--to', 'idle'], request: { body: { value: { to: 'idle' } } } },
  { args: ['why', 'w1'], request: { method: 'GET', path: '/requests/w1/why' } },
  { args: ['har', '--all', '--test', 'pays'], request: { path: '/har', query: { all: 'true', test: 'pays' } } },
  { args: ['har', '--unmasked', '--ids', '1,2'], request: { query: { masked: 'false', ids: '1,2' } } },
  { args: ['scenario'], request: { path: '/scenarios' } },
  {
    args: [
      'scenario',
      'start',
      'mews/failure',
      '--param',
      'after=PT5S',
      '--param',
      'count=3',
      '--param',
      'q=a=b',
      '--add'
    ],
    request: {
      method: 'POST',
      path: '/scenarios/mews%2Ffailure/start',
      body: { value: { parameters: { after: 'PT5S', count: 3, q: 'a=b' }, add: true } }
    }
  },
  { args: ['scenario', 'stop'], request: { method: 'POST', path: '/scenarios/stop' } },
  { args: ['stub'], request: { path: '/stubs' } },
  {
    args: ['stub', 'add', '{}'],
    request: { method: 'POST', path: '/stubs', body: { kind: 'text', text: '{}' } }
  },
  { args: ['stub', 'check', '{}'], request: { method: 'POST', path: '/stubs/check', body: { text: '{}' } } },
  { args: ['settings', 'names'], request: { method: 'GET', path: '/settings/names' } },
  { args: ['stub', 'add', '-'], request: { body: { kind: 'text', text: '-' } } },
  {
    args: ['stub', 'put', 'a b', '{}'],
    request: { method: 'PUT', path: '/stubs/a%20b', body: { kind: 'text', text: '{}' } }
  },
  { args: ['stub', 'delete', '../1'], request: { method: 'DELETE', path: '/stubs/..%2F1' } },
  {
    args: ['requests', '--operation', 'mews.addExport', '--limit=3'],
    request: { path: '/requests', query: { operation: 'mews.addExport', limit: '3' } }
  },
  { args: ['worlds'], request: { method: 'GET', path: '/worlds' } },
  {
    args: ['worlds', 'start', 'default'],
    request: { method: 'PUT', path: '/worlds/start', body: { kind: 'value', value: { from: 'default' } } }
  },
  { args: ['worlds', 'start'], request: { path: '/worlds/start', body: { value: { from: null } } } },
  { args: ['verify', '{}'], request: { method: 'POST', path: '/requests/verify' } },
  {
    args: ['verify', '-', '--wait=PT5S'],
    request: { path: '/requests/verify', body: { kind: 'text', text: '-', members: { wait: 'PT5S' } } }
  },
  {
    args: ['requests', '--stub', 'a'],
    request: { path: '/requests', query: { stub: 'a' } }
  },
  {
    args: ['coverage', '--operation', 'mews.addExport', '--test', 'a b'],
    request: { method: 'GET', path: '/coverage', query: { operation: 'mews.addExport', test: 'a b' } }
  },
  { args: ['coverage', 'reset'], request: { method: 'DELETE', path: '/coverage' } },
  { args: ['verification'], request: { path: '/verification' } },
  { args: ['timeline', '--limit', '5'], request: { method: 'GET', path: '/timeline', query: { limit: '5' } } },
  { args: ['resources'], request: { path: '/resources' } },
  { args: ['resources', 'mews.Export', 'a b'], request: { path: '/resources/mews.Export/a%20b' } },
  {
    args: ['status', 'mews.Export', '1', 'Failed'],
    request: {
      method: 'PUT',
      path: '/resources/mews.Export/1/status',
      body: { value: { status: 'Failed' } }
    }
  },
  {
    args: ['settings', 'patch', '{"delayMs":2}'],
    request: { method: 'PATCH', path: '/settings', body: { text: '{"delayMs":2}' } }
  },
  { args: ['settings', 'reset'], request: { method: 'DELETE', path: '/settings' } },
  {
    args: ['callbacks', '--wait', 'PT5S', '--count', '2'],
    request: { path: '/callbacks', query: { wait: 'PT5S', count: '2' } }
  }
]

for (const { args, request } of asked) {
  t.test(`asked: standin ctl ${args.join(' ')}`, async t => {
    t.match(parseCtl(args), {
      kind: 'ctl',
      url: 'http://127.0.0.1:4010',
      world: undefined,
      token: undefined,
      follows: false,
      request
    })
  })
}

t.test('the server, the world and the token come from flags, or else from the environment', async t => {
  const env = { STANDIN_URL: 'http://a.test/', STANDIN_WORLD: 'w', STANDIN_ADMIN_TOKEN: 's3cret' }

  t.match(parseCommand(['ctl', 'reset'], env), { kind: 'ctl', url: 'http://a.test', world: 'w', token: 's3cret' })
  t.match(parseCtl(['--url', 'https://b.test//', 'reset', '--world=x', '--token', 't'], env), {
    url: 'https://b.test',
    world: 'x',
    token: 't'
  })
  t.match(parseCtl(['reset'], { STANDIN_URL: '', STANDIN_WORLD: '', STANDIN_ADMIN_TOKEN: '' }), {
    url: 'http://127.0.0.1:4010',
    world: undefined,
    token: undefined
  })
})

t.test('--follow asks for the stream', async t => {
  t.match(parseCtl(['requests', '--follow', '--operation', 'a.b']), {
    follows: true,
    request: { path: '/requests/stream', query: { operation: 'a.b' } }
  })
})

t.test('a dump is printed, and loaded from a file', async t => {
  t.match(parseCtl(['dump', '--journal']), {
    request: { method: 'GET', path: '/dump', query: { journal: 'true' } }
  })
  t.match(parseCtl(['--world', 'checkout', 'load', 'checkout.json']), {
    world: 'checkout',
    request: { method: 'PUT', path: '/dump', body: { kind: 'file', file: 'checkout.json' } }
  })
})

t.test('events are always followed', async t => {
  t.match(parseCtl(['--world', 'checkout', 'events', '--kinds', 'clock,world']), {
    follows: true,
    world: 'checkout',
    request: { method: 'GET', path: '/events', query: { kinds: 'clock,world' } }
  })
})

const refused: ReadonlyArray<{ args: string[], code?: string, message: string | RegExp }> = [
  {
    args: ['clok'],
    code: 'STANDIN_UNKNOWN_VERB',
    message: 'There is no "standin ctl clok": did you mean "clock"?'
  },
  {
    args: ['clock', 'advanse', 'PT1S'],
    code: 'STANDIN_UNKNOWN_VERB',
    message: 'There is no "standin ctl clock advanse": did you mean "clock advance"?'
  },
  {
    args: ['clock', 'zzzzzzzz'],
    code: 'STANDIN_UNKNOWN_VERB',
    message: 'There is no "standin ctl clock zzzzzzzz": there is get, freeze, run, advance'
  },
  {
    args: ['zzzzzzzz'],
    code: 'STANDIN_UNKNOWN_VERB',
    message: /there are health, ready, metrics, ca, worlds, reset, dump, load, clock/
  },
  {
    args: ['reset', '--wrld', 'a'],
    code: 'STANDIN_UNKNOWN_OPTION',
    message: 'There is no option --wrld; did you mean --world?'
  },
  {
    args: ['reset', '--follow'],
    code: 'STANDIN_UNKNOWN_OPTION',
    message: 'There is no option --follow; standin ctl --help lists them'
  },
  {
    args: ['requests', '--follow=yes'],
    message: '--follow must stand alone, but is followed by "yes"'
  },
  {
    args: ['requests', '--operation'],
    message: '--operation must be followed by a value (--operation ID), but is not'
  },
  {
    args: ['scenario', 'start', 'a', '--param', '--add'],
    message: '--param must be followed by a value (--param K=V), but is not'
  },
  {
    args: ['scenario', 'start', 'a', '--param', 'after'],
    message: '--param must be a name and a value, such as after=PT5S, but is "after"'
  },
  {
    args: ['stub', 'delete'],
    message: 'The command must be standin ctl stub delete ID, but is followed by nothing'
  },
  {
    args: ['status', 'mews.Export', '1'],
    message:
      'The command must be standin ctl status TYPE ID STATUS, but is followed by "mews.Export" "1"'
  },
  {
    args: ['reset', 'all'],
    message: 'The command must be standin ctl reset, but is followed by "all"'
  },
  {
    args: ['reset', '--url', 'localhost:4010'],
    message: '--url must be an address such as http://127.0.0.1:4010, but is "localhost:4010"'
  }
]

for (const { args, code = 'STANDIN_INVALID_OPTION', message } of refused) {
  t.test(`refused: standin ctl ${args.join(' ')}`, async t => {
    t.throws(() => parseCtl(args), { code, message })
  })
}

t.test('the help has every verb, fits a wide terminal, and comes where nothing is asked', async t => {
  for (const args of [[], ['--help'], ['clock', '-h']]) t.same(parseCtl(args), { kind: 'ctl-help' })
  for (const verb of CTL_VERBS) t.match(ctlUsageText(), `\n  ${verbUsage(verb)}`)
  for (const line of ctlUsageText().split('\n')) t.ok(line.length <= 120, line)
})

t.test('the examples of the help are commands that parse', async t => {
  const examples = ctlUsageText().split('Examples:')[1]?.match(/(?<=^ {2}standin ctl ).*$/gm) ?? []
  t.equal(examples.length, 4)
  for (const example of examples) t.match(parseCtl(example.replaceAll("'", '').split(' ')), { kind: 'ctl' })
})
