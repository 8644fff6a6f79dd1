import { Connection } from './connection.ts'
import { rawRequest } from './plan.ts'
import type { PlannedRequest } from './plan.ts'

const CONNECTIONS = 16

/** Sends requests once each, some at a time, and gives the bodies of the answers in the order of the requests. Rejects where one is refused. */
export async function sendAll (base: string, requests: readonly PlannedRequest[]): Promise<string[]> {
  const url = new URL(base)
  const bodies: string[] = []
  const remaining = requests.entries()
  await Promise.all(Array.from({ length: CONNECTIONS }, async () => {
    const connection = new Connection(url)
    try {
      // The connections share the iterator: each takes the request that is next.
      for (const [index, request] of remaining) {
        const { status, body } = await connection.send(rawRequest(request, url))
        if (status >= 400) {
          throw new Error(
            `${request.method} ${request.path} was answered with ${status}: ${body.slice(0, 300)}`
          )
        }
        bodies[index] = body
      }
    } finally {
      connection.close()
    }
  }))
  return bodies
}
