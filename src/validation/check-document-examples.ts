import type { Contract, SchemaDefinition, SchemaReference } from '../contract/contract.ts'
import { exampleValue, isWritten } from '../contract/example-value.ts'
import { followExample } from '../contract/follow-example.ts'
import { isObject } from '../documents/is-object.ts'
import type { JsonObject } from '../documents/is-object.ts'
import { escapePointer, unescapePointer } from '../documents/json-pointer.ts'
import type { Report } from '../documents/problem.ts'
import { resolveRef } from '../documents/resolve-ref.ts'
import { walkDocument } from '../documents/walk-document.ts'
import type { Part } from '../documents/walk-document.ts'
import { BODY } from '../schemas/create-violation.ts'
import { schemaValidator } from '../schemas/schema-validator.ts'
import { toViolations } from '../schemas/to-violations.ts'

/** The most violations that are reported of one example. */
const MAX_VIOLATIONS = 5

/** An example or a default as it is written in a document. */
interface WrittenExample {
  readonly word: 'example' | 'default'
  readonly value: unknown
  readonly pointer: string
}

/**
 * Reports each example and default of a document that breaks the schema that it is in, or beside.
 */
export function checkDocumentExamples (contract: Contract, report: Report): void {
  const { document, name } = contract
  walkDocument(document, part => {
    const schema = schemaOf(part)
    const examples = part.kind === 'schema' ? listOfSchema(part) : listBesideSchema(contract, part, report)
    if (examples.length === 0 || schema === undefined) return
    checkExamples({ contract: name, document, ...schema }, examples, report)
  })
}

/** Returns the schema of a part's examples: a schema itself, else that of its member `schema`. */
function schemaOf (
  { kind, value, pointer }: Part
): { pointer: string, definition: SchemaDefinition } | undefined {
  if (kind === 'schema') return { pointer, definition: value }
  return isObject(value.schema) ? { pointer: `${pointer}/schema`, definition: value.schema } : undefined
}

function checkExamples (schema: SchemaReference, examples: readonly WrittenExample[], report: Report): void {
  const validate = schemaValidator(schema)
  for (const { word, value, pointer } of examples) {
    try {
      const errors = validate(value) ?? []
      const { violations } = toViolations(errors, schema, { location: BODY, max: MAX_VIOLATIONS })
      for (const { message } of violations) {
        report(pointer, `the ${word} breaks its schema: ${message.replace(/^body /, '')}`)
      }
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      report(schema.pointer, `the schema cannot be used: ${reason}`)
      return
    }
  }
}

function listOfSchema ({ value, pointer }: Part): WrittenExample[] {
  const examples = listOwn(value, pointer)
  for (const [index, example] of (Array.isArray(value.examples) ? value.examples : []).entries()) {
    examples.push({ word: 'example', value: example, pointer: `${pointer}/examples/${index}` })
  }
  if ('default' in value) {
    examples.push({ word: 'default', value: value.default, pointer: `${pointer}/default` })
  }
  return examples
}

/** Lists the examples of a media type, a parameter or a header; reports those that are not JSON where they must be. */
function listBesideSchema ({ document }: Contract, part: Part, report: Report): WrittenExample[] {
  const { kind, value, pointer } = part
  const examples = ['mediaType', 'parameter', 'header'].includes(kind) ? listOwn(value, pointer) : []
  const isJsonBody = kind === 'mediaType' && !mayBeText(pointer)
  for (const [name, example] of Object.entries(isObject(value.examples) ? value.examples : {})) {
    const at = `${pointer}/examples/${escapePointer(name)}`
    const found = isObject(example) ? resolveRef<JsonObject>(document, example, at) : undefined
    const stated = found === undefined ? undefined : exampleValue(found.value, mediaTypeAt(pointer))
    if (found === undefined || stated === undefined) continue
    const where = `${found.pointer}/${stated.member}`
    if (stated.value === undefined) report(where, 'the example is not JSON, and is ignored')
    // A parameter or a header writes values in a style of its own.
    else if (isJsonBody || !isWritten(stated)) examples.push({ word: 'example', value: stated.value, pointer: where })
  }
  const followed = examples.map(example => ({ ...example, value: followExample(document, example.value) }))
  return followed.filter(({ value }) => value !== undefined && !(mayBeText(pointer) && typeof value === 'string'))
}

function listOwn (value: JsonObject, pointer: string): WrittenExample[] {
  return 'example' in value ? [{ word: 'example', value: value.example, pointer: `${pointer}/example` }] : []
}

/**
 * Returns whether the examples at a pointer may be values written in a media type other than JSON,
 * such as XML.
 */
function mayBeText (pointer: string): boolean {
  const mediaType = mediaTypeAt(pointer)
  if (mediaType === undefined) return pointer.startsWith('/components/mediaTypes/')
  return !/\/(?:.*\+)?json/i.test(mediaType)
}

function mediaTypeAt (pointer: string): string | undefined {
  const [, token] = /\/content\/([^/]+)$/.exec(pointer) ?? []
  return token === undefined ? undefined : unescapePointer(token).toLowerCase()
}
