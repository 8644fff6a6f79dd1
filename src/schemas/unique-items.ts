import { _, str } from 'ajv/dist/compile/codegen/index.js'
import type { CodeKeywordDefinition } from 'ajv/dist/2020.js'
import { exactJson } from '../exact-json.ts'
import { isObject } from '../documents/is-object.ts'

/**
 * Implements `uniqueItems` in time that grows with the list (JSON Schema, Validation, section
 * 6.4.3): comparing each item with each other one takes minutes for long lists.
 */
export const uniqueItems: CodeKeywordDefinition = {
  keyword: 'uniqueItems',
  type: 'array',
  schemaType: 'boolean',
  error: {
    message: ({ params: { i, j } }) => str`must NOT have duplicate items (items ## ${j} and ${i} are identical)`,
    params: ({ params: { i, j } }) => _`{i: ${i}, j: ${j}}`
  },
  code (cxt) {
    if (cxt.schema !== true) return
    const find = cxt.gen.scopeValue('func', { ref: findDuplicates })
    const duplicates = cxt.gen.const('duplicates', _`${find}(${cxt.data})`)
    cxt.setParams({ i: _`${duplicates}[1]`, j: _`${duplicates}[0]` })
    cxt.fail(_`${duplicates} !== undefined`)
  }
}

/** Returns the indexes of the first two equal items; `undefined` where all are different. */
export function findDuplicates (
  items: readonly unknown[]
): readonly [first: number, second: number] | undefined {
  const plain = new Map<unknown, number>()
  // The text of an object might equal another item.
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
  if (!isObject(value)) return exactJson.stringify(value) ?? ''
  const names = Object.keys(value).toSorted()
  return `{${names.map(name => `${JSON.stringify(name)}:${writeSorted(value[name])}`).join()}}`
}
