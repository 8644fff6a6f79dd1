import { Connection } from './connection.ts'
import { rawRequest } from './plan.ts'
import type { PlannedRequest } from './plan.ts'

const CONNECTIONS = 16

/** Sends each request once, and returns the response bodies in the same order. Rejects on an error status. */
export async function sendAll (base: string, requests: readonly PlannedRequest[]): Promise<string[]> {
  const url = new URL(base)
  const bodies: string[] = []
  const remaining = requests.entries()
  await Promise.all(Array.from({ length: CONNECTIONS }, async () => {
    const connection = new Connection(url)
    try {
      // The connections share the iterator, so each takes the next request.
      for (const [index, request] of remaining) {
        const { status, body } = await connection.send(rawRequest(request, url))
        if (status >= 400) {
          const title = `${request.method} ${request.path}`
          throw new Error(`${title} was answered with ${status}: ${body.slice(0, 300)}`)
        }
        bodies[index] = body
      }
    } finally {
      connection.close()
    }
  }))
  return bodies
}
