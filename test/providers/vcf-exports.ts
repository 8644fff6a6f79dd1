import type { LightMyRequestResponse } from 'fastify'
import type { Standin } from '../start-standin.ts'

export const RUN = '8b0ce0b5-2c7b-4b1c-9e3c-6f6d1b1a7a01'
export const AUTHORIZATION = { authorization: 'Bearer c2VjcmV0LXRva2Vu' }

/** Returns a run for each number. */
export function runOf (number: number): string {
  return RUN.slice(0, -2) + String(number).padStart(2, '0')
}

/** Starts an export of a run. */
export function startExport ({ send }: Standin, run = RUN): Promise<LightMyRequestResponse> {
  return send('POST', `/v1/system/check-sets/${run}/exports`, undefined, AUTHORIZATION)
}

/** Reads the export of a run. */
export function getExport ({ send }: Standin, run = RUN): Promise<LightMyRequestResponse> {
  return send('GET', `/v1/system/check-sets/${run}/exports`, undefined, AUTHORIZATION)
}

/** Downloads the exported data of a run. */
export function getData ({ send }: Standin, run = RUN, headers = {}): Promise<LightMyRequestResponse> {
  const url = `/v1/system/check-sets/${run}/exports/data`
  return send('GET', url, undefined, { ...AUTHORIZATION, ...headers })
}
