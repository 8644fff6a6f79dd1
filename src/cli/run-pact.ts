import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { exactJson } from '../exact-json.ts'
import { createConnection } from '../client/connection.ts'
import { queryText } from '../client/query-text.ts'
import type { CollectedPact } from '../pact/collect-pacts.ts'
import { publishPacts } from '../pact/publish-pacts.ts'
import { counted } from '../reports/printable.ts'
import type { ReportContext } from './output-report.ts'
import type { PactCommand } from './pact-command.ts'

/**
 * Writes the pacts of a running server, and publishes them where that is asked for. Returns the exit code: 0, or 1
 * where there is nothing to write. Rejects with `StandinClientError` or `BrokerRefused`.
 */
export async function runPact (command: PactCommand, { print, warn }: ReportContext): Promise<number> {
  const { output, publishing, query: { api, consumer, provider, spec }, token, url, world } = command
  const base = world === undefined ? url : `${url}/~${encodeURIComponent(world)}`
  const { call } = createConnection(base, { token })
  const { pacts } = await call<{ pacts: readonly CollectedPact[] }>(
    'GET',
    `/pact${queryText({ api, consumer, provider, spec })}`
  )
  const written = pacts.filter(({ interactions, messages }) => interactions + messages > 0)
  for (const { leftOut } of pacts) {
    for (const { count, operation, why } of leftOut) warn(`left out ${count} of ${operation}: ${why}`)
  }
  if (written.length === 0) {
    warn('there is nothing to write: no request of this world kept its contract')
    return 1
  }
  await mkdir(output, { recursive: true })
  const published = []
  for (const { api, interactions, messages, pact } of written) {
    const named = provider ?? api
    const file = join(output, `${fileName(consumer)}-${fileName(named)}.json`)
    await writeFile(file, `${exactJson.stringify(pact, 2)}\n`)
    const sent = messages > 0 ? `, ${counted(messages, 'message')}` : ''
    print(`${file}: ${counted(interactions, 'interaction')}${sent}\n`)
    published.push({ consumer, provider: named, pact })
  }
  if (publishing === undefined) return 0
  for (const notice of await publishPacts(published, publishing)) print(`${notice}\n`)
  return 0
}

/** Returns a name as a part of the name of a file. */
function fileName (name: string): string {
  return name.replace(/[^\p{L}\p{N}._-]+/gu, '_')
}
