import { once } from 'node:events'
import { connect } from 'node:http2'
import type { ClientHttp2Session, ClientHttp2Stream, IncomingHttpHeaders } from 'node:http2'
import { buffer } from 'node:stream/consumers'
import type { Test } from 'tap'

/** A response over HTTP/2. */
export interface StreamResponse {
  readonly status: number | undefined
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

/** Opens a connection of HTTP/2 that trusts an authority. */
export async function openSession (t: Test, url: string, ca: string): Promise<ClientHttp2Session> {
  const session = connect(url, { ca })
  t.teardown(() => session.destroy())
  session.on('error', () => {})
  await once(session, 'connect')
  return session
}

/** Sends a request on a connection. Rejects where its stream is reset. */
export async function exchange (
  session: ClientHttp2Session,
  path: string,
  { body, ...headers }: { readonly body?: string | Buffer, readonly [header: string]: string | Buffer | undefined } = {}
): Promise<StreamResponse> {
  const method = body === undefined ? 'GET' : 'POST'
  const stream = session.request({ ':path': path, ':method': method, ...headers as Record<string, string> })
  if (body === undefined) stream.end()
  else stream.end(body)
  return await responseOf(stream)
}

/** Returns the response on a stream. Rejects where it is reset. */
export async function responseOf (stream: ClientHttp2Stream): Promise<StreamResponse> {
  const [headers] = await once(stream, 'response')
  return { status: headers[':status'], headers, body: await buffer(stream) }
}
