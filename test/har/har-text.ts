import { isObject } from '../../src/documents/is-object.ts'

/** Returns an entry of a HAR file, with what is given in the place of its parts. */
export function harEntry ({ request = {}, response = {}, ...parts }: HarParts = {}): object {
  return {
    startedDateTime: '2026-01-01T00:00:00.000Z',
    time: 12,
    cache: {},
    timings: { send: 0, wait: 12, receive: 0 },
    ...parts,
    request: isObject(request) ? { ...REQUEST, ...request } : request,
    response: isObject(response) ? { ...RESPONSE, ...response } : response
  }
}

/** Returns a HAR file of entries. */
export function harText (...entries: readonly unknown[]): string {
  return JSON.stringify({ log: { version: '1.2', creator: { name: 'test', version: '1' }, entries } })
}

interface HarParts {
  readonly request?: unknown
  readonly response?: unknown
  readonly [part: string]: unknown
}

const REQUEST = {
  method: 'GET',
  url: 'https://api.example/orders',
  httpVersion: 'HTTP/1.1',
  cookies: [],
  headers: [],
  queryString: [],
  headersSize: -1,
  bodySize: 0
}

const RESPONSE = {
  status: 200,
  statusText: 'OK',
  httpVersion: 'HTTP/1.1',
  cookies: [],
  headers: [{ name: 'Content-Type', value: 'application/json' }],
  content: { size: 2, mimeType: 'application/json', text: '{}' },
  redirectURL: '',
  headersSize: -1,
  bodySize: 2
}
