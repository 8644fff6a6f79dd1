import { _, str } from 'ajv/dist/compile/codegen/index.js'
import type { CodeKeywordDefinition } from 'ajv/dist/2020.js'
import { isObject } from '../documents/is-object.ts'

/** The keyword `uniqueItems`, in time that grows with the list; each item with each other would take minutes for long ones (JSON Schema, Validation, section 6.4.3). */
export const uniqueItems: CodeKeywordDefinition = {
  keyword: 'uniqueItems',
  type: 'array',
  schemaType: 'boolean',
  error: { message: ({ params: { i, j } }) => str`must NOT have duplicate items (items ## ${j} and ${i} are identical)`, params: ({ params: { i, j } }) => _`{i: ${i}, j: ${j}}` },
  code (cxt) {
    if (cxt.schema !== true) return
    const find = cxt.gen.scopeValue('func', { ref: findDuplicates })
    const twins = cxt.gen.const('twins', _`${find}(${cxt.data})`)
    cxt.setParams({ i: _`${twins}[1]`, j: _`${twins}[0]` })
    cxt.fail(_`${twins} !== undefined`)
  }
}

/** The places of the first item that is there twice, and of its like before it. */
export function findDuplicates (items: readonly unknown[]): readonly [first: number, second: number] | undefined {
  const plain = new Map<unknown, number>()
  // What an object is written as might be another item.
  const composed = new Map<unknown, number>()
  for (const [index, item] of items.entries()) {
    const isComposed = typeof item === 'object' && item !== null
    const known: Map<unknown, number> = isComposed ? composed : plain
    const key = isComposed ? writeSorted(item) : item
    const other = known.get(key)
    if (other !== undefined) return [other, index]
    known.set(key, index)
  }
  return undefined
}

function writeSorted (value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(writeSorted).join()}]`
  if (!isObject(value)) return JSON.stringify(value) ?? ''
  return `{${Object.keys(value).toSorted().map(name => `${JSON.stringify(name)}:${writeSorted(value[name])}`).join()}}`
}
