import { isAccepted } from './recording.ts'
import type { Recording, VerifyExchange } from './recording.ts'
import { sightingsIn } from './sightings.ts'
import { kept } from './verify-check.ts'
import type { VerifyCheck } from './verify-check.ts'

/** Checks that files have the size that responses, or their own headers, state. */
export const fileSizeTruth: VerifyCheck = {
  name: 'file_size_truth',
  judge: (recording, context) => recording.exchanges.flatMap(exchange =>
    sightingsIn(exchange, context).flatMap(({ files }) => files.flatMap(({ size, url }) => {
      const download = downloadOf(url, recording)
      if (download === undefined || size === undefined) return []
      const { operation } = exchange.request
      const { length } = download.response.bytes
      if (length === size) return [kept(operation)]
      const difference = {
        contract: `that the file has the ${size} bytes that the response states`,
        service: `sends ${length} bytes`,
        standin: 'states the size that the file has',
        pointer: operation?.pointer
      }
      return [{ operation, difference }]
    })))
}

function downloadOf (url: string, { exchanges }: Recording): VerifyExchange | undefined {
  return exchanges.find(exchange => exchange.isDownload && isAccepted(exchange) && isSame(exchange, url))
}

function isSame ({ request, response }: VerifyExchange, url: string): boolean {
  return [request.url, response.url].some(sent => sent === url || (url !== '' && sent.endsWith(url)))
}
