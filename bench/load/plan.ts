/** The requests that a load generator sends in turn, over and over. */
export interface Plan {
  readonly requests: readonly PlannedRequest[]
  /** Sent once for each response with an `"Id":"…"`, with that id in place of `ID_PLACE`. */
  readonly followUp?: PlannedRequest
  /** What every response must be; any other makes the measurement invalid. */
  readonly expects: 'success' | 'refusal'
  /**
   * How many connections send at once.
   * @default 32
   */
  readonly connections?: number
}

/** One request of a plan. */
export interface PlannedRequest {
  readonly method: string
  /** With the query. */
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  /** JSON. */
  readonly body?: string
}

/** Stands for a number that is new in every request: twelve hexadecimal digits, as at the end of a uuid. */
export const COUNTER = '@@@@@@@@@@@@'

/** Stands for the uuid of the response before. */
export const ID_PLACE = '########-####-####-####-############'

export const DEFAULT_CONNECTIONS = 32

/** Replaces the counter by a number. */
export function withCounter (text: string, count: number): string {
  return text.replaceAll(COUNTER, count.toString(16).padStart(COUNTER.length, '0'))
}

/** Formats a request as it is sent (RFC 9112). */
export function rawRequest ({ method, path, headers = {}, body }: PlannedRequest, { host }: URL): string {
  const lines = [`${method} ${path} HTTP/1.1`, `Host: ${host}`]
  for (const [name, value] of Object.entries(headers)) lines.push(`${name}: ${value}`)
  if (body !== undefined) lines.push('Content-Type: application/json', `Content-Length: ${Buffer.byteLength(body)}`)
  return `${lines.join('\r\n')}\r\n\r\n${body ?? ''}`
}
