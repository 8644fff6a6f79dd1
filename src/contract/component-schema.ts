import { isObject } from '../documents/is-object.ts'
import { escapePointer, getByPointer } from '../documents/json-pointer.ts'
import { ownMember } from '../documents/own-member.ts'
import type { Contract, SchemaReference } from './contract.ts'

const SCHEMAS = '/components/schemas'

/** Returns the schema of a name among the components; `undefined` where there is none. */
export function componentSchema ({ document, name: contract }: Contract, name: string): SchemaReference | undefined {
  const schemas = getByPointer(document, SCHEMAS)
  const definition = isObject(schemas) ? ownMember(schemas, name) : undefined
  if (!isObject(definition)) return undefined
  return { contract, document, pointer: `${SCHEMAS}/${escapePointer(name)}`, definition }
}

/** Lists the names of the schemas among the components. */
export function componentSchemaNames ({ document }: Contract): string[] {
  const schemas = getByPointer(document, SCHEMAS)
  return isObject(schemas) ? Object.keys(schemas) : []
}
