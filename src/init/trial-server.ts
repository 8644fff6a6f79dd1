import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { exactJson } from '../exact-json.ts'
import { createStandin } from '../server.ts'
import type { StandinOptions } from '../standin-options.ts'
import { createTrialSink } from './trial-sink.ts'

/**
 * A stand-in that serves a document with the overlay that is proposed for it, within this process and without a port.
 */
export interface TrialServer {
  /** The URL of a receiver of callbacks; nothing else may be called. */
  readonly receiver: string
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
  const sink = await createTrialSink()
  try {
    const file = join(folder, 'proposal.overlay.yaml')
    await writeFile(file, overlay)
    const own = { overlays: [file], callbackHosts: [sink.host], log: 'silent', maxExchanges: 20 } as const
    const app = await createStandin({ ...options, ...own })
    await app.ready()
    return {
      receiver: `http://${sink.host}/`,
      close: async () => {
        await app.close()
        sink.close()
      },
      send: async (world, { headers, method, payload, url }) => {
        const { body, headers: received, statusCode } = await app.inject({
          method: method as 'POST',  // inject takes any, and is typed for those that it knows
          url,
          headers: { ...headers, 'x-standin-world': world },
          ...payload !== undefined && { payload }
        })
        return { status: statusCode, headers: received, body: exactJson.tryParse(body) }
      }
    }
  } catch (error) {
    sink.close()
    throw error
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
