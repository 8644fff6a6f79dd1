import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { Readable } from 'node:stream'
import tls from 'node:tls'

/**
 * Creates a function that sends requests as `fetch` does, and trusts an authority beside those that Node trusts. It
 * follows no redirects. `fetch` itself has no option for that.
 */
export function trustingFetch (authority: string): typeof fetch {
  const ca = [...trusted(), authority]
  return async (input, init) => {
    const { body, headers, method, signal, url } = new Request(input, init)
    const send = url.startsWith('https:') ? requestHttps : requestHttp
    const sent = Buffer.from(await new Response(body).arrayBuffer())
    return await new Promise((resolve, reject) => {
      const fields = { ...Object.fromEntries(headers), ...sent.length > 0 && { 'content-length': sent.length } }
      send(url, { method, headers: fields, signal, ca }, response => {
        const { headers, statusCode: status = 500 } = response
        const pairs = Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)])
        // A cast: Node's own types of streams are not those of the web's, though they are the same.
        const stream = Readable.toWeb(response) as unknown as ReadableStream
        resolve(new Response(NO_BODY.has(status) ? null : stream, { status, headers: pairs }))
      }).on('error', reject).end(sent)
    })
  }
}

/** The statuses whose responses have no body. */
const NO_BODY: ReadonlySet<number> = new Set([101, 204, 205, 304])

// Older versions of Node 22 know only those that come with it.
function trusted (): readonly string[] {
  const { getCACertificates: known }: Partial<typeof tls> = tls
  return known === undefined ? tls.rootCertificates : known('default')
}
