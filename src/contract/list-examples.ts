import type { OpenAPIV3_1 as OpenApi } from 'openapi-types'
import type { ContractSource, Example } from './contract.ts'
import { isObject } from '../documents/is-object.ts'
import { escapePointer } from '../documents/json-pointer.ts'
import { resolveRef } from '../documents/resolve-ref.ts'

/** Lists a media type's examples in the document's order; one without a name is called `default`. */
export function listExamples (source: ContractSource, { example, examples }: OpenApi.MediaTypeObject, at: string): Example[] {
  const named = Object.entries(isObject(examples) ? examples : {}).flatMap(([name, part]) => {
    const found = resolveRef<OpenApi.ExampleObject>(source.document, part, `${at}/examples/${escapePointer(name)}`)
    // An `externalValue` is not fetched.
    if (found === undefined || !('value' in found.value)) return []
    return [toExample(source, name, found.value.value, `${found.pointer}/value`)]
  })
  return example === undefined ? named : [toExample(source, 'default', example, `${at}/example`), ...named]
}

function toExample (source: ContractSource, name: string, value: unknown, pointer: string): Example {
  return {
    name,
    value,
    source: 'example',
    // Finding lines means reading the file again, which start-up must not wait for.
    get where () {
      const { file = source.file, line } = source.locate(pointer)
      return `${file}:${line}`
    }
  }
}
