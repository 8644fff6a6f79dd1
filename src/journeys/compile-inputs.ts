import type { OpenApiDocument, SchemaReference } from '../contract/contract.ts'
import { isObject } from '../documents/is-object.ts'
import { getByPointer } from '../documents/json-pointer.ts'
import { BODY } from '../schemas/create-violation.ts'
import { schemaValidator } from '../schemas/schema-validator.ts'
import { ViolationList } from '../schemas/violation-list.ts'
import type { InputProperty, WorkflowInputs } from './journey.ts'
import { rejectUnknown } from './known-names.ts'
import type { JourneyFile } from './read-journey.ts'

/**
 * Compiles the inputs of a workflow, a JSON Schema that may refer to `#/components/inputs`. `names` is `undefined`
 * where the schema lists none, so that any may be given. Throws `ExpressionFault`.
 */
export function compileInputs (
  { document }: Pick<JourneyFile, 'document'>,
  index: number
): WorkflowInputs & { readonly names: readonly string[] | undefined } {
  const definition = document.workflows[index]?.inputs
  const properties = listProperties(document, definition)
  const isOpen = definition === true || (isObject(definition) && properties.length === 0)
  return {
    properties,
    names: isOpen ? undefined : properties.map(({ name }) => name),
    check: values => definition === undefined ? [] : listFaults(document, index, values)
  }
}

function listProperties (document: object, schema: unknown, depth = 0): InputProperty[] {
  if (!isObject(schema) || depth > 10) return []
  const target = typeof schema.$ref === 'string' ? getByPointer(document, schema.$ref.replace(/^#/, '')) : undefined
  const parts = [target, ...Array.isArray(schema.allOf) ? schema.allOf : []]
  const inner = parts.flatMap(part => listProperties(document, part, depth + 1))
  const own = isObject(schema.properties) ? Object.entries(schema.properties) : []
  return [...inner, ...own.map(([name, property]) => toProperty(name, property))]
}

function toProperty (name: string, schema: unknown): InputProperty {
  const { default: value, format, type, 'x-standin-value': generated } = isObject(schema) ? schema : {}
  return {
    name,
    default: value,
    generated: readGenerated(generated),
    isText: type === undefined || [type].flat().includes('string'),
    isSecret: format === 'password'
  }
}

function readGenerated (word: unknown): InputProperty['generated'] {
  if (word === undefined || word === 'callbackUrl' || word === 'uuid') return word
  return rejectUnknown('x-standin-value', String(word), ['callbackUrl', 'uuid'])
}

function listFaults (document: object, index: number, values: object): string[] {
  const reference: SchemaReference = {
    contract: 'inputs',
    document: document as OpenApiDocument,  // only its schemas are read
    pointer: `/workflows/${index}/inputs`,
    definition: {}
  }
  const errors = schemaValidator(reference)(values)
  if (errors === undefined) return []
  const violations = new ViolationList()
  violations.addErrors(errors, reference, BODY)
  return violations.list().map(({ message }) => message.replace(/^body \/?/, 'the input '))
}
