import { createError } from '@fastify/error'

/*
 * Every error that a user can meet. Codes never change. `%s` stands for the arguments in order; a
 * `hint` begins with its own punctuation and may be empty.
 */

export const InvalidDocument = createError<[problems: string]>(
  'STANDIN_INVALID_DOCUMENT',
  '%s',
  500
)
export const UnusableSchema = createError<[contract: string, pointer: string, reason: string]>(
  'STANDIN_UNUSABLE_SCHEMA',
  'The schema at %s#%s cannot be used: %s',
  500
)

export const InvalidWorldName = createError<[name: string]>(
  'STANDIN_INVALID_WORLD_NAME',
  'The world name %s is not valid: use 1 to 64 letters, digits, dots, dashes and underscores, ' +
    'starting with a letter or digit',
  400
)
export const ResourcesFull = createError<[max: string]>(
  'STANDIN_RESOURCES_FULL',
  'This world is full, as it holds %s resources: reset it, or allow more with --max-resources',
  507
)

export const InvalidStorage = createError<[problem: string]>(
  'STANDIN_INVALID_STORAGE',
  'The worlds cannot be kept: %s',
  500
)
export const StorageUnavailable = createError<[why: string]>(
  'STANDIN_STORAGE_UNAVAILABLE',
  'What this request would change cannot be kept, so nothing was changed: %s',
  503
)
export const StoredWorldUnreadable = createError<[world: string, why: string]>(
  'STANDIN_STORED_WORLD_UNREADABLE',
  'The world "%s" cannot be loaded: %s; delete it with DELETE /__admin/worlds/NAME to begin it anew',
  500
)
export const WorldMoved = createError<[world: string]>(
  'STANDIN_WORLD_MOVED',
  'Another process has taken over the world "%s" meanwhile, so nothing was changed: repeat the request',
  503
)
export const WorldBusy = createError<[world: string, seconds: string]>(
  'STANDIN_WORLD_BUSY',
  'The server that has the world "%s" does not respond: another one takes it over in %s s',
  503
)
export const ReplicaLost = createError<[world: string]>(
  'STANDIN_REPLICA_LOST',
  'The server that had the world "%s" ended before it responded: look whether the request took effect, or repeat it',
  503
)
export const WorldNotLoaded = createError<[world: string]>(
  'STANDIN_WORLD_NOT_LOADED',
  'The world "%s" is kept, but was unloaded meanwhile: repeat the request',
  503
)

export const CoverageOff = createError(
  'STANDIN_COVERAGE_OFF',
  'This server does not count what requests touch: start it without --no-coverage',
  404
)

export const MetricsOff = createError(
  'STANDIN_METRICS_OFF',
  'This server counts no metrics: start it with --metrics',
  404
)
export const NotReady = createError<[why: string]>(
  'STANDIN_NOT_READY',
  'This server takes no requests now: %s',
  503
)

export const UnknownOption = createError<[option: string, hint: string]>(
  'STANDIN_UNKNOWN_OPTION',
  'There is no option %s; %s',
  500
)
export const UnknownVerb = createError<[verb: string, hint: string]>(
  'STANDIN_UNKNOWN_VERB',
  'There is no "standin %s": %s',
  500
)
export const InvalidOption = createError<[option: string, must: string, value: string]>(
  'STANDIN_INVALID_OPTION',
  '%s must %s, but is %s',
  500
)
export const InvalidCertificate = createError<[problem: string]>(
  'STANDIN_INVALID_CERTIFICATE',
  '%s',
  500
)
export const FileExists = createError<[file: string]>(
  'STANDIN_FILE_EXISTS',
  'The file %s already exists: replace it with --force, or choose another one',
  500
)
export const InvalidReport = createError<[problem: string]>(
  'STANDIN_INVALID_REPORT',
  '%s',
  500
)
export const ReportNotWritten = createError<[file: string, reason: string]>(
  'STANDIN_REPORT_NOT_WRITTEN',
  'The report cannot be written to %s: %s',
  500
)
export const FileNotFound = createError<[name: string, resource: string]>(
  'STANDIN_FILE_NOT_FOUND',
  'This world has no file "%s" of "%s"',
  404
)
export const FileSignatureWrong = createError<[name: string]>(
  'STANDIN_FILE_SIGNATURE_WRONG',
  'The URL of "%s" has no valid signature: use the URL exactly as the API returned it',
  403
)
export const FileNotAvailable = createError<[name: string, why: string]>(
  'STANDIN_FILE_NOT_AVAILABLE',
  'The file "%s" cannot be downloaded: %s',
  403
)
export const RowsNotFound = createError<[name: string, hint: string]>(
  'STANDIN_ROWS_NOT_FOUND',
  'There is no file of rows "%s"%s',
  500
)
export const WorldAmbiguous = createError<[prefix: string, header: string]>(
  'STANDIN_WORLD_AMBIGUOUS',
  'The URL names the world "%s", but the header X-Standin-World names "%s": use one of them',
  400
)

export const InvalidRequest = createError<[violations: string]>(
  'STANDIN_INVALID_REQUEST',
  '%s',
  400
)
export const MalformedRequest = createError<[reason: string]>(
  'STANDIN_MALFORMED_REQUEST',
  '%s',
  400
)
export const MalformedMessage = createError<[reason: string]>(
  'STANDIN_MALFORMED_MESSAGE',
  'This is no HTTP/1.1 request: %s',
  400
)
export const PlainHttp = createError(
  'STANDIN_PLAIN_HTTP',
  'This server speaks TLS: use https:// instead of http://',
  400
)
export const UnknownPath = createError<[path: string, hint: string]>(
  'STANDIN_UNKNOWN_PATH',
  'There is nothing at %s%s',
  404
)
export const MethodNotAllowed = createError<[method: string, path: string, allowed: string]>(
  'STANDIN_METHOD_NOT_ALLOWED',
  '%s is not a method of %s, which has %s',
  405
)
export const CrossOrigin = createError<[origin: string]>(
  'STANDIN_CROSS_ORIGIN',
  'The admin API rejects requests of pages of other origins, such as this one, %s: ' +
    'allow an origin with --admin-origins',
  403
)
export const HostNotAllowed = createError<[host: string]>(
  'STANDIN_HOST_NOT_ALLOWED',
  'The admin API does not respond to the host name %s, which could be that of a page: allow it with --allowed-hosts',
  403
)
export const CallbackToAdmin = createError<[]>(
  'STANDIN_CALLBACK_TO_ADMIN',
  'The admin API takes no callbacks: have this one sent to another URL',
  403
)
export const AdminTokenRequired = createError<[]>(
  'STANDIN_ADMIN_TOKEN_REQUIRED',
  'The admin API requires its token: send it as "Authorization: Bearer <token>"',
  401
)
export const UnknownWorld = createError<[name: string, hint: string]>(
  'STANDIN_UNKNOWN_WORLD',
  'There is no world "%s"%s',
  404
)
export const UnknownOperation = createError<[id: string, hint: string]>(
  'STANDIN_UNKNOWN_OPERATION',
  'There is no operation "%s"%s',
  404
)
export const UnknownContract = createError<[name: string, hint: string]>(
  'STANDIN_UNKNOWN_CONTRACT',
  'There is no contract "%s"%s',
  404
)
export const UnknownStub = createError<[id: string]>(
  'STANDIN_UNKNOWN_STUB',
  'This world has no stub "%s"',
  404
)
export const UnknownExchange = createError<[id: string]>(
  'STANDIN_UNKNOWN_EXCHANGE',
  'This journal has no exchange "%s": it may have been deleted or dropped to make room',
  404
)
export const UnknownCallback = createError<[id: string]>(
  'STANDIN_UNKNOWN_CALLBACK',
  'This world has no callback "%s": it may have been dropped to make room',
  404
)
export const UnknownCallbackName = createError<[name: string, hint: string]>(
  'STANDIN_UNKNOWN_CALLBACK_NAME',
  'There is no callback or webhook "%s"%s',
  404
)
export const CallbackNotSent = createError<[id: string, state: string]>(
  'STANDIN_CALLBACK_NOT_SENT',
  'The callback "%s" cannot be redelivered, as it was never sent: it is %s',
  409
)
export const InvalidVerification = createError<[problem: string]>(
  'STANDIN_INVALID_VERIFICATION',
  'This cannot be verified: %s',
  422
)
export const UnknownResourceType = createError<[type: string, hint: string]>(
  'STANDIN_UNKNOWN_RESOURCE_TYPE',
  'There is no resource type "%s"%s',
  404
)
export const UnknownResource = createError<[type: string, id: string, hint: string]>(
  'STANDIN_UNKNOWN_RESOURCE',
  'This world has no %s "%s"%s',
  404
)
export const ResourceTaken = createError<[type: string, id: string]>(
  'STANDIN_RESOURCE_TAKEN',
  'The %s "%s" already exists',
  409
)
type ModuleFailure = [operation: string, reason: string, options: { cause: unknown }]
export const ModuleFailed = createError<ModuleFailure>(
  'STANDIN_MODULE_FAILED',
  'The handler of %s failed: %s',
  500
)
export const InvalidResource = createError<[violations: string]>(
  'STANDIN_INVALID_RESOURCE',
  '%s',
  422
)
export const InvalidSettings = createError<[violations: string]>(
  'STANDIN_INVALID_SETTINGS',
  '%s',
  422
)
export const ClockBackward = createError<[instant: string, now: string]>(
  'STANDIN_CLOCK_BACKWARD',
  'The clock cannot go back to %s, as it is already %s: reset the world to start again',
  409
)
export const ClockTooFar = createError<[last: string]>(
  'STANDIN_CLOCK_TOO_FAR',
  'The clock cannot go past %s',
  422
)
export const UnknownPreference = createError<[problem: string]>(
  'STANDIN_UNKNOWN_PREFERENCE',
  'The preferences of the request cannot be followed: %s',
  404
)
export const FaultNeedsConnection = createError<[fault: string]>(
  'STANDIN_FAULT_NEEDS_CONNECTION',
  'The fault "%s" needs a real connection, which an injected request does not have: let the ' +
    'server listen, and send the request to its address',
  500
)
export const FaultNeedsHttp1 = createError<[fault: string]>(
  'STANDIN_FAULT_NEEDS_HTTP1',
  'The fault "%s" cannot be sent over HTTP/2, which frames all bytes of a connection: send the request over HTTP/1.1',
  500
)
export const TemplateTooLarge = createError<[size: string]>(
  'STANDIN_TEMPLATE_TOO_LARGE',
  'The templates would be filled in with %s: let them name large values less often',
  500
)
export const ServiceUnreachable = createError<[service: string, why: string]>(
  'STANDIN_SERVICE_UNREACHABLE',
  'The request cannot be passed on to %s: %s',
  502
)
export const ServiceTimeout = createError<[service: string, why: string]>(
  'STANDIN_SERVICE_TIMEOUT',
  'The service %s has not responded in time: %s',
  504
)
export const ServiceResponseBroken = createError<[service: string, why: string]>(
  'STANDIN_SERVICE_RESPONSE_BROKEN',
  'The service %s has not sent a complete response: %s',
  502
)
export const InvalidServiceResponse = createError<[operation: string, violations: string]>(
  'STANDIN_INVALID_SERVICE_RESPONSE',
  'The response of the service to "%s" breaks the contract: %s',
  502
)
export const ProxyLoop = createError<[service: string]>(
  'STANDIN_PROXY_LOOP',
  'The request has already been here: %s leads back to this stand-in, so start it with the URL of the service itself',
  508
)
export const PathOutsideService = createError<[path: string, base: string]>(
  'STANDIN_PATH_OUTSIDE_SERVICE',
  'The path "%s" leads out of %s, and only paths below it are passed on: send it without ".."',
  400
)

export const InvalidDump = createError<[problem: string]>(
  'STANDIN_INVALID_DUMP',
  'This dump cannot be loaded: %s',
  400
)
export const InvalidHar = createError<[file: string, problem: string]>(
  'STANDIN_INVALID_HAR',
  'The HAR file %s cannot be read: %s',
  400
)
export const NothingCompared = createError<[reason: string]>(
  'STANDIN_NOTHING_COMPARED',
  'Nothing was compared: %s',
  422
)
export const InvalidStub = createError<[problem: string]>(
  'STANDIN_INVALID_STUB',
  'This stub cannot be added: %s',
  422
)
export const UnknownScenario = createError<[name: string, hint: string]>(
  'STANDIN_UNKNOWN_SCENARIO',
  'There is no scenario "%s"%s',
  404
)
export const InvalidPact = createError<[problem: string]>('STANDIN_INVALID_PACT', '%s', 422)
export const BrokerRefused = createError<[url: string, reason: string]>(
  'STANDIN_BROKER_REFUSED',
  'The broker at %s did not take what was published: %s',
  502
)
export const UnknownProviderState = createError<[name: string, hint: string]>(
  'STANDIN_UNKNOWN_PROVIDER_STATE',
  'There is no provider state "%s"%s; states are "api.Type is Status", "api.Type exists", "api.Type does not exist", ' +
    '"api.operation responds 429", and the names of scenarios',
  404
)
export const InvalidScenario = createError<[violations: string]>(
  'STANDIN_INVALID_SCENARIO',
  '%s',
  422
)
export const ScenarioFromFile = createError<[name: string, file: string]>(
  'STANDIN_SCENARIO_FROM_FILE',
  'The scenario "%s" cannot be deleted: it comes from %s',
  409
)

export const NoAuthority = createError<[why: string]>(
  'STANDIN_NO_AUTHORITY',
  'There is no certificate authority to trust: %s',
  404
)

export const Unauthorized = createError<[detail: string]>('STANDIN_UNAUTHORIZED', '%s', 401)
export const Forbidden = createError<[detail: string]>('STANDIN_FORBIDDEN', '%s', 403)
export const NotAcceptable = createError<[detail: string]>('STANDIN_NOT_ACCEPTABLE', '%s', 406)
export const RequestTimeout = createError<[seconds: string]>(
  'STANDIN_REQUEST_TIMEOUT',
  'The request did not come within %s s: send all of it, or allow more with --request-timeout',
  408
)
export const HeadersTooLarge = createError<[bytes: string]>(
  'STANDIN_HEADERS_TOO_LARGE',
  'The URL and the headers are larger than the %s bytes that are taken: send less, or allow more with ' +
    'NODE_OPTIONS=--max-http-header-size=BYTES',
  431
)
export const TooManyRequests = createError<[limit: string, seconds: string]>(
  'STANDIN_TOO_MANY_REQUESTS',
  'The limit "%s" is exceeded: one more request is allowed in %s s',
  429
)
export const BodyTooLarge = createError<[detail: string]>('STANDIN_BODY_TOO_LARGE', '%s', 413)
export const UnsupportedMediaType = createError<[detail: string]>(
  'STANDIN_UNSUPPORTED_MEDIA_TYPE',
  '%s',
  415
)
export const InvalidResponse = createError<[operation: string, violations: string]>(
  'STANDIN_INVALID_RESPONSE',
  'The response of %s breaks its contract: %s',
  500
)
export const NoResponse = createError<[operation: string]>(
  'STANDIN_NO_RESPONSE',
  '%s documents no response: document one, or create a stub',
  501
)
