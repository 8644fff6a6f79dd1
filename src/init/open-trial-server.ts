import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TrialServer } from './trial-server.ts'
import { createStandin } from '../server.ts'
import type { StandinOptions } from '../options.ts'

/** A stage that has to be closed. */
export interface OpenTrialServer extends TrialServer {
  close (): Promise<void>
}

/** Serves a document with an overlay, within this process and without a port. Rejects with `InvalidDocument` where they cannot be used together. */
export async function openTrialServer (options: StandinOptions, overlay: string): Promise<OpenTrialServer> {
  const folder = await mkdtemp(join(tmpdir(), 'standin-init-'))
  try {
    const file = join(folder, 'proposal.overlay.yaml')
    await writeFile(file, overlay)
    const app = await createStandin({ ...options, overlays: [file], log: 'silent', maxExchanges: 20 })
    await app.ready()
    return {
      close: async () => { await app.close() },
      send: async (world, { headers, method, payload, url }) => {
        const answer = await app.inject({ method: method as 'POST', url, headers: { ...headers, 'x-standin-world': world }, ...payload !== undefined && { payload } })
        return { status: answer.statusCode, body: parsed(answer.body) }
      }
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function parsed (text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
