import type { Exchange } from './exchange-feed.ts'
import { serverUrl } from './place.ts'

/** Headers that clients set themselves, or that name the world. */
const LEFT_OUT = new Set(['host', 'connection', 'content-length', 'accept-encoding', 'x-standin-world', 'user-agent'])

/** Headers of responses that the server sets itself. */
const NOT_SCRIPTED = new Set([
  'date',
  'connection',
  'keep-alive',
  'content-length',
  'content-encoding',
  'transfer-encoding',
  'vary',
  'etag'
])

/** Returns the command that sends the request again, to the world where it came. */
export function asCurl ({ request: { body, headers, method, url }, world }: Exchange): string {
  const lines = [`curl -X ${method} ${quote(`${serverUrl}/~${world}${url}`)}`]
  for (const [name, value] of Object.entries(headers)) {
    if (!LEFT_OUT.has(name.toLowerCase()) && !name.toLowerCase().startsWith('sec-')) {
      lines.push(`-H ${quote(`${name}: ${String(value)}`)}`)
    }
  }
  if (body !== undefined) lines.push(`--data-raw ${quote(typeof body === 'string' ? body : JSON.stringify(body))}`)
  return lines.join(' \\\n  ')
}

/** Returns the stub that responds to the operation as the exchange did. */
export function asStub ({ operation, request, response: { body, headers, status } }: Exchange): string {
  const scripted = Object.entries(headers).filter(([name]) => {
    return !NOT_SCRIPTED.has(name.toLowerCase()) && !name.toLowerCase().startsWith('access-control-')
  })
  const path = request.url.split('?', 1)[0]
  return pretty({
    ...operation === null ? { method: request.method, path } : { operation },
    reply: { status, ...scripted.length > 0 && { headers: Object.fromEntries(scripted) }, body }
  })
}

/** Returns the path and the content of the fixture that holds the body of the response. */
export function asFixture ({ operation, response: { body, status } }: Exchange): string {
  const [, api = '', id = ''] = /^([^.]*)\.(.*)$/.exec(operation ?? '') ?? []
  return `# fixtures/${api}/${id}.${status}.json\n${pretty(body ?? null)}`
}

/** Returns a value as a text for people. */
export function pretty (value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value, null, 2) ?? ''
}

function quote (text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`
}
