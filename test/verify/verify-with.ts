import { fileURLToPath } from 'node:url'
import type { Test } from 'tap'
import type { Check } from '../../src/reports/test-report.ts'
import type { ServiceOptions } from '../../src/verify/service-options.ts'
import { verifyJourneys } from '../../src/verify/verify-journeys.ts'
import type { VerifyResult } from '../../src/verify/verify-journeys.ts'
import { verifyService } from '../../src/verify/verify-service.ts'
import type { ServiceVerification } from '../../src/verify/verify-service.ts'
import { FakeTime } from './fake-time.ts'
import { startMews } from './mews-service.ts'
import type { MewsOptions } from './mews-service.ts'
import { startPrints } from './print-service.ts'
import type { PrintOptions } from './print-service.ts'
import type { Service } from './start-service.ts'

/** A verification that has ended. */
export interface Verified extends VerifyResult {
  readonly verification: ServiceVerification
  readonly service: Service
  /** The failed checks that are no steps: `lifecycle_conformance mews.getAllExports`, each once and sorted. */
  readonly failed: string[]
}

/** Verifies the service of Mews in a time that passes only while somebody waits. */
export async function verifyMews (
  t: Test,
  { overlays = [], ...options }: MewsOptions & { readonly overlays?: readonly string[] } = {},
  own: Partial<ServiceOptions> = {},
  journeys = journeysOf('mews')
): Promise<Verified> {
  const time = new FakeTime()
  const service = await startMews(t, { time, pendingMs: 2_000, processingMs: 5_000, ...options })
  return await verifyWith(journeys, service, { time, own, overlays })
}

/** Verifies the service of the print shop likewise. */
export async function verifyPrints (
  t: Test,
  options: PrintOptions = {},
  own: Partial<ServiceOptions> = {}
): Promise<Verified> {
  const time = new FakeTime()
  const service = await startPrints(t, { time, queuedMs: 2_000, printingMs: 4_000, ...options })
  const env = { STANDIN_AUTH_KEY: 'key of prints' }
  return await verifyWith(journeysOf('prints'), service, { time, own: { env, ...own } })
}

interface Way {
  readonly time: FakeTime
  readonly own: Partial<ServiceOptions>
  /** Overlays that are applied to the documents. */
  readonly overlays?: readonly string[]
}

function journeysOf (name: string): string {
  return fileURLToPath(new URL(`journeys/${name}.arazzo.yaml`, import.meta.url))
}

async function verifyWith (file: string, service: Service, { overlays = [], own, time }: Way): Promise<Verified> {
  const verification = await verifyService({ target: service.url, allowWrites: true, maxWaitMs: 60_000, ...own }, time)
  const result = await verifyJourneys({ files: [file], inputs: {}, options: { overlays }, service: verification })
  return { ...result, verification, service, failed: failedIn(result.report.checks) }
}

function failedIn (checks: readonly Check[]): string[] {
  const failed = checks.filter(({ name, result }) => result === 'failed' && name.includes('_'))
  return [...new Set(failed.map(({ name, operation }) => `${name} ${operation ?? ''}`.trim()))].sort()
}
