import type { MediaType, Operation, Parameter } from '../contract/contract.ts'
import type { StubRoute } from '../worlds/stub-verbs.ts'

/** The form of a route's name: `POST /oauth/token`. */
const NAME = /^([A-Za-z]+) (\/.*)$/s

/** The longest path of a route, in characters. */
const LONGEST_PATH = 2_000

/** Returns the name of a route, by which its stubs and its exchanges are known. */
function routeName ({ method, path }: StubRoute): string {
  return `${method} ${path}`
}

/** Parses the name of a route; returns `undefined` for another text. */
export function parseRouteName (text: string): StubRoute | undefined {
  const [, method, path] = NAME.exec(text) ?? []
  return method === undefined || path === undefined ? undefined : { method: method.toUpperCase(), path }
}

/** Returns what is wrong with a route, in words that follow "must"; `undefined` where nothing is. */
export function routeProblem ({ method, path }: StubRoute): string | undefined {
  if (!/^[A-Z]+$/.test(method)) return 'have a method such as GET'
  if (path.length > LONGEST_PATH) return `have a path of at most ${LONGEST_PATH} characters`
  const isPath = /^\/[^?#\s]*$/.test(path)
  if (!isPath) return 'have a path that begins with a slash, without a query, such as /oauth/{tenant}'
  if (/^\/(__admin|__files|~)/.test(path)) return 'have a path that is not of the stand-in itself'
  const names = listPlaceholders(path)
  if (/[{}]/.test(path.replace(/\{[^{}/]+\}/g, ''))) return 'have parameters such as {tenant}, each within a segment'
  return new Set(names).size === names.length ? undefined : 'have each parameter once'
}

/** Any body: its content type alone says how it is read. */
const ANY_BODY: MediaType = {
  name: '*/*',
  parameters: {},
  schema: undefined,
  items: undefined,
  examples: [],
  encoding: {}
}

const NONE: ReadonlySet<string> = new Set()

/** Returns an operation that stands for a route outside every document: it documents nothing and takes any body. */
export function routeOperation (route: StubRoute): Operation {
  const { method, path } = route
  const name = routeName(route)
  return {
    id: name,
    api: '',
    name,
    method,
    path,
    basePath: '',
    pointer: '',
    definition: { responses: {} },
    parameters: listPlaceholders(path).map(toParameter),
    querystring: undefined,
    body: { required: false, content: [ANY_BODY] },
    responses: [],
    security: [],
    credentials: { headers: NONE, query: NONE, cookies: NONE, paths: [path] },
    callbacks: []
  }
}

function listPlaceholders (path: string): string[] {
  return [...path.matchAll(/\{([^{}/]+)\}/g)].map(([, name = '']) => name)
}

function toParameter (name: string): Parameter {
  return {
    name,
    in: 'path',
    required: true,
    style: 'simple',
    explode: false,
    allowEmptyValue: false,
    mediaType: undefined,
    schema: undefined
  }
}
