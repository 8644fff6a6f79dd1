import type { Target, Targets } from '../journeys/target.ts'
import type { ServiceClient } from './service-client.ts'
import type { HttpMessage } from './send-http.ts'
import { whyNotSetUp } from './service-targets.ts'
import { TargetFailed } from '../journeys/target.ts'

/** Creates targets that tell each request as it would be sent to a service, and have a stand-in respond to it. */
export function createDryTargets (standins: Targets, client: ServiceClient, tell: (text: string) => void): Targets {
  return {
    open: async setup => {
      const why = whyNotSetUp(setup)
      if (why !== undefined) throw new TargetFailed(why)
      const target = await standins.open(setup)
      const send = target.send.bind(target)
      const dry: Pick<Target, 'send'> = {
        send: async (request, options) => {
          const isFile = request.operation === undefined
          const message = isFile ? undefined : await client.prepare(request, options?.refusal === 'unauthorized')
          tell(message === undefined ? `GET ${request.url} (a file, which the service names)` : messageText(message))
          return await send(request, options)
        }
      }
      return Object.assign(target, dry)
    },
    close: async () => {}
  }
}

/** Writes a request as HTTP/1.1 has it. */
function messageText ({ body, headers, method, url }: HttpMessage): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
  return [`${method} ${url.href}`, ...lines, ...body === undefined ? [] : ['', body.toString()]].join('\n')
}
