import type { JourneyRequest } from '../journeys/target.ts'
import type { VerifyExchange } from './recording.ts'
import type { ServiceClient } from './service-client.ts'

/** Sends a request of a check's own. Rejects with `TargetFailed`. */
export async function sendRecorded (
  client: ServiceClient,
  request: JourneyRequest,
  isAnonymous = false
): Promise<VerifyExchange> {
  const { timing } = client
  const at = timing.now()
  const response = await client.send(request, { isAnonymous })
  return { request, response, at, until: timing.now(), isDownload: false, isAnonymous }
}
