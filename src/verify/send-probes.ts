import { TargetFailed } from '../journeys/target.ts'
import { listProbes } from './probe-requests.ts'
import type { Recording, VerifiedApi, VerifyExchange } from './recording.ts'
import { sendRecorded } from './send-recorded.ts'
import { whyRefused } from './request-policy.ts'
import type { ServiceSession } from './service-session.ts'

/** Sends the probes that are allowed, until no more requests are. */
export async function sendProbes (
  seen: readonly VerifyExchange[],
  apis: ReadonlyMap<string, VerifiedApi>,
  { client, policy }: Pick<ServiceSession, 'client' | 'policy'>
): Promise<Recording> {
  const exchanges: VerifyExchange[] = []
  const probes = listProbes(seen, apis).filter(({ request }) => whyRefused(request, policy) === undefined)
  try {
    for (const { isAnonymous, request } of probes) exchanges.push(await sendRecorded(client, request, isAnonymous))
  } catch (error) {
    // The requests that were sent are judged all the same.
    if (!(error instanceof TargetFailed)) throw error
  }
  return { exchanges, callbacks: [], callbackUrl: '' }
}
