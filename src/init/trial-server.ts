import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { exactJson } from '../exact-json.ts'
import { createStandin } from '../server.ts'
import type { StandinOptions } from '../standin-options.ts'

/**
 * A stand-in that serves a document with the overlay that is proposed for it, within this process and without a port.
 */
export interface TrialServer {
  /** Sends a request to a world. */
  send (world: string, request: TrialRequest): Promise<TrialResponse>
  close (): Promise<void>
}

export interface TrialRequest {
  readonly method: string
  readonly url: string
  readonly headers?: Readonly<Record<string, string>>
  readonly payload?: string | undefined
}

export interface TrialResponse {
  readonly status: number
  readonly headers: Readonly<Record<string, unknown>>
  /** The parsed JSON; `undefined` for any other body. */
  readonly body: unknown
}

/** Serves a document with an overlay. Rejects with `InvalidDocument` when they cannot be used together. */
export async function createTrialServer (options: StandinOptions, overlay: string): Promise<TrialServer> {
  const folder = await mkdtemp(join(tmpdir(), 'standin-init-'))
  try {
    const file = join(folder, 'proposal.overlay.yaml')
    await writeFile(file, overlay)
    const app = await createStandin({ ...options, overlays: [file], log: 'silent', maxExchanges: 20 })
    await app.ready()
    return {
      close: async () => { await app.close() },
      send: async (world, { headers, method, payload, url }) => {
        const { body, headers: received, statusCode } = await app.inject({
          method: method as 'POST',  // inject takes any, and is typed for those that it knows
          url,
          headers: { ...headers, 'x-standin-world': world },
          ...payload !== undefined && { payload }
        })
        return { status: statusCode, headers: received, body: parseJson(body) }
      }
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function parseJson (text: string): unknown {
  try {
    return exactJson.parse(text)
  } catch {
    return undefined
  }
}
