import { heldParts } from '../documents/held-parts.ts'
import type { PartKind } from '../documents/held-parts.ts'
import { listKinds, membersOf } from '../contract/known-members.ts'
import type { AnyKind } from '../contract/known-members.ts'
import type { Schema } from '../schemas/schema.ts'
import { DEFINITIONS } from '../vocabulary/definitions.ts'
import { listOf, named, refTo } from '../vocabulary/place.ts'
import { DIALECT } from './dialect.ts'

/** Extensions, except `x-standin` where it has no effect, and its misspellings. */
const EXTENSIONS = { patternProperties: { '^x-(?!stand-?ing?s?$)': {} } }

/** Objects whose members are not only those that OpenAPI knows: keywords of any vocabulary, and values as examples. */
const OPEN: readonly AnyKind[] = ['schema', 'example']

/** Returns the JSON Schema of OpenAPI documents with `x-standin`: the members that each kind of object may have. */
export function openApiSchema (): Schema {
  const parts = listKinds().map(kind => [kind, schemaOf(kind)] as const)
  return {
    $schema: DIALECT,
    title: 'OpenAPI 3.1 with x-standin',
    ...refTo('document'),
    definitions: {
      ...Object.fromEntries(parts),
      callback: { type: 'object', additionalProperties: refTo('callbackPath') },
      callbackPath: pathsOf('callbackOperation'),
      webhookPath: pathsOf('webhookOperation'),
      sharedPath: pathsOf('sharedOperation'),
      callbackOperation: operationWith('Callback'),
      webhookOperation: operationWith('Webhook'),
      sharedOperation: operationWith('Operation', 'Callback', 'Webhook'),
      ...DEFINITIONS
    }
  }
}

function schemaOf (kind: AnyKind): Schema {
  if (kind === 'operation') return operationWith('Operation')
  if (kind === 'components') return objectWith(kind, { pathItems: named(refTo('sharedPath')) })
  if (kind !== 'document') return objectWith(kind)
  return objectWith(kind, {
    webhooks: named(refTo('webhookPath')),
    'x-standin': refTo('Root')
  }, ['openapi'])
}

/** Returns the schema of an operation with the words of one of some homes. */
function operationWith (...homes: readonly string[]): Schema {
  const [home = '', ...others] = homes
  const words = others.length === 0 ? refTo(home) : { anyOf: homes.map(refTo) }
  return objectWith('operation', { 'x-standin': words })
}

/** Returns the schema of a path item whose operations are not those of an API. */
function pathsOf (operation: string): Schema {
  const methods: Record<string, Schema> = {}
  for (const [name, { as, kind }] of heldParts('pathItem')) {
    if (kind === 'operation') methods[name] = held(as, operation)
  }
  return objectWith('pathItem', methods)
}

function objectWith (
  kind: AnyKind,
  own: Readonly<Record<string, Schema>> = {},
  required: readonly string[] = []
): Schema {
  const parts = heldParts(kind as PartKind)  // which knows none of a small object
  const properties: Record<string, Schema> = {}
  for (const [name, small] of membersOf(kind, '3.1')) {
    const part = small ?? parts.get(name)
    properties[name] = part === undefined ? {} : held(part.as, part.kind)
  }
  const type = kind === 'schema' ? ['object', 'boolean'] : 'object'
  const schema = { type, required, properties: { ...properties, ...own } }
  return OPEN.includes(kind) ? schema : { ...schema, ...EXTENSIONS, additionalProperties: false }
}

function held (as: 'one' | 'named' | 'list', kind: string): Schema {
  switch (as) {
    case 'one': return refTo(kind)
    case 'named': return { ...named(refTo(kind)), ...EXTENSIONS }
    case 'list': return listOf(refTo(kind))
  }
}
