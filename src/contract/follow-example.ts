import { isObject } from '../documents/is-object.ts'
import { getByPointer } from '../documents/json-pointer.ts'
import { referenceIn } from '../documents/reference-in.ts'
import { toPointer } from '../documents/resolve-ref.ts'
import { exampleValue } from './example-value.ts'

/** The target of an example that is a reference into its document. */
export type ExampleTarget =
  | { readonly kind: 'value', readonly value: unknown }
  /** A schema, which is no example. */
  | { readonly kind: 'schema' }
  /** There is nothing at the pointer. */
  | { readonly kind: 'none' }

/** Finds what an example stands for; returns `undefined` for an example that is no reference into its document. */
export function findExampleTarget (document: object, example: unknown): ExampleTarget | undefined {
  const ref = referenceIn(example)
  const pointer = ref === undefined ? undefined : toPointer(ref)
  if (pointer === undefined || pointer === '') return undefined
  if (/^\/components\/schemas\/[^/]+$/.test(pointer)) return { kind: 'schema' }
  const target = getByPointer(document, pointer) ?? upgradedExample(document, pointer)
  if (target === undefined) return { kind: 'none' }
  const isExampleObject = /^\/components\/examples\/[^/]+$/.test(pointer) && isObject(target)
  return { kind: 'value', value: isExampleObject ? exampleValue(target)?.value : target }
}

/** Returns the example of a schema, which is the first of its `examples` since OpenAPI 3.1. */
function upgradedExample (document: object, pointer: string): unknown {
  return pointer.endsWith('/example') ? getByPointer(document, `${pointer}s/0`) : undefined
}

/**
 * Returns an example, or what it stands for where it is a reference into its document, which OpenAPI does not have but
 * many documents do; `undefined` where that is no example.
 */
export function followExample (document: object, example: unknown): unknown {
  const target = findExampleTarget(document, example)
  switch (target?.kind) {
    case 'value': return target.value
    case 'schema': return undefined
    default: return example
  }
}
