import { StandinClientError, refusalOf } from './standin-client-error.ts'

export interface ConnectionOptions {
  /** What the admin API asks for, where the server was started with a token. */
  readonly token?: string | undefined
  /**
   * What requests are sent with.
   * @default the global one
   */
  readonly fetch?: typeof fetch
}

/** The admin API of a server, or of one of its worlds. */
export interface Connection {
  /** Sends a request and reads the answer. Throws `StandinClientError` where it is refused. The caller knows what the answer is. */
  call<Answer = undefined> (method: string, path: string, body?: unknown): Promise<Answer>
  /** Opens a stream of server-sent events. */
  open (path: string, signal?: AbortSignal): Promise<ReadableStream<Uint8Array>>
}

/** Connects to the admin API below a base URL. Nothing is sent before something is called. */
export function createConnection (url: string, { fetch: send = globalThis.fetch, token }: ConnectionOptions): Connection {
  const authorization: Record<string, string> = token === undefined ? {} : { authorization: `Bearer ${token}` }

  const request = async (method: string, path: string, init: RequestInit): Promise<Response> => {
    const asked = `${method} /__admin${path}`
    const response = await send(`${url}/__admin${path}`, { method, ...init }).catch((cause: unknown) => { throw unreachable(url, cause) })
    if (!response.ok) throw refusalOf(asked, response.status, await readBody(response))
    return response
  }

  return {
    async call<Answer> (method: string, path: string, body?: unknown) {
      const json = body === undefined ? {} : { body: JSON.stringify(body), headers: { ...authorization, 'content-type': 'application/json' } }
      const response = await request(method, path, { headers: authorization, ...json })
      // Held to the admin API's document by the server's own tests.
      return await readBody(response) as Answer
    },
    async open (path, signal) {
      const response = await request('GET', path, { headers: { ...authorization, accept: 'text/event-stream' }, ...signal && { signal } })
      return response.body ?? new ReadableStream({ start: controller => controller.close() })
    }
  }
}

async function readBody (response: Response): Promise<unknown> {
  const text = await response.text()
  if (text === '') return undefined
  const isJson = /^application\/([\w.-]+\+)?json\b/.test(response.headers.get('content-type') ?? '')
  return isJson ? JSON.parse(text) : text
}

function unreachable (url: string, cause: unknown): unknown {
  // What was given up by the caller is no fault of the server.
  if (!(cause instanceof Error) || cause.name === 'AbortError' || cause.name === 'TimeoutError') return cause
  const reason = cause.cause instanceof Error && cause.cause.message !== '' ? cause.cause.message : cause.message
  return new StandinClientError(`No stand-in answers at ${url}: ${reason}`, { code: 'STANDIN_UNREACHABLE', cause })
}
