import { listMembers } from '../schemas/list-members.ts'
import type { SchemaMember } from '../schemas/list-members.ts'
import type { Schema } from '../schemas/schema.ts'

/** The keywords whose negation asks for no other schema: the values that fit them are excluded. */
const LEAF_KEYWORDS = new Set(['const', 'enum', 'type', 'pattern', 'format', 'multipleOf'])

const ANNOTATIONS = /^(?:x-|\$comment$|title$|description$|default$|examples?$|deprecated$|readOnly$|writeOnly$|xml$)/

/** Returns the keyword of a schema that has no other, if values can be excluded by it. */
export function leafKeyword (schema: Schema): SchemaMember | undefined {
  const [only, another] = keywordsOf(schema)
  return only !== undefined && another === undefined && isLeaf(only) ? only : undefined
}

export function isLeaf ({ name }: SchemaMember): boolean {
  return LEAF_KEYWORDS.has(name)
}

/** Lists the keywords of a schema that values can break. */
export function keywordsOf (schema: Schema): SchemaMember[] {
  return listMembers(schema).filter(({ name }) => !ANNOTATIONS.test(name))
}
