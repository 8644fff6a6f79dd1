import t from 'tap'
import { parseCommand } from '../../src/cli/command.ts'

const SERVE = { kind: 'serve', host: '127.0.0.1', port: 4010, watch: false, options: { log: 'warn' } }

const accepted: ReadonlyArray<{ line: string, env?: Record<string, string>, command: object }> = [
  { line: '', command: SERVE },
  { line: '--help', command: { kind: 'help' } },
  { line: '-h', command: { kind: 'help' } },
  { line: '--port 1 --version', command: { kind: 'version' } },
  { line: '-v', command: { kind: 'version' } },
  { line: '--port 0 --host ::1', command: { ...SERVE, host: '::1', port: 0 } },
  { line: '--port=65535', command: { ...SERVE, port: 65535 } },
  { line: '--port 1 --port 2', command: { ...SERVE, port: 2 } },
  {
    line: '--openapi contracts --fixtures canned',
    command: { ...SERVE, options: { openapi: 'contracts', fixtures: 'canned', log: 'warn' } }
  },
  {
    line: '--watch a.yaml',
    command: { ...SERVE, watch: 'events', options: { openapi: ['a.yaml'], log: 'warn' } }
  },
  {
    line: '--clock frozen --scenario a --scenario b/c',
    command: { ...SERVE, options: { clock: 'frozen', scenario: ['a', 'b/c'], log: 'warn' } }
  },
  {
    line: '',
    env: { STANDIN_CLOCK: 'frozen', STANDIN_SCENARIO: 'a,b/c' },
    command: { ...SERVE, options: { clock: 'frozen', scenario: ['a', 'b/c'], log: 'warn' } }
  },
  { line: '--watch-polling', command: { ...SERVE, watch: 'polling' } },
  { line: '', env: { STANDIN_WATCH: 'true' }, command: { ...SERVE, watch: 'events' } },
  {
    line: '',
    env: { STANDIN_WATCH: 'true', STANDIN_WATCH_POLLING: 'true' },
    command: { ...SERVE, watch: 'polling' }
  },
  {
    line: 'a.yaml b.json',
    command: { ...SERVE, options: { openapi: ['a.yaml', 'b.json'], log: 'warn' } }
  },
  {
    line: '--port 0 -- --odd.yaml',
    command: { ...SERVE, port: 0, options: { openapi: ['--odd.yaml'], log: 'warn' } }
  },
  {
    line: '--seed 7 --starts-at 2026-01-01T00:00:00Z --max-worlds 2 --max-exchanges 0 --max-resources 10 --body-limit 1024',
    command: {
      ...SERVE,
      options: {
        seed: 7,
        startsAt: '2026-01-01T00:00:00Z',
        maxWorlds: 2,
        maxExchanges: 0,
        maxResources: 10,
        bodyLimit: 1024,
        log: 'warn'
      }
    }
  },
  { line: '--no-compress', command: { ...SERVE, options: { compress: false, log: 'warn' } } },
  {
    line: '',
    env: { STANDIN_NO_COMPRESS: 'false' },
    command: { ...SERVE, options: { compress: true, log: 'warn' } }
  },
  {
    line: '--admin-token s3cret --callback-hosts a.test,b.test --log debug',
    command: {
      ...SERVE,
      options: { adminToken: 's3cret', callbackHosts: ['a.test', 'b.test'], log: 'debug' }
    }
  },
  {
    line: '--cors http://a.test,https://b.test --admin-origins off --allowed-hosts a.test,.b.test',
    command: {
      ...SERVE,
      options: {
        cors: ['http://a.test', 'https://b.test'],
        adminOrigins: 'off',
        allowedHosts: ['a.test', '.b.test'],
        log: 'warn'
      }
    }
  },
  { line: '--cors *', command: { ...SERVE, options: { cors: '*', log: 'warn' } } },
  {
    line: '--host mybox.local --allowed-hosts a.test',
    command: { ...SERVE, host: 'mybox.local', options: { allowedHosts: ['a.test', 'mybox.local'], log: 'warn' } }
  },
  {
    line: '--public-url https://mocks.example/standin --trust-proxy loopback a.yaml',
    command: {
      ...SERVE,
      options: {
        publicUrl: 'https://mocks.example/standin',
        trustProxy: ['loopback'],
        openapi: ['a.yaml'],
        log: 'warn'
      }
    }
  },
  {
    line: '--trust-proxy a.yaml',
    command: { ...SERVE, options: { trustProxy: true, openapi: ['a.yaml'], log: 'warn' } }
  },
  { line: '--trust-proxy --strict', command: { ...SERVE, options: { trustProxy: true, strict: true, log: 'warn' } } },
  { line: '--trust-proxy 2', command: { ...SERVE, options: { trustProxy: 2, log: 'warn' } } },
  {
    line: '--trust-proxy=10.0.0.0/8,::1',
    command: { ...SERVE, options: { trustProxy: ['10.0.0.0/8', '::1'], log: 'warn' } }
  },
  {
    line: '',
    env: { STANDIN_TRUST_PROXY: 'false' },
    command: { ...SERVE, options: { trustProxy: false, log: 'warn' } }
  },
  {
    line: '--overlay a.yaml --overlay b.yaml --mount pets=/v2 --mount shop=/ --strict --allow-path common ' +
      '--allow-remote-refs',
    command: {
      ...SERVE,
      options: {
        overlays: ['a.yaml', 'b.yaml'],
        mounts: { pets: '/v2', shop: '/' },
        strict: true,
        allowPaths: ['common'],
        allowRemoteRefs: true,
        log: 'warn'
      }
    }
  },
  {
    line: '',
    env: {
      STANDIN_OVERLAY: 'a.yaml,b.yaml',
      STANDIN_MOUNT: 'pets=/v2,shop=/s',
      STANDIN_STRICT: 'true',
      STANDIN_ALLOW_REMOTE_REFS: 'false'
    },
    command: {
      ...SERVE,
      options: {
        overlays: ['a.yaml', 'b.yaml'],
        mounts: { pets: '/v2', shop: '/s' },
        strict: true,
        allowRemoteRefs: false,
        log: 'warn'
      }
    }
  },
  {
    line: '--proxy http://127.0.0.1:3000/api --proxy pets=https://pets.example --proxy-mode unmatched --enforce ' +
      '--proxy-ca ca.pem --proxy-insecure --proxy-timeout 5',
    command: {
      ...SERVE,
      options: {
        proxy: { '*': 'http://127.0.0.1:3000/api', pets: 'https://pets.example' },
        proxyMode: 'unmatched',
        enforce: true,
        proxyCa: 'ca.pem',
        proxyInsecure: true,
        proxyTimeout: 5,
        log: 'warn'
      }
    }
  },
  {
    line: '',
    env: { STANDIN_PROXY: 'https://all.example,pets=https://pets.example', STANDIN_ENFORCE: 'true' },
    command: {
      ...SERVE,
      options: {
        proxy: { '*': 'https://all.example', pets: 'https://pets.example' },
        enforce: true,
        log: 'warn'
      }
    }
  },
  {
    line: 'check a.yaml --format json --strict',
    command: { kind: 'check', format: 'json', options: { openapi: ['a.yaml'], strict: true } }
  },
  {
    line: 'check',
    env: { STANDIN_PORT: 'x', STANDIN_OPENAPI: 'contracts' },
    command: { kind: 'check', format: 'text', options: { openapi: 'contracts' } }
  },
  { line: 'check --help', command: { kind: 'help' } },
  { line: 'types --overlay a.yaml', command: { kind: 'types', options: { overlays: ['a.yaml'] } } },
  {
    line: '',
    env: { STANDIN_PORT: '5000', STANDIN_MAX_WORLDS: '3' },
    command: { ...SERVE, port: 5000, options: { maxWorlds: 3, log: 'warn' } }
  },
  { line: '--port 6000', env: { STANDIN_PORT: '5000' }, command: { ...SERVE, port: 6000 } },
  {
    line: 'mine.yaml',
    env: { STANDIN_OPENAPI: 'contracts' },
    command: { ...SERVE, options: { openapi: ['mine.yaml'], log: 'warn' } }
  },
  { line: '', env: { STANDIN_ADMIN_TOKEN: '', STANDIN_HELP: '1', PORT: '1' }, command: SERVE },
  { line: '', env: { STANDIN_PORT: 'tcp://10.0.0.11:4010' }, command: SERVE }
]

for (const { line, env = {}, command } of accepted) {
  t.test(`accepted: ${shown(line, env)}`, async t => {
    t.same(parseCommand(words(line), env), command)
  })
}

const refused: ReadonlyArray<{
  line: string
  env?: Record<string, string>
  code?: string
  message: string
}> = [
  {
    line: '--prot 1',
    code: 'STANDIN_UNKNOWN_OPTION',
    message: 'There is no option --prot; did you mean --port?'
  },
  {
    line: '--maxworlds 1',
    code: 'STANDIN_UNKNOWN_OPTION',
    message: 'There is no option --maxworlds; did you mean --max-worlds?'
  },
  ...['--https', '--ssl', '--http2'].map(line => ({
    line,
    code: 'STANDIN_UNKNOWN_OPTION',
    message: `There is no option ${line}; did you mean --tls?`
  })),
  {
    line: '--ssl-key key.pem',
    code: 'STANDIN_UNKNOWN_OPTION',
    message: 'There is no option --ssl-key; did you mean --key?'
  },
  {
    line: '-x',
    code: 'STANDIN_UNKNOWN_OPTION',
    message: 'There is no option -x; standin --help lists them'
  },
  { line: '--port x', message: '--port must be a whole number from 0 to 65535, but is "x"' },
  {
    line: '--port 65536',
    message: '--port must be a whole number from 0 to 65535, but is "65536"'
  },
  { line: '--port 1e3', message: '--port must be a whole number from 0 to 65535, but is "1e3"' },
  { line: '--port=', message: '--port must be a whole number from 0 to 65535, but is ""' },
  { line: '--port', message: '--port must be followed by a value (--port PORT), but is not' },
  {
    line: '--host --port 1',
    message: '--host must be followed by a value (--host HOST), but is not'
  },
  { line: '--host=', message: '--host must be an address of this machine, but is ""' },
  { line: '--help=yes', message: '--help must stand alone, but is followed by "yes"' },
  { line: '--seed -1', message: '--seed must be a whole number of 0 or more, but is "-1"' },
  {
    line: '--seed 9007199254740993',
    message: '--seed must be a whole number of 0 or more, but is "9007199254740993"'
  },
  { line: '--clock stopped', message: '--clock must be running or frozen, but is "stopped"' },
  {
    line: '',
    env: { STANDIN_SCENARIO: 'a,,b' },
    message:
      'STANDIN_SCENARIO must be the name of a scenario, such as mews/failure, or a list of names, but is "a,,b"'
  },
  {
    line: '--starts-at tomorrow',
    message: '--starts-at must be an instant such as 2026-01-01T00:00:00Z, but is "tomorrow"'
  },
  {
    line: '--cors localhost:3000',
    message: '--cors must be off, * or a list of origins such as http://localhost:3000, but is "localhost:3000"'
  },
  {
    line: '--allowed-hosts https://mocks.example',
    message:
      '--allowed-hosts must be a list of host names such as mocks.example, without ports, or *, ' +
      'but is "https://mocks.example"'
  },
  {
    line: '--public-url mocks.example',
    message:
      '--public-url must be an http or https URL without a query, such as https://mocks.example/standin, ' +
      'but is "mocks.example"'
  },
  {
    line: '--trust-proxy=somewhere',
    message:
      '--trust-proxy must be true, false, a number of proxies, or a list of addresses and networks ' +
      'such as loopback or 10.0.0.0/8, but is "somewhere"'
  },
  {
    line: '--callback-hosts a,,b',
    message: '--callback-hosts must be a list of hosts, but is "a,,b"'
  },
  {
    line: '--log loud',
    message: '--log must be one of silent, error, warn, info, debug, trace, but is "loud"'
  },
  {
    line: '--openapi contracts a.yaml',
    message: '--openapi must be left out where documents are named, but is "contracts"'
  },
  {
    line: '--mount /v2',
    message: '--mount must name an API and its path, such as pets=/v2, but is "/v2"'
  },
  {
    line: '--mount pets=v2',
    message: '--mount must name an API and its path, such as pets=/v2, but is "pets=v2"'
  },
  {
    line: '--proxy staging.example',
    message: '--proxy must be the http or https URL of a service, without a query, or name an API and one, such as ' +
      'pets=http://127.0.0.1:3000, but is "staging.example"'
  },
  {
    line: '--proxy http://127.0.0.1:1 --proxy-mode sometimes',
    message: '--proxy-mode must be one of always, unstubbed, unmatched, never, but is "sometimes"'
  },
  { line: '--strict=yes', message: '--strict must stand alone, but is followed by "yes"' },
  {
    line: '',
    env: { STANDIN_STRICT: 'yes' },
    message: 'STANDIN_STRICT must be true or false, but is "yes"'
  },
  {
    line: '',
    env: { STANDIN_WATCH: 'yes' },
    message: 'STANDIN_WATCH must be true or false, but is "yes"'
  },
  { line: 'check --format xml', message: '--format must be text or json, but is "xml"' },
  {
    line: 'check --seed 1',
    code: 'STANDIN_UNKNOWN_OPTION',
    message:
      'There is no option --seed of standin check; there are --format, ' +
      '--openapi, --overlay, --strict, --allow-path, --allow-remote-refs, ' +
      '--fixtures, --help'
  },
  {
    line: '',
    env: { STANDIN_SEED: 'x' },
    message: 'STANDIN_SEED must be a whole number of 0 or more, but is "x"'
  }
]

for (const { line, env = {}, code = 'STANDIN_INVALID_OPTION', message } of refused) {
  t.test(`refused: ${shown(line, env)}`, async t => {
    t.throws(() => parseCommand(words(line), env), { code, message })
  })
}

function words (line: string): string[] {
  return line.split(' ').filter(word => word !== '')
}

function shown (line: string, env: Record<string, string>): string {
  return [...Object.entries(env).map(([name, value]) => `${name}=${value}`), 'standin', line].join(' ').trim()
}

t.test('on a terminal the requests are logged unless a flag or the environment says otherwise', async t => {
  const logOf = (args: readonly string[], env: Record<string, string>, isTerminal: boolean): unknown => {
    const command = parseCommand(args, env, isTerminal)
    return command.kind === 'serve' && command.options.log
  }
  t.equal(logOf([], {}, true), 'info')
  t.equal(logOf([], {}, false), 'warn')
  t.equal(logOf(['--log', 'silent'], {}, true), 'silent')
  t.equal(logOf([], { STANDIN_LOG: 'error' }, true), 'error')
})
