import { exactJson } from '../exact-json.ts'
import { StandinClientError, rejectionOf } from './standin-client-error.ts'

/** How to reach a server. */
export interface ConnectionOptions {
  /** The admin token that the server was started with. */
  readonly token?: string | undefined
  /**
   * The function that sends requests.
   * @default globalThis.fetch
   */
  readonly fetch?: typeof fetch
}

/** A connection to the admin API of a server, or of one of its worlds. */
export interface Connection {
  /**
   * Sends a request, and returns the body of the response, whose type the caller knows. Rejects
   * with `StandinClientError`.
   */
  call<Answer = undefined> (method: string, path: string, body?: unknown): Promise<Answer>
  /** Opens a stream of server-sent events. Rejects with `StandinClientError`. */
  open (path: string, signal?: AbortSignal): Promise<ReadableStream<Uint8Array>>
}

/** Creates a connection to the admin API under a base URL. It sends nothing itself. */
export function createConnection (
  url: string,
  { fetch: send = globalThis.fetch, token }: ConnectionOptions
): Connection {
  const authorization: Record<string, string> = token === undefined ? {} : { authorization: `Bearer ${token}` }

  const request = async (method: string, path: string, init: RequestInit): Promise<Response> => {
    const asked = `${method} /__admin${path}`
    const response = await send(`${url}/__admin${path}`, { method, ...init }).catch((cause: unknown) => {
      throw unreachable(url, cause)
    })
    if (!response.ok) throw rejectionOf(asked, response.status, await readBody(response))
    return response
  }

  return {
    async call<Answer> (method: string, path: string, body?: unknown) {
      const json = { ...authorization, 'content-type': 'application/json' }
      const response = body === undefined
        ? await request(method, path, { headers: authorization })
        : await request(method, path, { headers: json, body: exactJson.stringify(body) })
      // The server's tests validate its responses against the document that the types are generated from.
      return await readBody(response) as Answer
    },
    async open (path, signal) {
      const headers = { ...authorization, accept: 'text/event-stream' }
      const response = await request('GET', path, { headers, ...signal && { signal } })
      return response.body ?? new ReadableStream({ start: controller => controller.close() })
    }
  }
}

async function readBody (response: Response): Promise<unknown> {
  const text = await response.text()
  if (text === '') return undefined
  const isJson = /^application\/([\w.-]+\+)?json\b/.test(response.headers.get('content-type') ?? '')
  return isJson ? exactJson.parse(text) : text
}

function unreachable (url: string, cause: unknown): unknown {
  // The caller aborted the request; the server may well be reachable.
  if (!(cause instanceof Error) || cause.name === 'AbortError' || cause.name === 'TimeoutError') return cause
  // fetch has the reason in the cause of its error.
  const { cause: inner } = cause
  const reason = inner instanceof Error && inner.message !== '' ? inner.message : cause.message
  return new StandinClientError(`No stand-in responds at ${url}: ${reason}`, { code: 'STANDIN_UNREACHABLE', cause })
}
