import { LOG_LEVELS } from '../apis/log.ts'
import type { LogLevel } from '../apis/log.ts'
import { areProxies } from '../apis/proxy-trust.ts'
import type { TrustProxy } from '../apis/proxy-trust.ts'
import { FORMAT_NAMES } from '../reports/format-names.ts'
import type { StandinOptions } from '../standin-options.ts'

export const DEFAULT_HOST = '127.0.0.1'
export const DEFAULT_PORT = 4010

/** Without `--log`: on a terminal each request is told. */
export const DEFAULT_LOG: Readonly<Record<'terminal' | 'elsewhere', LogLevel>> = {
  terminal: 'info',
  elsewhere: 'warn'
}

/** An option of the command line. Both the parser and the help text are made of it. */
export interface CommandOption {
  /** Its name, without the dashes. */
  readonly flag: string
  readonly short?: string
  /** The placeholder of its value in the help; an option without one is a switch. */
  readonly value?: string
  /**
   * How its value is read, if not as text; `each`, `pairs` and `services` may be given several times, and `off` is a
   * switch.
   */
  readonly reads?: 'number' | 'off' | 'list' | 'origins' | 'proxies' | 'each' | 'pairs' | 'services'
  /** Tells whether the next word can be its value, for an option that may stand alone; `--flag=value` always is. */
  readonly mayFollow?: (text: string) => boolean
  /** The values that it takes, where it is no option of the server. */
  readonly choices?: readonly string[]
  /** The option of the server that it sets. */
  readonly sets?: keyof StandinOptions
  readonly help: string
  /** The default in the help, where it is not a plain value of the server's option. */
  readonly default?: string
}

/** The address that the server listens on. */
const ADDRESS: readonly CommandOption[] = [
  {
    flag: 'port',
    value: 'PORT',
    reads: 'number',
    help: 'port to listen on; 0 takes a free one',
    default: String(DEFAULT_PORT)
  },
  {
    flag: 'host',
    value: 'HOST',
    help: 'address to listen on; 0.0.0.0 for all',
    default: DEFAULT_HOST
  }
]

/** Which URL clients use. */
const PUBLIC_URL: readonly CommandOption[] = [
  {
    flag: 'public-url',
    value: 'URL',
    sets: 'publicUrl',
    help: 'URL by which clients reach the server: https://mocks.example/api',
    default: 'as requested'
  },
  {
    flag: 'trust-proxy',
    value: 'PROXY,…',
    reads: 'proxies',
    mayFollow: text => areProxies(readProxies(text)),
    sets: 'trustProxy',
    help: 'proxies whose X-Forwarded headers say it: all, their number, or addresses',
    default: 'none'
  }
]

/** Which paths are the same. */
const PATHS: readonly CommandOption[] = [
  { flag: 'ignore-duplicate-slashes', sets: 'ignoreDuplicateSlashes', help: 'serve //pets as /pets' },
  { flag: 'ignore-path-case', sets: 'ignorePathCase', help: 'serve /Pets as /pets; parameters keep their case' }
]

/** The options for TLS. */
const TLS: readonly CommandOption[] = [
  { flag: 'tls', sets: 'tls', help: 'serve HTTPS, with HTTP/2; without --cert, with a certificate that is made' },
  { flag: 'cert', value: 'FILE', sets: 'cert', help: 'certificate for HTTPS, as PEM', default: 'one that is made' },
  { flag: 'key', value: 'FILE', sets: 'key', help: 'private key of --cert, as PEM', default: 'one that is made' },
  {
    flag: 'tls-name',
    value: 'NAME',
    reads: 'each',
    sets: 'tlsNames',
    help: 'name that the certificate is for; may be repeated',
    default: 'localhost, 127.0.0.1, ::1'
  }
]

/** Which documents are served, and how they are read. */
const DOCUMENTS: readonly CommandOption[] = [
  {
    flag: 'openapi',
    value: 'DIR',
    sets: 'openapi',
    help: 'directory of OpenAPI documents to serve',
    default: 'the shipped documents'
  },
  {
    flag: 'overlay',
    value: 'FILE',
    reads: 'each',
    sets: 'overlays',
    help: 'OpenAPI Overlay to apply; may be repeated',
    default: 'those in DIR'
  },
  {
    flag: 'mount',
    value: 'API=/PATH',
    reads: 'pairs',
    sets: 'mounts',
    help: 'path to serve an API under; may be repeated',
    default: 'that of its server, and /'
  },
  { flag: 'strict', sets: 'strict', help: 'treat warnings as errors' },
  {
    flag: 'allow-path',
    value: 'DIR',
    reads: 'each',
    sets: 'allowPaths',
    help: 'directory that documents may refer to; may be repeated',
    default: "each document's own"
  },
  {
    flag: 'allow-remote-refs',
    sets: 'allowRemoteRefs',
    help: 'fetch documents by http(s) URLs, those that $refs name too'
  },
  {
    flag: 'fixtures',
    value: 'DIR',
    sets: 'fixtures',
    help: 'directory of canned bodies and scenarios',
    default: 'those of the shipped documents'
  }
]

/** How every world starts. */
const START: readonly CommandOption[] = [
  { flag: 'seed', value: 'N', reads: 'number', sets: 'seed', help: 'seed of everything that is generated' },
  { flag: 'locale', value: 'NAME', sets: 'locale', help: 'language of generated names and texts, such as de or pt_BR' },
  {
    flag: 'starts-at',
    value: 'INSTANT',
    sets: 'startsAt',
    help: 'when the clock of every world starts: 2026-01-01T00:00:00Z',
    default: 'the real time'
  },
  { flag: 'clock', value: 'MODE', sets: 'clock', help: 'how the clock of every world starts: running or frozen' },
  {
    flag: 'scenario',
    value: 'NAME',
    reads: 'each',
    sets: 'scenario',
    help: 'scenario to start in every new world; may be repeated',
    default: 'none'
  },
  {
    flag: 'replay',
    value: 'FILE',
    reads: 'each',
    sets: 'replay',
    help: 'HAR file whose answers every new world gives, in order; may be repeated',
    default: 'none'
  },
  {
    flag: 'settings',
    value: 'FILE',
    sets: 'settings',
    help: 'settings of every new world, as YAML or JSON: delays, faults, limits',
    default: 'none'
  }
]

/** How the APIs respond. */
const RESPONSES: readonly CommandOption[] = [
  {
    flag: 'query-preferences',
    sets: 'queryPreferences',
    help: 'read __code, __example, __dynamic and __seed of the query as preferences'
  },
  {
    flag: 'invalid-status',
    value: 'STATUS',
    reads: 'number',
    sets: 'invalidStatus',
    help: 'status of an invalid request, where neither 400 nor 422 is documented'
  },
  {
    flag: 'response-errors',
    sets: 'responseErrors',
    help: 'respond with 500 in place of a response that breaks its contract'
  }
]

/** Which requests are passed on, and how. */
const PROXYING: readonly CommandOption[] = [
  {
    flag: 'proxy',
    value: '[API=]URL',
    reads: 'services',
    sets: 'proxy',
    help: 'service to pass requests on to, of all APIs or of one; may be repeated',
    default: 'none'
  },
  {
    flag: 'proxy-mode',
    value: 'MODE',
    sets: 'proxyMode',
    help: 'requests to pass on: always, unstubbed, unmatched or never'
  },
  { flag: 'enforce', sets: 'enforce', help: 'refuse requests that violate the contract instead of passing them on' },
  {
    flag: 'proxy-ca',
    value: 'FILE',
    sets: 'proxyCa',
    help: 'certificates of authorities that services are trusted by too, as PEM',
    default: 'none'
  },
  { flag: 'proxy-insecure', sets: 'proxyInsecure', help: 'pass requests on to services with any certificate' },
  {
    flag: 'proxy-timeout',
    value: 'N',
    reads: 'number',
    sets: 'proxyTimeout',
    help: 'seconds that a response of a service may take to begin; 0 for any time'
  }
]

/** The options for coverage. */
const COVERAGE: readonly CommandOption[] = [
  { flag: 'no-coverage', reads: 'off', sets: 'coverage', help: 'do not count what requests touch' },
  {
    flag: 'coverage-ignore',
    value: 'FILE',
    sets: 'coverageIgnore',
    help: 'what no test has to touch, with reasons, as YAML or JSON',
    default: 'none'
  },
  {
    flag: 'report',
    value: 'DIR',
    sets: 'report',
    help: 'folder to write the report of the coverage to when the server stops',
    default: 'none'
  },
  {
    flag: 'report-formats',
    value: 'FORMAT,…',
    reads: 'list',
    sets: 'reportFormats',
    help: `formats of --report: ${FORMAT_NAMES.join(', ')}`,
    default: 'all'
  }
]

/** Where worlds are kept, and how much. */
const LIMITS: readonly CommandOption[] = [
  {
    flag: 'data',
    value: 'DIR',
    sets: 'data',
    help: 'folder to keep all worlds in, so that they outlive the process',
    default: 'memory only'
  },
  {
    flag: 'store',
    value: 'URL',
    sets: 'store',
    help: 'Redis or Valkey to keep all worlds in: redis://HOST',
    default: 'memory only'
  },
  {
    flag: 'replica-url',
    value: 'URL',
    sets: 'replicaUrl',
    help: 'URL at which the other servers on --store reach this one',
    default: 'where it listens'
  },
  {
    flag: 'store-lease',
    value: 'N',
    reads: 'number',
    sets: 'storeLease',
    help: 'seconds after which others take over the worlds of a server that was killed'
  },
  {
    flag: 'store-wait',
    value: 'N',
    reads: 'number',
    sets: 'storeWait',
    help: 'seconds that a request waits for such a world, before it gets 503'
  },
  {
    flag: 'max-worlds',
    value: 'N',
    reads: 'number',
    sets: 'maxWorlds',
    help: 'worlds to keep; then the least recently used is evicted'
  },
  {
    flag: 'max-exchanges',
    value: 'N',
    reads: 'number',
    sets: 'maxExchanges',
    help: "exchanges to keep in a world's journal; then the oldest is evicted"
  },
  {
    flag: 'max-resources',
    value: 'N',
    reads: 'number',
    sets: 'maxResources',
    help: 'resources that a world may hold'
  },
  {
    flag: 'max-memory',
    value: 'BYTES',
    reads: 'number',
    sets: 'maxMemory',
    help: 'bytes of requests to keep; the oldest are evicted',
    default: '1/4 of memory, up to 128 MiB'
  },
  {
    flag: 'request-timeout',
    value: 'N',
    reads: 'number',
    sets: 'requestTimeout',
    help: 'seconds that a request may take to come; 0 for any time'
  },
  {
    flag: 'body-limit',
    value: 'BYTES',
    reads: 'number',
    sets: 'bodyLimit',
    help: "largest size of a request's body"
  },
  {
    flag: 'no-compress',
    reads: 'off',
    sets: 'compress',
    help: 'send every response as it is, whatever Accept-Encoding asks for'
  }
]

/** Who may do what, and what is printed. */
const OPERATION: readonly CommandOption[] = [
  {
    flag: 'admin-token',
    value: 'TOKEN',
    sets: 'adminToken',
    help: 'token that the admin API requires',
    default: 'none'
  },
  {
    flag: 'admin-origins',
    value: 'ORIGIN,…',
    reads: 'origins',
    sets: 'adminOrigins',
    help: 'pages that may use the admin API; off, or * for all',
    default: 'those of this machine'
  },
  {
    flag: 'allowed-hosts',
    value: 'HOST,…',
    reads: 'list',
    sets: 'allowedHosts',
    help: 'host names of the admin API, beside localhost and private ones; * for any',
    default: 'none'
  },
  {
    flag: 'cors',
    value: 'ORIGIN,…',
    reads: 'origins',
    sets: 'cors',
    help: 'pages that may use the APIs; off for none, * for all without credentials',
    default: 'all'
  },
  {
    flag: 'callback-hosts',
    value: 'HOST,…',
    reads: 'list',
    sets: 'callbackHosts',
    help: 'the only hosts that callbacks are sent to',
    default: 'any'
  },
  {
    flag: 'callback-ca',
    value: 'FILE',
    sets: 'callbackCa',
    help: 'certificates of authorities that callbacks trust too, as PEM',
    default: 'none'
  },
  { flag: 'callback-insecure', sets: 'callbackInsecure', help: 'send callbacks to receivers with any certificate' },
  {
    flag: 'world-by',
    value: 'EXPR',
    sets: 'worldBy',
    help: "names the world of a request that does not: '$request.header.x-api-key'",
    default: 'none'
  },
  { flag: 'metrics', sets: 'metrics', help: 'count for Prometheus, at /__admin/metrics' },
  { flag: 'telemetry', sets: 'telemetry', help: 'record spans by the OpenTelemetry that is loaded with --import' },
  {
    flag: 'log',
    value: 'LEVEL',
    sets: 'log',
    help: LOG_LEVELS.join(', '),
    default: 'info on a terminal, else warn'
  },
  {
    flag: 'log-format',
    value: 'FORMAT',
    sets: 'logFormat',
    help: 'text, or json for an object a line',
    default: 'text'
  },
  { flag: 'watch', help: 'reload what is served after each edit, and keep the state' },
  { flag: 'watch-polling', help: 'watch by polling, for folders whose edits the system does not report' },
  { flag: 'help', short: 'h', help: 'show this help' },
  { flag: 'version', short: 'v', help: 'show the version' }
]

/** The options of the command line, in the order of the help. */
export const COMMAND_OPTIONS: readonly CommandOption[] = [
  ...ADDRESS,
  ...PUBLIC_URL,
  ...PATHS,
  ...TLS,
  ...DOCUMENTS,
  ...START,
  ...RESPONSES,
  ...PROXYING,
  ...COVERAGE,
  ...LIMITS,
  ...OPERATION
]

/** Reads the proxies that are trusted: all of them where none are named. */
export function readProxies (text: string): TrustProxy {
  if (text === '' || text === 'true' || text === 'all') return true
  if (text === 'false' || text === 'none') return false
  return /^\d+$/.test(text) ? Number(text) : text.split(',').map(item => item.trim())
}

/** Returns the environment variable that sets what a flag sets: `STANDIN_MAX_WORLDS` for `max-worlds`. */
export function environmentName (flag: string): string {
  return `STANDIN_${flag.toUpperCase().replaceAll('-', '_')}`
}
