import type { Operation } from '../contract/contract.ts'
import type { JourneyRequest, Targets } from '../journeys/target.ts'
import { Credentials, credentialVariable } from './credentials.ts'
import { Redactor } from './redactor.ts'
import { REAL_TIMING } from './timing.ts'

/** Accepted as any credential: a stand-in looks at their presence and form. */
const PLACEHOLDER = 'placeholder'

const STANDIN = new URL('http://stand-in')

/** Returns targets of a stand-in that get placeholders where a service gets credentials. */
export function withPlaceholders (targets: Targets): Targets {
  return {
    open: async setup => {
      const target = await targets.open(setup)
      const send = target.send.bind(target)
      target.send = async (request, options) => {
        const isAnonymous = options?.refusal === 'unauthorized'
        return await send(isAnonymous ? request : await withCredentials(request), options)
      }
      return target
    },
    close: targets.close
  }
}

async function withCredentials (request: JourneyRequest): Promise<JourneyRequest> {
  const { body, headers, method, operation, url } = request
  if (operation === undefined || operation.security.length === 0) return request
  const message = { method, url: new URL(STANDIN.origin + url), headers, body }
  const complete = await placeholdersFor(operation).addTo(message, operation)
  return { ...request, headers: complete.headers, url: complete.url.pathname + complete.url.search }
}

function placeholdersFor ({ security }: Operation): Credentials {
  const names = security.flat().map(({ name }) => credentialVariable(name))
  return new Credentials({
    headers: {},
    env: Object.fromEntries(names.map(name => [name, PLACEHOLDER])),
    redactor: new Redactor(),
    target: STANDIN,
    allowedHosts: [],
    timeoutMs: 0,
    timing: REAL_TIMING,
    isDry: true
  })
}
