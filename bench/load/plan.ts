/** What a load generator sends to a server: the requests in turn, over and over. */
export interface Plan {
  readonly requests: readonly PlannedRequest[]
  /** Sent once for each id that an answer gives out as `"Id":"…"`, with that id in the place of `ID_PLACE`. */
  readonly followUp?: PlannedRequest
  /** What every answer must be; anything else makes the measurement void. */
  readonly expects: 'success' | 'refusal'
  /**
   * How many connections send at once.
   * @default 32
   */
  readonly connections?: number
}

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

/** Stands for the uuid that was given out. */
export const ID_PLACE = '########-####-####-####-############'

export const DEFAULT_CONNECTIONS = 32

/** Puts a number in the place of the counter. */
export function withCounter (text: string, count: number): string {
  return text.replaceAll(COUNTER, count.toString(16).padStart(COUNTER.length, '0'))
}

/** Writes a request as it goes over the wire (RFC 9112). */
export function rawRequest ({ method, path, headers = {}, body }: PlannedRequest, { host }: URL): string {
  const lines = [
    `${method} ${path} HTTP/1.1`,
    `Host: ${host}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
  ]
  if (body !== undefined) lines.push('Content-Type: application/json', `Content-Length: ${Buffer.byteLength(body)}`)
  return `${lines.join('\r\n')}\r\n\r\n${body ?? ''}`
}
