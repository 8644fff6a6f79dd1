import type { LogFormat, LogLevel } from './apis/log.ts'
import type { Origins } from './apis/origin.ts'
import type { TrustProxy } from './apis/proxy-trust.ts'
import type { ProxyMode } from './messages/proxy-mode.ts'
import type { ReportFormatName } from './reports/format-names.ts'
import type { ClockMode } from './worlds/clock.ts'

/** The options of a stand-in server. Each has a default. */
export interface StandinOptions {
  /**
   * The OpenAPI documents to serve: a directory of them, or a list of files.
   * @default the four shipped documents
   */
  openapi?: string | readonly string[]
  /**
   * The OpenAPI Overlay documents that change the documents before they are served, in this order.
   * @default those in the directory of documents
   */
  overlays?: readonly string[]
  /**
   * The path under which an API is served, by the name of the API: `{ pets: '/v2' }`.
   * @default the path of the document's first server, and `/`
   */
  mounts?: Readonly<Record<string, string>>
  /**
   * Whether warnings about documents are treated as errors.
   * @default false
   */
  strict?: boolean
  /**
   * Folders whose files documents may refer to, by `$ref` or `externalValue`, beside those below their own folders, and
   * that symbolic links among the fixtures may lead to.
   * @default none
   */
  allowPaths?: readonly string[]
  /**
   * Whether http(s) URLs are fetched: documents, and the files that `$ref`s and `externalValue`s name.
   * @default false
   */
  allowRemoteRefs?: boolean
  /**
   * The directory of canned bodies, rows and scenarios.
   * @default the shipped fixtures for the shipped documents; none for documents of your own
   */
  fixtures?: string
  /**
   * The seed of everything that is generated, such as ids, tokens and bodies: the same seed gives the same
   * run.
   * @default 1
   */
  seed?: number
  /**
   * The language of the names and texts that are generated: a locale of `@faker-js/faker`, such as `de` or `pt_BR`.
   * @default 'en'
   */
  locale?: string
  /**
   * The instant at which the clock of every world starts, as an RFC 3339 date-time: `2026-01-01T00:00:00Z`.
   * @default the real time
   */
  startsAt?: string
  /**
   * How the clock of every world starts: `running` goes on with the real time, `frozen` stands still until it
   * is moved.
   * @default 'running'
   */
  clock?: ClockMode
  /**
   * The name of a scenario, such as `mews/failure`, or a list of names. They are started in every new world,
   * with the defaults of their parameters. Where one of them sets the clock, the clock of the world starts
   * there.
   * @default none
   */
  scenario?: string | readonly string[]
  /**
   * HAR files whose recorded answers every new world gives: in order to the requests that are like a recorded one, and
   * after stubs of your own. Each is a scenario too, named after its file: `replay/checkout`.
   * @default none
   */
  replay?: readonly string[]
  /**
   * The settings that every new world starts with: changes of the defaults as `PATCH /__admin/settings` takes them,
   * or the path of a YAML or JSON file that has them.
   * @default none
   */
  settings?: string | object
  /**
   * How many worlds are kept. When there are more, the least recently used is evicted.
   * @default 1000
   */
  maxWorlds?: number
  /**
   * How many exchanges the journal of a world keeps. When there are more, the oldest is evicted.
   * @default 1000
   */
  maxExchanges?: number
  /**
   * How many resources a world holds. When there are more, the oldest that a request created is evicted;
   * where there is none, the request that would create one is refused.
   * @default 100000
   */
  maxResources?: number
  /**
   * How many bytes all worlds together keep of requests: journals, callbacks, remembered answers and the resources
   * that requests created, and generated bodies. Exchanges, ended callbacks and generated bodies take at most half of
   * it. Where there are more bytes, the oldest of these are evicted; then remembered answers and waiting callbacks;
   * then resources.
   * @default a quarter of what the process may use, at most 128 MiB
   */
  maxMemory?: number
  /**
   * How long a request may take to come, in seconds: its headers, and then its body. Later than that it is refused with
   * 408. 0 is for any time.
   * @default 30
   */
  requestTimeout?: number
  /**
   * The largest size of a request's body, in bytes.
   * @default 1048576
   */
  bodyLimit?: number
  /**
   * Whether slashes in succession count as one in the paths of requests: `//pets` is `/pets`.
   * @default false
   */
  ignoreDuplicateSlashes?: boolean
  /**
   * Whether the letters A to Z of paths match a to z: `/Pets` is `/pets`. Values of parameters keep their case. Among
   * paths of a document that differ only in case, a request gets the one that it has as written, or else the first.
   * @default false
   */
  ignorePathCase?: boolean
  /**
   * Whether responses of 1 KiB and more are compressed where their requests ask for that (`Accept-Encoding`), by zstd,
   * Brotli or gzip. Files keep their lengths.
   * @default true
   */
  compress?: boolean
  /**
   * The URL at which clients reach the server, with which all URLs begin that it gives out:
   * `https://mocks.example/standin`. Requests may have its path, or not.
   * @default as the request has it
   */
  publicUrl?: string
  /**
   * Whether the server speaks TLS: HTTP/2, and HTTP/1.1 to clients that do not. Without `cert` and `key`, it makes a
   * certificate, which clients trust that trust the authority in the user's cache folder.
   * @default false, or true where `cert` and `key` are given
   */
  tls?: boolean
  /** The file of the server's certificate, with those that lead to its authority, as PEM. */
  cert?: string
  /** The file of the private key of `cert`, as PEM. */
  key?: string
  /**
   * The names and addresses for which a certificate is made, beside `localhost`, `127.0.0.1`, `::1` and the host of the
   * public URL.
   * @default none
   */
  tlsNames?: readonly string[]
  /**
   * The proxies whose headers say at which URL clients reach the server (`X-Forwarded-Proto`, `-Host` and `-Prefix`,
   * `Forwarded`): `true` for all, their number, or a list of addresses, networks such as `10.0.0.0/8`, and `loopback`,
   * `linklocal` or `uniquelocal`.
   * @default false: none
   */
  trustProxy?: TrustProxy
  /**
   * Whether the query of a request states preferences too, beside `Prefer`: `__code`, `__example`, `__dynamic` and
   * `__seed`, as in Prism. They are no parameters of the operation then.
   * @default false
   */
  queryPreferences?: boolean
  /**
   * The status of a request that violates its contract, where its operation documents neither 422 nor 400.
   * @default 400
   */
  invalidStatus?: 400 | 422
  /**
   * Whether a response that breaks its contract is replaced by a 500 that lists its violations.
   * @default false
   */
  responseErrors?: boolean
  /**
   * The service that requests are passed on to, as an http or https URL: one for all APIs, or by the names of the APIs,
   * where `*` is for all others. A path in it takes the place of the path under which the API is served.
   * @default none: the stand-in answers all requests itself
   */
  proxy?: string | Readonly<Record<string, string>>
  /**
   * Which requests are passed on where the settings of a world do not say it: `always` all; `unstubbed` all but those
   * that a stub or a preference answers; `unmatched` those that no simulation and no handler answers either; `never`
   * none.
   * @default 'unstubbed'
   */
  proxyMode?: ProxyMode
  /**
   * Whether requests that violate their contract are refused instead of being passed on.
   * @default false
   */
  enforce?: boolean
  /**
   * The file of the certificates of authorities, as PEM, that services are trusted by beside those that Node trusts.
   * @default none
   */
  proxyCa?: string
  /**
   * Whether requests are passed on to services with any certificate.
   * @default false
   */
  proxyInsecure?: boolean
  /**
   * How long the head of a service's response may take to come, in seconds. Later than that the request is answered
   * with 504. 0 is for any time.
   * @default 30
   */
  proxyTimeout?: number
  /**
   * Whether it is counted what requests touch of the contracts and their simulation.
   * @default true
   */
  coverage?: boolean
  /**
   * Why no test has to touch some cells of the coverage: reasons by the ids of the cells, in which `*` is for any text,
   * or the path of a YAML or JSON file that has them.
   * @default none
   */
  coverageIgnore?: string | Readonly<Record<string, string>>
  /**
   * The folder in which all worlds are kept, so that they outlive the process. It is made where it is missing. One
   * server at a time uses it.
   * @default worlds live in memory
   */
  data?: string
  /**
   * What names the world of a request that does not name one by prefix, header or cookie: a runtime expression such as
   * `$request.header.x-api-key`, `$request.cookie.tenant`, `$request.query.tenant`, `$request.body#/tenant`, or
   * `$request.host`, by which `checkout.localhost` names `checkout`.
   * @default nothing: such a request is one to the world `default`
   */
  worldBy?: string
  /**
   * Whether `GET /__admin/metrics` has what the server counts, for Prometheus.
   * @default false
   */
  metrics?: boolean
  /**
   * Whether requests and callbacks are recorded as spans of OpenTelemetry, by the tracer provider that is registered
   * with `@opentelemetry/api`, which has to be installed.
   * @default false
   */
  telemetry?: boolean
  /**
   * The URL of a server of Redis or Valkey in which all worlds are kept, so that they outlive the process, and any
   * number of servers act as one: `redis://127.0.0.1:6379`, or `rediss://` for TLS.
   * @default worlds live in memory
   */
  store?: string
  /**
   * The URL at which the other servers on `store` reach this one: `http://10.0.0.7:4010`.
   * @default the address that it listens on; the first of the machine where it listens on all
   */
  replicaUrl?: string
  /**
   * How long after the end of a server that was killed others take over its worlds, in seconds.
   * @default 5
   */
  storeLease?: number
  /**
   * How long a request may wait for a world whose server does not respond, in seconds; then it gets 503. 0 is for not
   * at all.
   * @default 10
   */
  storeWait?: number
  /**
   * The folder to which the report of the coverage is written when the server closes. It is made where it is missing.
   * @default none
   */
  report?: string
  /**
   * The formats of `report`: `text`, `html`, `junit`, `ctrf`, `markdown` and `json`.
   * @default all of them
   */
  reportFormats?: readonly ReportFormatName[]
  /**
   * The token that the admin API requires, as `Authorization: Bearer …`.
   * @default none: every client that reaches the server may use the admin API
   */
  adminToken?: string
  /**
   * The pages that may use the admin API, beside its own: `off` for none, `*` for all, or their origins, such as
   * `http://localhost:3000`.
   * @default those of loopback origins, where the admin API is reached by a loopback name
   */
  adminOrigins?: Origins
  /**
   * The host names to which the admin API responds, such as `mocks.example`; `.mocks.example` includes the names
   * below it, and `*` is any. It always responds to addresses, loopback names, names without a dot, and names below
   * `internal`.
   * @default none
   */
  allowedHosts?: readonly string[]
  /**
   * The pages that may use the responses of the APIs (CORS): `off` for none, `*` for all without credentials, or
   * their origins, such as `http://localhost:3000`.
   * @default all pages, with credentials
   */
  cors?: Origins
  /**
   * The only hosts that callbacks are sent to.
   * @default any, except link-local addresses, which are never allowed
   */
  callbackHosts?: readonly string[]
  /**
   * The file of the certificates of authorities, as PEM, that callbacks trust beside those that Node does.
   * @default none
   */
  callbackCa?: string
  /**
   * Whether callbacks are sent to receivers with any certificate.
   * @default false
   */
  callbackInsecure?: boolean
  /**
   * The lowest level that is logged to standard output. `info` has a line for each request, and `debug` tells how each
   * got its response.
   * @default 'silent'; on the command line 'info' on a terminal, and 'warn' elsewhere
   */
  log?: LogLevel
  /**
   * How lines are written: `text` for people, or `json` with an object on each line.
   * @default 'text'
   */
  logFormat?: LogFormat
}
