import { serverUrl, world } from './place.ts'
import { isTokenWanted, token } from './token.ts'

/** A response of the admin API that reports an error. */
export class ApiError extends Error {
  readonly status: number
  readonly code: string
  /** The members of the problem details (RFC 9457). */
  readonly problem: Readonly<Record<string, unknown>>

  constructor (status: number, problem: Readonly<Record<string, unknown>>) {
    super(String(problem.detail ?? problem.title ?? `The server responds with ${status}`))
    this.name = 'ApiError'
    this.status = status
    this.code = String(problem.code ?? '')
    this.problem = problem
  }
}

/** How to send a request. */
export interface CallOptions {
  readonly method?: string
  readonly body?: unknown
  /** The body as JSON, which is sent as it is. */
  readonly text?: string
  readonly signal?: AbortSignal
  /** The world that it acts on; by default the one that is shown. An empty name stands for all worlds. */
  readonly world?: string
  readonly accept?: string
  /** Further headers. */
  readonly headers?: Readonly<Record<string, string>>
}

/** Returns the URL of a path of the admin API: that of `/clock` in a world. */
function adminUrl (path: string, name = world.peek()): string {
  if (name === '') return `${serverUrl}/__admin${path}`
  // Without a prefix, a cookie could name another world.
  return `${serverUrl}/~${encodeURIComponent(name)}/__admin${path}`
}

/** Sends a request to the admin API. Rejects with `ApiError`, and where the server is not reached. */
export async function send (path: string, options: CallOptions = {}): Promise<Response> {
  const { accept = 'application/json', body, method = 'GET', signal = null } = options
  const headers: Record<string, string> = { accept, ...options.headers }
  if (token.peek() !== '') headers.authorization = `Bearer ${token.peek()}`
  const text = options.text ?? (body === undefined ? null : JSON.stringify(body))
  if (text !== null) headers['content-type'] = 'application/json'
  const response = await fetch(adminUrl(path, options.world), { method, headers, body: text, signal })
  if (response.ok) return response
  if (response.status === 401) isTokenWanted.value = true
  const problem: unknown = await response.json().catch(() => ({}))
  throw new ApiError(response.status, problem as Record<string, unknown>)  // errors are problem details
}

/** Sends a request to the admin API, and returns the body of the response, whose type the caller knows. */
export async function call<Body = undefined> (path: string, options?: CallOptions): Promise<Body> {
  const response = await send(path, options)
  const text = await response.text()
  return (text === '' ? undefined : JSON.parse(text)) as Body  // as the document of the admin API says
}

/** Returns what is to be shown of an error. */
export function messageOf (error: unknown): string {
  if (error instanceof ApiError) return error.message
  if (error instanceof TypeError) return 'The server is not reached'
  return String(error)
}
