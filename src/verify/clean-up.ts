import { TargetFailed } from '../journeys/target.ts'
import type { JourneyRequest } from '../journeys/target.ts'
import { listCreated } from './created-thing.ts'
import type { CreatedThing } from './created-thing.ts'
import type { CheckContext, Recording, VerifyExchange } from './recording.ts'
import { sendRecorded } from './send-recorded.ts'
import type { ServiceClient } from './service-client.ts'

/** Something that was created, and whether it has been deleted. */
export interface LeftThing extends Omit<CreatedThing, 'deletion'> {
  readonly isDeleted: boolean
  /** Why it is still there; a sentence without an end. */
  readonly why?: string
}

export interface CleanUpOptions {
  readonly client: ServiceClient
  /** Whether anything is deleted; else it is only listed. */
  readonly isWanted: boolean
}

/** The resources that cleaning up has left, and the requests that it sent. */
interface CleanedUp {
  readonly left: readonly LeftThing[]
  readonly deletions: Recording
}

/**
 * Deletes what the requests of a recording created, where the contract has an operation for it, and reads it once more
 * where it can. The newest is deleted first.
 */
export async function cleanUp (
  recording: Recording,
  context: CheckContext,
  { client, isWanted }: CleanUpOptions
): Promise<CleanedUp> {
  const exchanges: VerifyExchange[] = []
  const left: LeftThing[] = []
  for (const { deletion, id, operation } of listCreated(recording, context).toReversed()) {
    const why = isWanted ? await remove(deletion, { client, context, exchanges }) : 'nothing is to be deleted'
    left.push({ operation, id, isDeleted: why === undefined, ...why !== undefined && { why } })
  }
  return { left, deletions: { exchanges, callbacks: [], callbackUrl: recording.callbackUrl } }
}

interface Removal {
  readonly client: ServiceClient
  readonly context: CheckContext
  readonly exchanges: VerifyExchange[]
}

/** Deletes one thing. Returns why it is still there; `undefined` where it is gone. */
async function remove (deletion: JourneyRequest | undefined, removal: Removal): Promise<string | undefined> {
  if (deletion === undefined) return 'the contract has no operation that deletes it'
  const { client, context, exchanges } = removal
  try {
    const deleted = await sendRecorded(client, deletion)
    exchanges.push(deleted)
    const { status } = deleted.response
    if (status >= 300 && status !== 404 && status !== 410) return `DELETE is refused with ${status}`
    const reading = readingOf(deletion, context)
    if (reading !== undefined && status < 300) exchanges.push(await sendRecorded(client, reading))
    return undefined
  } catch (error) {
    if (error instanceof TargetFailed) return error.message
    throw error
  }
}

/** Returns the request that reads what is deleted at the same URL. */
function readingOf (deletion: JourneyRequest, { apis }: CheckContext): JourneyRequest | undefined {
  const { operation: deleting } = deletion
  const operations = apis.get(deleting?.api ?? '')?.contract.operations ?? []
  const operation = operations.find(({ method, path }) => method === 'GET' && path === deleting?.path)
  return operation && { ...deletion, operation, method: 'GET' }
}
