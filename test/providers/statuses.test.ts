import t from 'tap'
import type { LightMyRequestResponse } from 'fastify'
import type { Operation } from '../../src/contract/contract.ts'
import { createResponseValidator } from '../../src/validation/response-validator.ts'
import { freshWorld } from '../start-standin.ts'
import type { Standin } from '../start-standin.ts'
import { CREDENTIALS } from './mews-exports.ts'
import { REACHES } from './reaches.ts'
import { AUTHORIZATION } from './vcf-exports.ts'
import { KEY } from './webadmit-exports.ts'

/** The statuses that no behaviour leads to: of failures, and of bodies for operations without any. */
const BY_PREFERENCE = [
  'mews.addExport 403', 'mews.addExport 408', 'mews.addExport 500',
  'mews.getAllExports 403', 'mews.getAllExports 408', 'mews.getAllExports 500',
  'vcf.getExport 413', 'vcf.getExport 500',
  'vcf.getExportData 413', 'vcf.getExportData 500',
  'vcf.startExport 500',
  'webadmit.getExportFile 413', 'webadmit.getExportFile 415',
  'webadmit.listExportFiles 413', 'webadmit.listExportFiles 415'
]

t.test('every documented status of every operation is reached, with an answer that keeps to its contract', async t => {
  const standin = await freshWorld(t)
  const { contracts } = standin.app
  const asked: string[] = []
  for (const operation of contracts.flatMap(({ operations }) => operations)) {
    const validate = createResponseValidator(operation)
    const ways: string[] = []
    for (const { status } of operation.responses) {
      const world = await standin.world(`${operation.id}.${status}`)
      const reach = REACHES[operation.id]?.[status]
      const answer = await (reach?.(world) ?? prefer(operation, status, world))
      if (reach === undefined) asked.push(`${operation.id} ${status}`)

      t.equal(answer.statusCode, Number(status), `${operation.id} ${status}`)
      t.same(
        validate({ status: answer.statusCode, headers: headersOf(answer), body: bodyOf(answer) }),
        [],
        `${operation.id} ${status} keeps to its contract`
      )
      ways.push(reach === undefined ? `${status} (Prefer)` : status)
    }
    t.comment(`${operation.id}: ${ways.join(', ')}`)
  }
  t.same(asked.sort(), BY_PREFERENCE)
})

/** Sends the first example of an operation's request, which prefers a status. */
async function prefer (
  { id, method, path, body }: Operation,
  status: string,
  { send }: Standin
): Promise<LightMyRequestResponse> {
  const url = path.replace('{runId}', '8b0ce0b5-2c7b-4b1c-9e3c-6f6d1b1a7a01').replace(/\{[^}]+\}/g, '1')
  const [example] = body?.content[0]?.examples ?? []
  const payload = example === undefined
    ? undefined
    : { ...CREDENTIALS, ...example.value as object }  // the examples of these contracts are objects
  const headers = id.startsWith('vcf.') ? AUTHORIZATION : KEY
  return await send(method, url, payload, { ...headers, prefer: `code=${status}` })
}

function headersOf ({ headers }: LightMyRequestResponse): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]))
}

function bodyOf ({ body, headers, rawPayload }: LightMyRequestResponse): unknown {
  if (body === '') return undefined
  return String(headers['content-type']).startsWith('application/json') ? JSON.parse(body) : rawPayload
}
