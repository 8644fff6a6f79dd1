import { TargetFailed } from '../journeys/target.ts'
import { listCreated } from './created-thing.ts'
import type { CheckContext, Recording, VerifyExchange } from './recording.ts'
import { sendRecorded } from './send-recorded.ts'
import type { ServiceClient } from './service-client.ts'
import { declarationOf, sightingsIn } from './sightings.ts'
import type { Sighting } from './sightings.ts'

export interface SettleOptions {
  readonly client: ServiceClient
  readonly firstPauseMs: number
  readonly maxWaitMs: number
}

/** A job that was under way when it was last seen. */
interface RunningJob {
  readonly sighting: Sighting
  /** The latest exchange that read it; `undefined` where only its creation shows it. */
  readonly reading: VerifyExchange | undefined
}

/** How much longer each pause is than the one before. */
const GROWTH = 1.5

/**
 * Waits for the jobs that a journey has left under way and that nothing deletes: they would be in the way of the next
 * journey. Returns what it saw of them.
 */
export async function settle (
  recording: Recording,
  context: CheckContext,
  options: SettleOptions
): Promise<VerifyExchange[]> {
  const deletable = listCreated(recording, context).filter(({ deletion }) => deletion !== undefined)
  const running = listRunning(recording, context)
    .filter(({ sighting }) => !deletable.some(({ id }) => id === sighting.id))
  const seen: VerifyExchange[] = []
  for (const { reading, sighting } of running) {
    try {
      if (reading !== undefined) await readUntilEnded(reading, sighting, { context, options, seen })
      else await options.client.timing.wait(Math.min(lengthOf(sighting), options.maxWaitMs))
    } catch (error) {
      // The next journey tells what is in its way.
      if (!(error instanceof TargetFailed)) throw error
    }
  }
  return seen
}

function listRunning ({ exchanges }: Recording, context: CheckContext): RunningJob[] {
  const jobs = new Map<string, RunningJob>()
  for (const exchange of exchanges) {
    const { operation } = exchange.request
    const isReading = operation !== undefined && declarationOf(operation)?.create === undefined
    for (const sighting of sightingsIn(exchange, context)) {
      const key = `${sighting.type.id} ${sighting.id}`
      jobs.set(key, { sighting, reading: isReading ? exchange : jobs.get(key)?.reading })
    }
  }
  return [...jobs.values()].filter(({ sighting }) => isRunning(sighting))
}

function isRunning ({ status, type }: Sighting): boolean {
  return status !== undefined && type.running.has(status)
}

interface Reading {
  readonly context: CheckContext
  readonly options: SettleOptions
  readonly seen: VerifyExchange[]
}

async function readUntilEnded (first: VerifyExchange, { id, type }: Sighting, reading: Reading): Promise<void> {
  const { context, options: { client, firstPauseMs, maxWaitMs }, seen } = reading
  const end = client.timing.now() + maxWaitMs
  for (let pause = firstPauseMs; client.timing.now() + pause <= end; pause *= GROWTH) {
    await client.timing.wait(pause)
    const exchange = await sendRecorded(client, first.request)
    seen.push(exchange)
    const found = sightingsIn(exchange, context).find(sighting => sighting.id === id && sighting.type === type)
    if (found !== undefined && !isRunning(found)) return
  }
}

/** Returns how long the running statuses of a job take by its longest lifecycle, in milliseconds. */
function lengthOf ({ type }: Sighting): number {
  const lengths = [...type.lifecycles.values()].map(stages => stages
    .filter(({ status }) => type.running.has(status))
    .reduce((sum, { ms = 0 }) => sum + ms, 0))
  return Math.max(0, ...lengths)
}
