import { InvalidOption } from '../errors.ts'
import { startCallbackReceiver } from '../journeys/callback-receiver.ts'
import type { CallbackReceiver } from '../journeys/callback-receiver.ts'
import { nearest } from '../documents/nearest.ts'
import { Credentials } from './credentials.ts'
import { fillVariables, readData } from './read-data.ts'
import { Redactor } from './redactor.ts'
import type { RequestPolicy } from './request-policy.ts'
import { ServiceClient } from './service-client.ts'
import type { ServiceOptions } from './service-options.ts'
import type { Timing } from './timing.ts'
import { CHECK_NAMES } from './verify-check.ts'
import type { VerifyCheck } from './verify-check.ts'
import { VERIFY_CHECKS } from './verify-checks.ts'

/** The state that the journeys and checks of one service share. */
export interface ServiceSession {
  readonly client: ServiceClient
  readonly policy: RequestPolicy
  readonly receiver: CallbackReceiver
  readonly redactor: Redactor
  readonly checks: readonly VerifyCheck[]
  /** The values that exist in the service, as inputs. */
  readonly data: Readonly<Record<string, unknown>>
}

/** Opens the session of a service. Rejects with `InvalidOption` where an option or a variable cannot be used. */
export async function openSession (options: ServiceOptions, timing: Timing): Promise<ServiceSession> {
  const { allowHosts: allowedHosts = [], env = {}, timeoutMs = 30_000 } = options
  const target = parseTarget(options.target)
  const redactor = new Redactor()
  const headers = fillHeaders(options.headers ?? {}, env, redactor)
  const data = options.data === undefined ? {} : await readData(options.data, env, redactor)
  const isDry = options.onDryRequest !== undefined
  const credentials = new Credentials({ headers, env, redactor, target, allowedHosts, timeoutMs, timing, isDry })
  const policy: RequestPolicy = {
    allowWrites: options.allowWrites ?? false,
    operations: options.operations && new Set(options.operations),
    maxRequests: options.maxRequests ?? 1_000
  }
  const rate = options.rate ?? 10
  const client = new ServiceClient({ target, policy, credentials, rate, timeoutMs, allowedHosts, timing })
  const checks = chooseChecks(options.checks)
  const receiver = await startCallbackReceiver({
    now: () => timing.now(),
    ...options.callbackUrl !== undefined && { url: options.callbackUrl },
    ...options.callbackPort !== undefined && { port: options.callbackPort }
  })
  return { client, policy, receiver, redactor, checks, data }
}

function parseTarget (text: string): URL {
  const url = URL.parse(text)
  if (url === null || !/^https?:$/.test(url.protocol)) {
    throw new InvalidOption('--target', 'be an http(s) URL such as https://staging.example', JSON.stringify(text))
  }
  if (url.username !== '' || url.password !== '') {
    const rule = 'have no credentials in it: give them by --header or by the variables of the security schemes'
    throw new InvalidOption('--target', rule, `${url.protocol}//***@${url.host}`)
  }
  if (url.search !== '' || url.hash !== '') {
    throw new InvalidOption('--target', 'have neither a query nor a fragment', JSON.stringify(text))
  }
  return url
}

function fillHeaders (
  headers: Readonly<Record<string, string>>,
  env: NonNullable<ServiceOptions['env']>,
  redactor: Redactor
): Record<string, string> {
  const filled = Object.entries(headers).map(([name, value]) => {
    return [name.toLowerCase(), fillVariables(value, `--header ${name}`, env, redactor)] as const
  })
  return Object.fromEntries(filled)
}

function chooseChecks (names: ServiceOptions['checks']): readonly VerifyCheck[] {
  if (names === undefined) return VERIFY_CHECKS
  const unknown = names.find(name => !CHECK_NAMES.includes(name))
  if (unknown !== undefined) {
    const near = nearest(unknown, CHECK_NAMES)
    const hint = near === undefined ? `there are: ${CHECK_NAMES.join(', ')}` : `did you mean "${near}"?`
    throw new InvalidOption('--checks', `name checks (${hint})`, JSON.stringify(unknown))
  }
  return VERIFY_CHECKS.filter(({ name }) => names.includes(name))
}
