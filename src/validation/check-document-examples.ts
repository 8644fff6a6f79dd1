import type { Contract, SchemaDefinition } from '../contract/contract.ts'
import { isObject } from '../documents/is-object.ts'
import { escapePointer } from '../documents/json-pointer.ts'
import type { Report } from '../documents/problem.ts'
import { resolveRef } from '../documents/resolve-ref.ts'
import { walkDocument } from '../documents/walk-document.ts'
import type { Part } from '../documents/walk-document.ts'
import { schemaValidator } from '../schemas/schema-validator.ts'
import { toViolations } from '../schemas/to-violations.ts'

const MAX_VIOLATIONS = 5

/** Reports each example and default of a document that breaks the schema which it stands in, or beside. */
export function checkDocumentExamples (contract: Contract, report: Report): void {
  walkDocument(contract.document, part => {
    const examples = listExamples(contract, part)
    const at = part.kind === 'schema' ? part.pointer : `${part.pointer}/schema`
    const definition = part.kind === 'schema' ? part.value : part.value.schema
    if (examples.length > 0 && isObject(definition)) holdTo(contract, { pointer: at, definition, examples }, report)
  })
}

interface Held {
  readonly pointer: string
  readonly definition: SchemaDefinition
  readonly examples: readonly WrittenExample[]
}

function holdTo ({ document, name }: Contract, { pointer, definition, examples }: Held, report: Report): void {
  const reference = { contract: name, document, pointer, definition }
  const validate = schemaValidator(reference)
  for (const { word, value, at } of examples) {
    try {
      const errors = validate(value) ?? []
      const { violations } = toViolations(errors, reference, { location: { in: 'body', pointer: '' }, max: MAX_VIOLATIONS })
      for (const { message } of violations) report(at, `the ${word} breaks its schema: ${message.replace(/^body /, '')}`)
    } catch (error) {
      report(pointer, `the schema cannot be used: ${error instanceof Error ? error.message : String(error)}`)
      return
    }
  }
}

interface WrittenExample {
  readonly word: 'example' | 'default'
  readonly value: unknown
  readonly at: string
}

function listExamples ({ document }: Contract, { kind, value, pointer }: Part): WrittenExample[] {
  const examples = listPlaces(kind, value).map(([name, example]) => ({ word: name === 'default' ? 'default' as const : 'example' as const, value: example, at: `${pointer}/${name}` }))
  if (kind === 'schema') return examples
  const named = Object.entries(isObject(value.examples) ? value.examples : {}).flatMap(([name, example]) => {
    const found = isObject(example) ? resolveRef<Record<string, unknown>>(document, example, `${pointer}/examples/${escapePointer(name)}`) : undefined
    return found !== undefined && 'value' in found.value ? [{ word: 'example' as const, value: found.value.value, at: `${found.pointer}/value` }] : []
  })
  return [...examples, ...named].filter(({ value }) => typeof value !== 'string' || !isWritten(pointer))
}

function listPlaces (kind: Part['kind'], value: Part['value']): Array<[name: string, value: unknown]> {
  const own = ['mediaType', 'parameter', 'header', 'schema'].includes(kind) && 'example' in value ? [['example', value.example] as [string, unknown]] : []
  if (kind !== 'schema') return own
  const listed = Array.isArray(value.examples) ? value.examples.map((example, index): [string, unknown] => [`examples/${index}`, example]) : []
  return 'default' in value ? [...own, ...listed, ['default', value.default]] : [...own, ...listed]
}

/** Whether examples at a place may be texts that write a value in a form other than JSON: XML, or a form. */
function isWritten (pointer: string): boolean {
  const [, mediaType] = /\/content\/([^/]+)$/.exec(pointer) ?? []
  return mediaType !== undefined && !/~1(?:.*\+)?json/i.test(mediaType)
}
