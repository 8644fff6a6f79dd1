import { isObject } from '../documents/is-object.ts'
import { escapePointer } from '../documents/json-pointer.ts'
import { isCredentialName } from '../schemas/is-credential-name.ts'
import type { DocumentEdits } from './document-edits.ts'
import type { DifferenceGroup } from './drift-groups.ts'
import { BOUNDS } from './kind-of-violation.ts'
import type { SchemaAt, SchemaNode } from './schema-node.ts'
import type { SchemaForm, SeenValues } from './seen-values.ts'

/** Makes the change of a schema that allows a difference. Returns why there is none. */
export function editSchema (group: DifferenceGroup, edits: DocumentEdits, form: SchemaForm): string | undefined {
  const { kind, seen, subject } = group
  if (subject.of === 'member') {
    if (kind === 'missing-member') return notRequired(subject.node, subject.name, edits)
    return declare(subject.node, subject.name, { edits, schema: seen.toSchema(form) })
  }
  if (subject.of !== 'value') return undefined
  const { node, rule } = subject
  if (rule === 'enum' || rule === 'const') return allowValues(node, seen, { edits, form, where: group.where })
  if (rule === 'type') return allowTypes(node, seen, edits, form)
  if (BOUNDS.has(rule)) return loosen(node, rule, seen, edits)
  return widen(node, seen, edits, form)
}

function notRequired (node: SchemaNode, name: string, edits: DocumentEdits): string | undefined {
  for (const { pointer } of node.saying('required')) {
    const at = `${pointer}/required`
    const names = edits.get(at)
    if (!Array.isArray(names) || !names.includes(name)) continue
    const others = names.filter(other => other !== name)
    if (others.length === 0) edits.remove(at)
    else edits.set(at, others)
  }
  for (const { pointer, value: { dependentRequired } } of node.saying('dependentRequired')) {
    for (const trigger of Object.keys(isObject(dependentRequired) ? dependentRequired : {})) {
      const at = `${pointer}/dependentRequired/${escapePointer(trigger)}`
      const names = edits.get(at)
      if (Array.isArray(names) && names.includes(name)) edits.set(at, names.filter(other => other !== name))
    }
  }
  return undefined
}

/** Declares a member in each schema that allows no others, or else in the first that declares some. */
function declare (
  node: SchemaNode,
  name: string,
  { edits, schema }: { readonly edits: DocumentEdits, readonly schema: object }
): undefined {
  const closed = [...node.saying('additionalProperties'), ...node.saying('unevaluatedProperties')].filter(isClosed)
  const holder = node.saying('properties')[0] ?? node.schemas.find(({ value }) => !('$ref' in value)) ?? node.schemas[0]
  const holders = closed.length > 0 ? closed : [holder]
  for (const { pointer } of holders.filter(found => found !== undefined)) {
    edits.set(`${pointer}/properties/${escapePointer(name)}`, schema)
  }
}

function isClosed ({ value }: SchemaAt): boolean {
  return value.additionalProperties === false || value.unevaluatedProperties === false
}

function allowValues (
  node: SchemaNode,
  seen: SeenValues,
  { edits, form, where }: { readonly edits: DocumentEdits, readonly form: SchemaForm, readonly where: string }
): string | undefined {
  if (isCredentialName(where.split('/').at(-1) ?? '')) return 'its values are secrets'
  const listing = [...node.saying('enum'), ...node.saying('const')]
  if (listing.length === 0) return widen(node, seen, edits, form)
  for (const { pointer, value } of listing) {
    const known = edits.get(`${pointer}/enum`)
    const listed: unknown[] = Array.isArray(known) ? known : [value.const]
    const added = [...seen.values].filter(other => !listed.includes(other))
    if (added.length === 0) continue
    if (Object.hasOwn(value, 'const')) edits.remove(`${pointer}/const`)
    edits.set(`${pointer}/enum`, [...listed, ...added])
  }
  return undefined
}

function allowTypes (node: SchemaNode, seen: SeenValues, edits: DocumentEdits, form: SchemaForm): string | undefined {
  if (!form.hasTypeLists || seen.types.has('object') || seen.types.has('array')) return widen(node, seen, edits, form)
  for (const { pointer } of node.saying('type')) {
    const types = [edits.get(`${pointer}/type`)].flat()
    const isNew = (type: string): boolean => !types.includes(type) && !(type === 'integer' && types.includes('number'))
    const added = [...seen.types].filter(isNew)
    if (added.length === 0) continue
    const all = [...types, ...added]
    edits.set(`${pointer}/type`, all.includes('number') ? all.filter(type => type !== 'integer') : all)
    const values = edits.get(`${pointer}/enum`)
    if (Array.isArray(values)) edits.set(`${pointer}/enum`, [...new Set([...values, ...seen.values])])
  }
  return undefined
}

/** The keyword that bounds a value, how far it has to reach, and the inclusive keyword that says so. */
function loosen (node: SchemaNode, rule: string, seen: SeenValues, edits: DocumentEdits): undefined {
  const { longest, max, min, shortest } = seen.range
  const reach: Readonly<Record<string, readonly [keyword: string, bound: number]>> = {
    minimum: ['minimum', min],
    exclusiveMinimum: ['minimum', min],
    maximum: ['maximum', max],
    exclusiveMaximum: ['maximum', max],
    minLength: ['minLength', shortest],
    maxLength: ['maxLength', longest],
    minItems: ['minItems', shortest],
    maxItems: ['maxItems', longest],
    minProperties: ['minProperties', shortest],
    maxProperties: ['maxProperties', longest]
  }
  for (const { pointer } of node.saying(rule)) {
    const [keyword, bound] = reach[rule] ?? []
    if (keyword !== rule) edits.remove(`${pointer}/${rule}`)
    if (keyword === undefined || bound === undefined || !Number.isFinite(bound)) continue
    const known = edits.get(`${pointer}/${keyword}`)
    const isLeast = keyword.startsWith('min')
    const reached = typeof known !== 'number' ? bound : isLeast ? Math.min(known, bound) : Math.max(known, bound)
    edits.set(`${pointer}/${keyword}`, reached)
  }
}

/** Makes the schemas of a value alternatives beside what was seen. */
function widen (node: SchemaNode, seen: SeenValues, edits: DocumentEdits, form: SchemaForm): string | undefined {
  if (node.entries.length === 0) return 'no schema is at this place'
  for (const { pointer } of node.entries) edits.widen(pointer, seen.toSchema(form))
  return undefined
}
