import type { Test } from 'tap'
import type { RecordedExchange } from '../../src/har/recorded-exchange.ts'
import { FakeTime } from '../verify/fake-time.ts'
import { startMews } from '../verify/mews-service.ts'
import type { MewsOptions } from '../verify/mews-service.ts'

/** Sends requests, waits, and keeps what was exchanged. */
export class Recorder {
  readonly exchanges: RecordedExchange[] = []
  readonly url: string
  readonly #time: FakeTime

  constructor (url: string, time: FakeTime) {
    this.url = url
    this.#time = time
  }

  async send (method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<unknown> {
    const url = new URL(path, this.url).href
    const text = body === undefined ? undefined : JSON.stringify(body)
    const sent = { ...text !== undefined && { 'content-type': 'application/json' }, ...headers }
    const response = await fetch(url, { method, headers: sent, ...text !== undefined && { body: text } })
    const bytes = Buffer.from(await response.arrayBuffer())
    this.exchanges.push({
      startedAt: this.#time.now(),
      durationMs: 5,
      request: { method, url, headers: Object.entries(sent), body: text === undefined ? undefined : Buffer.from(text) },
      response: {
        status: response.status,
        headers: [...response.headers],
        body: bytes.length === 0 ? undefined : bytes
      }
    })
    try {
      const value: unknown = JSON.parse(bytes.toString())
      return value
    } catch {
      return undefined
    }
  }

  async wait (milliseconds: number): Promise<void> {
    await this.#time.wait(milliseconds)
  }
}

export const CREDENTIALS = { Client: 'Tester 1.0', AccessToken: 'access-5f0c', ClientToken: 'client-81aa' }

const ADD = '/api/connector/v1/exports/add'
const GET_ALL = '/api/connector/v1/exports/getAll'
const POLLS = 12
const STEP_MS = 700

/** Drives the service of Mews as a client does, with requests that it refuses among them, and records that. */
export async function recordMews (t: Test, options: MewsOptions = {}): Promise<RecordedExchange[]> {
  const time = new FakeTime()
  const limit = { max: 40, ms: 30_000 }
  const service = await startMews(t, { time, pendingMs: 2_000, processingMs: 5_000, limit, ...options })
  const recorder = new Recorder(service.url, time)
  for (const EntityType of ['OrderItem', 'Payment', 'Reservation']) {
    const added = await recorder.send('POST', ADD, { ...CREDENTIALS, EntityType })
    const id = textAt(added, 'Export', 'Id')
    await recorder.send('POST', ADD, { ...CREDENTIALS, EntityType })
    for (let poll = 0; poll < POLLS; poll++) {
      await recorder.wait(STEP_MS)
      await recorder.send('POST', GET_ALL, { ...CREDENTIALS, ExportIds: [id] })
    }
    const file = `/files/${id}-1.jsonl`
    await recorder.send('GET', file)
  }
  await recorder.wait(30_000)
  await recorder.send('POST', ADD, { ...CREDENTIALS, EntityType: 'Nonsense' })
  await recorder.send('POST', GET_ALL, { ...CREDENTIALS, ExportIds: ['not-a-uuid'] })
  await recorder.send('POST', GET_ALL, { ...CREDENTIALS, ExportIds: ['3fa85f64-5717-4562-b3fd-2c963f66afa6'] })
  await recorder.send('PUT', ADD, { ...CREDENTIALS, EntityType: 'Company' })
  for (let request = 0; request < 42; request++) {
    await recorder.send('POST', GET_ALL, { ...CREDENTIALS, ExportIds: ['3fa85f64-5717-4562-b3fd-2c963f66afa6'] })
  }
  return recorder.exchanges
}

function textAt (value: unknown, ...names: string[]): string {
  let found: unknown = value
  for (const name of names) found = Object(found)[name]
  return String(found)
}
