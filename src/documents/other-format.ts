import { isObject } from './is-object.ts'

/**
 * Returns what a document is that is written in another format than OpenAPI, and how it is converted; `undefined` where
 * that is not known.
 */
export function otherFormat (value: Readonly<Record<string, unknown>>): string | undefined {
  return FORMATS.find(({ matches }) => matches(value))?.message
}

interface Format {
  readonly matches: (value: Readonly<Record<string, unknown>>) => boolean
  readonly message: string
}

const FORMATS: readonly Format[] = [
  {
    matches: value => isPostman(value) || isPostman(value.collection) || isOldPostman(value),
    message: 'is a Postman collection, not an OpenAPI document: convert it first, as in ' +
      '"npx postman-to-openapi collection.json -f openapi.yaml"'
  },
  {
    matches: value => value._type === 'export' || /^\w+\.insomnia\.rest/.test(String(value.type)),
    message: 'is an export of Insomnia, not an OpenAPI document: export the design document as OpenAPI'
  },
  {
    matches: ({ log }) => isObject(log) && Array.isArray(log.entries),
    message: 'is a recording (HAR), not an OpenAPI document'
  },
  {
    matches: value => value.asyncapi !== undefined,
    message: 'is an AsyncAPI document, not an OpenAPI document: it describes messages, not HTTP'
  },
  {
    matches: value => value.arazzo !== undefined,
    message: 'is an Arazzo document, not an OpenAPI document: "standin verify" runs its journeys'
  },
  {
    matches: value => value.kind === 'discovery#restDescription',
    message: 'is a Google API discovery document, not an OpenAPI document: convert it first'
  }
]

/** Matches a collection in the formats 2.0 and 2.1. */
function isPostman (value: unknown): boolean {
  if (!isObject(value) || !isObject(value.info)) return false
  const { _postman_id: id, schema } = value.info
  return id !== undefined || /^https?:\/\/schema\.(?:getpostman|postman)\.com\//.test(String(schema))
}

/** Matches a collection in the format 1.0. */
function isOldPostman ({ order, requests }: Readonly<Record<string, unknown>>): boolean {
  return Array.isArray(requests) && Array.isArray(order)
}
