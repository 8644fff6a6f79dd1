import type { MediaType, Querystring } from '../contract/contract.ts'
import { isObject } from '../documents/is-object.ts'
import type { JsonObject } from '../documents/is-object.ts'
import type { BodyReading } from '../messages/body-reading.ts'
import { coerce } from '../messages/coerce.ts'
import { FORM, isJson } from '../messages/media-type.ts'
import { parseForm } from '../messages/parse-form.ts'
import { parseJson } from '../messages/parse-json.ts'
import { decodePercent } from '../messages/split-pairs.ts'
import { createMalformed, createMissing } from '../schemas/create-violation.ts'
import { schemaValidator } from '../schemas/schema-validator.ts'
import { shapeOf } from '../schemas/shape.ts'
import type { Violation } from '../schemas/violation.ts'
import type { ViolationList } from '../schemas/violation-list.ts'

/** The query as a whole. */
const QUERY = { in: 'query', pointer: '' } as const

/** Reads a query as the values of its members; adds its violations to a list. */
export type QuerystringReader = (query: string, violations: ViolationList) => Readonly<JsonObject>

/**
 * Creates the reader of a query that is one value as a whole (OpenAPI 3.2, `in: querystring`). The members of a form
 * are those of the query; any other value is under the name of the parameter.
 */
export function createQuerystringReader ({ mediaType, name, required }: Querystring): QuerystringReader {
  const { schema } = mediaType
  const validate = schema === undefined ? undefined : schemaValidator(schema, 'request')
  return (query, violations) => {
    if (query === '') {
      if (required) violations.add(createMissing(QUERY))
      return {}
    }
    const reading = parseQuery(query, mediaType)
    for (const violation of reading.violations) violations.add(inQuery(violation))
    if (reading.kind === 'malformed') return {}
    const errors = validate?.(reading.value)
    if (errors !== undefined && schema !== undefined) violations.addErrors(errors, schema, QUERY)
    return mediaType.name === FORM && isObject(reading.value) ? reading.value : { [name]: reading.value }
  }
}

function parseQuery (query: string, mediaType: MediaType): BodyReading {
  if (mediaType.name === FORM) return parseForm(query, mediaType)
  const text = decodePercent(query)
  if (text === undefined) {
    return { kind: 'malformed', violations: [createMalformed(QUERY, 'be percent-encoded UTF-8', 'is not')] }
  }
  if (isJson(mediaType.name)) return parseJson(text)
  return { kind: 'value', value: coerce(text, shapeOf(mediaType.schema)), violations: [] }
}

/** Returns the violation of a body as one of the query. */
function inQuery (violation: Violation): Violation {
  return { ...violation, in: 'query', message: violation.message.replace(/^body\b/, 'query') }
}
