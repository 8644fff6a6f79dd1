import { InvalidOption } from '../errors.ts'
import type { ServiceOptions } from '../verify/service-options.ts'
import type { CommandOption } from './command-options.ts'
import type { Environment, Setting } from './list-settings.ts'
import { valueOf } from './to-options.ts'

/** The options of `standin verify` for a real service. */
export const SERVICE_FLAGS: readonly CommandOption[] = [
  { flag: 'target', value: 'URL', help: 'real service to verify, in real time, beside the stand-in' },
  { flag: 'allow-writes', help: 'send other requests than GET and HEAD to the service' },
  { flag: 'dry-run', help: 'print the requests to the service, and send none' },
  { flag: 'operations', value: 'ID,…', reads: 'list', help: 'operations that may be called, instead of all' },
  { flag: 'checks', value: 'NAME,…', reads: 'list', help: 'checks to make, instead of all' },
  { flag: 'rate', value: 'N', reads: 'number', help: 'requests a second at most (default: 10)' },
  { flag: 'max-requests', value: 'N', reads: 'number', help: 'requests in all at most (default: 1000)' },
  { flag: 'timeout', value: 'SECONDS', reads: 'number', help: 'how long a response may take (default: 30)' },
  {
    flag: 'max-wait',
    value: 'SECONDS',
    reads: 'number',
    help: 'how long a step may wait for its condition (default: 300)'
  },
  {
    flag: 'max-response-time',
    value: 'MS',
    reads: 'number',
    help: 'longest time of a response, for the check of that name'
  },
  {
    flag: 'header',
    value: 'NAME: VALUE',
    reads: 'each',
    help: 'header of each request; $NAME is a variable, and kept out of reports; may be repeated'
  },
  { flag: 'data', value: 'FILE', help: 'inputs as YAML or JSON: ids that exist, $NAME for a variable' },
  { flag: 'allow-host', value: 'HOST', reads: 'each', help: 'further host for files and tokens; may be repeated' },
  { flag: 'callback-url', value: 'URL', help: 'URL by which the service reaches --callback-port, such as a tunnel' },
  { flag: 'callback-port', value: 'PORT', reads: 'number', help: 'port for callbacks (default: a free one)' },
  { flag: 'no-probes', reads: 'off', help: 'send no requests beside those of the journeys' },
  { flag: 'no-clean-up', reads: 'off', help: 'leave what the journeys create' },
  { flag: 'propose', value: 'FILE', help: 'overlay to write, with changes after which the service conforms' }
]

/**
 * Returns the options of the service that is verified; `undefined` without one. Throws `InvalidOption` for a value that
 * is not valid, and for an option that has no effect without a service.
 */
export function toServiceOptions (settings: readonly Setting[], env: Environment): ServiceOptions | undefined {
  const own = settings.filter(({ option }) => SERVICE_FLAGS.includes(option))
  const target = valueOf('target', own)
  if (target === undefined) {
    const [first] = own
    if (first === undefined) return undefined
    throw new InvalidOption(`--${first.option.flag}`, 'be beside --target, the service that it is for', 'alone')
  }
  const seconds = (flag: string): number | undefined => {
    const number = numberOf(flag, own)
    return number === undefined ? undefined : number * 1_000
  }
  // Casts: lists and switches are read as such.
  const options: ServiceOptions = {
    target: String(target),
    allowWrites: valueOf('allow-writes', own) === true,
    headers: readHeaders((valueOf('header', own) ?? []) as readonly string[]),
    env,
    allowHosts: (valueOf('allow-host', own) ?? []) as readonly string[],
    probes: valueOf('no-probes', own) !== false,
    cleanUp: valueOf('no-clean-up', own) !== false
  }
  const further = {
    operations: valueOf('operations', own),
    checks: valueOf('checks', own),
    rate: numberOf('rate', own),
    maxRequests: numberOf('max-requests', own),
    timeoutMs: seconds('timeout'),
    maxWaitMs: seconds('max-wait'),
    maxResponseTimeMs: numberOf('max-response-time', own),
    data: valueOf('data', own),
    callbackUrl: valueOf('callback-url', own),
    callbackPort: numberOf('callback-port', own)
  }
  const given = Object.entries(further).filter(([, value]) => value !== undefined)
  // A cast: each has the type of its option, as far as the flags say; openSession rejects unknown checks.
  return { ...options, ...Object.fromEntries(given) } as ServiceOptions
}

/** Returns a number from 1, or from 0 for a port. Throws `InvalidOption` for another value. */
function numberOf (flag: string, settings: readonly Setting[]): number | undefined {
  const value = valueOf(flag, settings)
  if (value === undefined) return undefined
  const [least, most] = flag === 'callback-port' ? [0, 65_535] : [1, 1_000_000]
  if (typeof value === 'number' && value >= least && value <= most) return value
  throw new InvalidOption(`--${flag}`, `be a whole number from ${least} to ${most}`, JSON.stringify(value))
}

function readHeaders (texts: readonly string[]): Record<string, string> {
  const headers = texts.map(text => {
    const [, name, value] = /^([\w!#$%&'*+.^`|~-]+):[ \t]*(.+)$/.exec(text) ?? []
    if (name !== undefined && value !== undefined) return [name, value] as const
    // The value may be a secret: it is not shown.
    throw new InvalidOption('--header', "be a name and a value, as in 'Authorization: Bearer $TOKEN'", 'not')
  })
  return Object.fromEntries(headers)
}
