import type { OpenApiDocument } from '../contract/contract.ts'
import { isObject } from '../contract/is-object.ts'
import { NAMED_PARTS } from '../contract/named-parts.ts'

/** What JSON Schema takes for a name of a schema, wherever it stands. */
const IDENTIFIERS = ['$id', '$anchor', '$dynamicAnchor']

/** Members that hold data; not those that say what a value must be. */
const DATA = new Set(['example', 'examples', 'default'])

const schemaDocuments = new WeakMap<OpenApiDocument, object>()

/** The document as Ajv may look through it: without `$id`s in data, which would be taken for the names of schemas. */
export function toSchemaDocument (document: OpenApiDocument): object {
  let schemas = schemaDocuments.get(document)
  if (schemas === undefined) {
    schemas = hasIdentifierInData(document, false, new Set()) ? withoutIdentifiers(document, 'part', new Map()) : document
    schemaDocuments.set(document, schemas)
  }
  return schemas
}

function hasIdentifierInData (value: unknown, inData: boolean, seen: Set<unknown>): boolean {
  if (typeof value !== 'object' || value === null || seen.has(value)) return false
  seen.add(value)
  if (inData && IDENTIFIERS.some(name => name in value)) return true
  return Object.entries(value).some(([name, child]) => {
    if (inData || isData(name)) return hasIdentifierInData(child, true, seen)
    if (!NAMED_PARTS.has(name) || !isObject(child)) return hasIdentifierInData(child, false, seen)
    return Object.values(child).some(part => hasIdentifierInData(part, false, seen))
  })
}

type Meaning = 'part' | 'parts by name' | 'data'

function withoutIdentifiers (value: object, meaning: Meaning, copies: Map<object, object>): object {
  const known = copies.get(value)
  if (known !== undefined) return known
  const copy: Record<string, unknown> | unknown[] = Array.isArray(value) ? [] : {}
  copies.set(value, copy)
  for (const [name, child] of Object.entries(value)) {
    if (meaning === 'data' && IDENTIFIERS.includes(name)) continue
    const isLeaf = typeof child !== 'object' || child === null
    Object.assign(copy, { [name]: isLeaf ? child : withoutIdentifiers(child, meaningOf(name, meaning, child), copies) })
  }
  return copy
}

function meaningOf (name: string, parent: Meaning, child: object): Meaning {
  if (parent === 'data') return 'data'
  if (parent === 'parts by name') return 'part'
  if (isData(name)) return 'data'
  return NAMED_PARTS.has(name) && isObject(child) ? 'parts by name' : 'part'
}

function isData (name: string): boolean {
  return DATA.has(name) || name.startsWith('x-')
}
