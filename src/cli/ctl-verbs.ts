import { exactJson } from '../exact-json.ts'

/** A request to the admin API, as a verb of `standin ctl` sends it. */
export interface CtlRequest {
  readonly method: string
  readonly path: string
  readonly query?: Readonly<Record<string, string | undefined>>
  readonly body?: CtlBody
}

/** A body: a value, a JSON text with members from flags, or a file; `-` stands for what standard input holds. */
export type CtlBody =
  | { readonly kind: 'value', readonly value: unknown }
  | { readonly kind: 'text', readonly text: string, readonly members?: CtlFlags }
  | { readonly kind: 'file', readonly file: string }

/**
 * The flags that were given, by name. A flag that may be repeated has all its values, and a switch is true.
 */
export type CtlFlags = Readonly<Record<string, string | boolean | readonly string[] | undefined>>

export interface CtlVerb {
  /** One word or two. */
  readonly words: readonly [string, string?]
  /** Whether the second word may be left out. */
  readonly isDefault?: boolean
  /** The names of its arguments; those in brackets are optional. */
  readonly takes?: readonly string[]
  /** Its flags, each with the placeholder of its value in the help; a switch has none. */
  readonly flags?: Readonly<Record<string, string | undefined>>
  readonly help: string
  /** Whether it prints events until it is interrupted. */
  readonly follows?: (flags: CtlFlags) => boolean
  /** Returns the file that its answer is written to, in the place of the output. */
  readonly fileOf?: (flags: CtlFlags) => string | undefined
  toRequest (args: readonly string[], flags: CtlFlags): CtlRequest
}

const WORLDS: readonly CtlVerb[] = [
  { words: ['health'], help: 'check that the server answers', toRequest: () => get('/health') },
  { words: ['ready'], help: 'check that the server takes requests', toRequest: () => get('/ready') },
  { words: ['metrics'], help: 'print what it counts for Prometheus', toRequest: () => get('/metrics') },
  { words: ['ca'], help: 'print the certificate of the authority to trust', toRequest: () => get('/ca.pem') },
  { words: ['worlds', 'list'], isDefault: true, help: 'list the worlds', toRequest: () => get('/worlds') },
  {
    words: ['worlds', 'start'],
    takes: ['[NAME]'],
    help: 'start new worlds like this one; without a name, as the server does',
    toRequest: ([from = null]) => send('PUT', '/worlds/start', value({ from }))
  },
  { words: ['reset'], help: 'reset the world', toRequest: () => send('POST', '/reset') },
  {
    words: ['dump'],
    flags: { journal: undefined },
    help: 'print all state of the world; with --journal, its requests too',
    toRequest: (_args, flags) => ({ ...get('/dump'), query: texts(flags) })
  },
  {
    words: ['load'],
    takes: ['FILE|-'],
    help: 'put what was dumped in the place of the world',
    toRequest: ([file = '']) => send('PUT', '/dump', { kind: 'file', file })
  }
]

const CLOCK: readonly CtlVerb[] = [
  { words: ['clock', 'get'], isDefault: true, help: 'print the time of the world', toRequest: () => get('/clock') },
  {
    words: ['clock', 'freeze'],
    takes: ['[INSTANT]'],
    help: 'stop the clock',
    toRequest: ([now]) => send('PUT', '/clock', value({ mode: 'frozen', now }))
  },
  {
    words: ['clock', 'run'],
    takes: ['[INSTANT]'],
    help: 'let the clock run',
    toRequest: ([now]) => send('PUT', '/clock', value({ mode: 'running', now }))
  },
  {
    words: ['clock', 'advance'],
    takes: ['[DURATION]'],
    flags: { to: 'INSTANT|next|idle' },
    help: 'advance the clock: PT1H, or --to idle',
    toRequest: ([by], { to }) => send('POST', '/clock/advance', value({ by, to }))
  },
  {
    words: ['timeline'],
    flags: { limit: 'N' },
    help: 'print the statuses of resources over time, and the callbacks',
    toRequest: (_args, flags) => ({ ...get('/timeline'), query: texts(flags) })
  }
]

const SCENARIOS: readonly CtlVerb[] = [
  {
    words: ['scenario', 'list'],
    isDefault: true,
    help: 'list the scenarios, and those that run',
    toRequest: () => get('/scenarios')
  },
  {
    words: ['scenario', 'start'],
    takes: ['NAME'],
    flags: { param: 'K=V', add: undefined },
    help: 'start a scenario; with --add, beside those that run',
    toRequest: ([name = ''], { add, param }) => {
      const body = value({ parameters: readParameters(param), add })
      return send('POST', `/scenarios/${encodeURIComponent(name)}/start`, body)
    }
  },
  { words: ['scenario', 'stop'], help: 'stop the scenarios that run', toRequest: () => send('POST', '/scenarios/stop') }
]

const STUBS: readonly CtlVerb[] = [
  { words: ['stub', 'list'], isDefault: true, help: 'list the stubs', toRequest: () => get('/stubs') },
  {
    words: ['stub', 'add'],
    takes: ['JSON|-'],
    help: 'add a stub',
    toRequest: ([text]) => send('POST', '/stubs', json(text))
  },
  {
    words: ['stub', 'check'],
    takes: ['JSON|-'],
    help: 'check a stub without adding it',
    toRequest: ([text]) => send('POST', '/stubs/check', json(text))
  },
  {
    words: ['stub', 'put'],
    takes: ['ID', 'JSON|-'],
    help: 'add a stub with this id, or replace it',
    toRequest: ([id = '', text]) => send('PUT', `/stubs/${encodeURIComponent(id)}`, json(text))
  },
  {
    words: ['stub', 'delete'],
    takes: ['ID'],
    help: 'delete a stub',
    toRequest: ([id = '']) => send('DELETE', `/stubs/${encodeURIComponent(id)}`)
  }
]

const JOURNAL: readonly CtlVerb[] = [
  {
    words: ['requests'],
    flags: {
      follow: undefined,
      operation: 'ID',
      status: 'STATUS',
      source: 'SOURCE',
      stub: 'ID',
      state: 'STATE',
      limit: 'N'
    },
    help: 'print the journal; with --follow, new exchanges as they come',
    follows: ({ follow }) => follow === true,
    toRequest: (_args, { follow, ...filters }) => {
      return { ...get(follow === true ? '/requests/stream' : '/requests'), query: texts(filters) }
    }
  },
  {
    words: ['why'],
    takes: ['ID'],
    help: 'explain a response of the journal: the sources passed over, the nearest stubs',
    toRequest: ([id = '']) => get(`/requests/${encodeURIComponent(id)}/why`)
  },
  {
    words: ['har'],
    flags: {
      file: 'FILE',
      all: undefined,
      unmasked: undefined,
      operation: 'ID',
      ids: 'ID,…',
      test: 'NAME'
    },
    help: 'export the journal as HAR 1.2, into a file with --file; with --all, of all worlds',
    fileOf: ({ file }) => file === undefined ? undefined : String(file),
    toRequest: (_args, { file, unmasked, ...filters }) => {
      return { ...get('/har'), query: texts({ ...filters, ...unmasked === true && { masked: 'false' } }) }
    }
  },
  {
    words: ['verify'],
    takes: ['JSON|-'],
    flags: { wait: 'DURATION' },
    help: 'verify that requests came as expected; with --wait, wait for them',
    toRequest: ([text = ''], members) => send('POST', '/requests/verify', { kind: 'text', text, members })
  },
  { words: ['verification'], help: 'report all that is wrong in the world', toRequest: () => get('/verification') }
]

const EVENTS: readonly CtlVerb[] = [
  {
    words: ['events'],
    flags: { kinds: 'KIND,…', after: 'ID' },
    help: 'print what happens, as it happens; with --world, in that world',
    follows: () => true,
    toRequest: (_args, flags) => ({ ...get('/events'), query: texts(flags) })
  }
]

const RESOURCES: readonly CtlVerb[] = [
  {
    words: ['resources'],
    takes: ['[TYPE]', '[ID]'],
    help: 'list the types, or the resources of one; print a resource',
    toRequest: args => get(['/resources', ...args.map(encodeURIComponent)].join('/'))
  },
  {
    words: ['status'],
    takes: ['TYPE', 'ID', 'STATUS'],
    help: 'put a resource into a status',
    toRequest: ([type = '', id = '', status]) => {
      const path = `/resources/${encodeURIComponent(type)}/${encodeURIComponent(id)}/status`
      return send('PUT', path, value({ status }))
    }
  }
]

const SETTINGS: readonly CtlVerb[] = [
  { words: ['settings', 'get'], isDefault: true, help: 'print the settings', toRequest: () => get('/settings') },
  { words: ['settings', 'names'], help: 'list what settings can name', toRequest: () => get('/settings/names') },
  {
    words: ['settings', 'patch'],
    takes: ['JSON|-'],
    help: 'change settings',
    toRequest: ([text]) => send('PATCH', '/settings', json(text))
  },
  { words: ['settings', 'reset'], help: 'reset the settings', toRequest: () => send('DELETE', '/settings') }
]

const CALLBACKS: readonly CtlVerb[] = [
  {
    words: ['callbacks', 'list'],
    isDefault: true,
    flags: { state: 'STATE', wait: 'DURATION', count: 'N' },
    help: 'list the callbacks; with --wait, wait for --count of them',
    toRequest: (_args, flags) => ({ ...get('/callbacks'), query: texts(flags) })
  },
  {
    words: ['callbacks', 'fire'],
    takes: ['NAME', '[URL]'],
    help: 'send a webhook or a callback of a document',
    toRequest: ([name = '', url]) => send('POST', `/callbacks/${encodeURIComponent(name)}`, value({ url }))
  }
]

const COVERAGE: readonly CtlVerb[] = [
  {
    words: ['coverage', 'get'],
    isDefault: true,
    flags: { test: 'NAME', api: 'NAME', operation: 'ID' },
    help: 'print what requests have touched; with --world, in that world',
    toRequest: (_args, flags) => ({ ...get('/coverage'), query: texts(flags) })
  },
  { words: ['coverage', 'reset'], help: 'count anew', toRequest: () => send('DELETE', '/coverage') }
]

const DRIFT: readonly CtlVerb[] = [
  {
    words: ['drift', 'get'],
    isDefault: true,
    help: 'print where the service and the contracts differ',
    toRequest: () => get('/drift')
  },
  { words: ['drift', 'reset'], help: 'compare anew', toRequest: () => send('DELETE', '/drift') }
]

const CONTRACTS: readonly CtlVerb[] = [
  { words: ['contracts'], help: 'list the contracts', toRequest: () => get('/contracts') },
  {
    words: ['contract'],
    takes: ['NAME'],
    flags: { openapi: '3.1.0|3.0.3' },
    help: 'print a contract, as it was loaded or in an older version of OpenAPI',
    toRequest: ([name = ''], flags) => ({ ...get(`/contracts/${encodeURIComponent(name)}.json`), query: texts(flags) })
  }
]

const PACTS: readonly CtlVerb[] = [
  {
    words: ['pact', 'load'],
    takes: ['FILE|-'],
    help: 'add a stub for each interaction of a pact',
    toRequest: ([file = '']) => send('POST', '/pact/stubs', { kind: 'file', file })
  }
]

const EDITORS: readonly CtlVerb[] = [
  {
    words: ['schema'],
    takes: ['FILE'],
    help: 'print a JSON Schema for editors: openapi, overlay or scenario',
    toRequest: ([file = '']) => get(`/schemas/${encodeURIComponent(file)}.json`)
  }
]

/** The verbs of `standin ctl`. Both the parser and the help text are made of them. */
export const CTL_VERBS: readonly CtlVerb[] = [
  ...WORLDS,
  ...CLOCK,
  ...SCENARIOS,
  ...STUBS,
  ...JOURNAL,
  ...EVENTS,
  ...RESOURCES,
  ...SETTINGS,
  ...CALLBACKS,
  ...COVERAGE,
  ...DRIFT,
  ...CONTRACTS,
  ...PACTS,
  ...EDITORS
]

function get (path: string): CtlRequest {
  return { method: 'GET', path }
}

function send (method: string, path: string, body?: CtlBody): CtlRequest {
  return body === undefined ? { method, path } : { method, path, body }
}

function value (value: unknown): CtlBody {
  return { kind: 'value', value }
}

function json (text = ''): CtlBody {
  return { kind: 'text', text }
}

function texts (flags: CtlFlags): Record<string, string | undefined> {
  const query: Record<string, string | undefined> = {}
  for (const [name, value] of Object.entries(flags)) {
    if (value !== undefined) query[name] = String(value)
  }
  return query
}

/** Reads parameters such as `retries=3`. A value that is JSON is parsed, and any other is a text. */
function readParameters (given: CtlFlags[string]): Record<string, unknown> | undefined {
  if (!Array.isArray(given)) return undefined
  return Object.fromEntries(given.map((text: string) => {
    const [, name = '', value = ''] = /^([^=]*)=?([^]*)$/.exec(text) ?? []
    return [name, readValue(value)]
  }))
}

function readValue (text: string): unknown {
  try {
    return exactJson.parse(text)
  } catch {
    return text
  }
}
