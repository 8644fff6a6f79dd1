import type { Operation, ResponseDefinition } from './contract.ts'

/** Returns the response of success: the lowest 2xx, or else `2XX`, `default`, or the first that is documented. */
export function successResponse ({ responses }: Operation): ResponseDefinition | undefined {
  const [lowest] = responses.filter(({ status }) => /^2\d\d$/.test(status)).sort(byStatus)
  return lowest ?? find(responses, '2XX') ?? find(responses, 'default') ?? responses[0]
}

function byStatus (a: ResponseDefinition, b: ResponseDefinition): number {
  return Number(a.status) - Number(b.status)
}

function find (responses: readonly ResponseDefinition[], status: string): ResponseDefinition | undefined {
  return responses.find(response => response.status === status)
}

/** Returns the HTTP status for a documented response: 200 for `2XX` and for `default`. */
export function statusOf ({ status }: ResponseDefinition): number {
  return status === 'default' ? 200 : Number(status.replace('XX', '00'))
}

/** Returns the HTTP status of an operation's success; 200 where it documents no response. */
export function successStatus (operation: Operation): number {
  const success = successResponse(operation)
  return success === undefined ? 200 : statusOf(success)
}
