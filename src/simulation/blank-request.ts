import type { RequestFacts } from './scope.ts'

const ADDRESS = 'http://127.0.0.1'

/** A request of nobody that asks for nothing, in whose scope declarations are tried before any request has come. */
export const BLANK_REQUEST: RequestFacts = {
  method: 'GET',
  url: '/',
  baseUrl: ADDRESS,
  serverUrl: ADDRESS,
  serverPath: '',
  receivedAt: 0,
  path: {},
  query: {},
  headers: {},
  cookies: {},
  body: undefined
}
