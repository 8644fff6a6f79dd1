import { isObject } from '../documents/is-object.ts'
import type { Schema } from '../schemas/schema.ts'
import { DEFINITIONS } from '../vocabulary/definitions.ts'
import { refTo } from '../vocabulary/place.ts'
import { DIALECT } from './dialect.ts'

const TEXT = { type: 'string' }

/** The homes of `x-standin`, by what a target of their own looks like. */
const HOMES: ReadonlyArray<readonly [target: string, words: string]> = [
  ['^\\$$', 'Root'],
  ['^\\$\\.?\\[?[\'"]?webhooks\\b', 'Webhook'],
  ['\\bcallbacks\\b', 'Callback'],
  ['^\\$\\.?\\[?[\'"]?paths\\b(?!.*\\bcallbacks\\b)', 'Operation']
]

const ACTION = {
  type: 'object',
  required: ['target'],
  properties: {
    target: { ...TEXT, description: 'A JSONPath of what is changed: $.paths[\'/orders\'].post' },
    description: TEXT,
    update: { description: 'What is merged into each part that the target finds.', ...refTo('Update') },
    copy: { ...TEXT, description: 'A JSONPath of the part that is merged instead (Overlay 1.1).' },
    remove: { type: 'boolean', description: 'Whether what the target finds is removed.' }
  },
  patternProperties: { '^x-': {} },
  additionalProperties: false,
  allOf: HOMES.map(([pattern, words]) => ({
    if: { required: ['target'], properties: { target: { pattern } } },
    then: { properties: { update: { properties: { 'x-standin': refTo(words) } } } }
  }))
}

/** Returns the JSON Schema of OpenAPI Overlays (1.0 and 1.1) that add `x-standin`. */
export function overlaySchema (): Schema {
  return {
    $schema: DIALECT,
    title: 'OpenAPI Overlay with x-standin',
    type: 'object',
    required: ['overlay', 'actions'],
    properties: {
      overlay: { description: 'The version of OpenAPI Overlay: 1.0.0', type: ['string', 'number'] },
      info: { type: 'object', properties: { title: TEXT, version: TEXT } },
      extends: { ...TEXT, description: 'The path or URL of the document that is changed.' },
      actions: { type: 'array', items: refTo('Action'), description: 'The changes, in order.' }
    },
    definitions: { Action: ACTION, Update: UPDATE, ...withoutRequired(DEFINITIONS) }
  }
}

/** The parts of a document, in which `x-standin` may stand. */
const UPDATE = {
  items: refTo('Update'),
  properties: {
    'x-standin': { anyOf: HOMES.map(([, words]) => refTo(words)) }
  },
  additionalProperties: refTo('Update')
}

/** Returns the schemas of objects that lack what the document has already. */
function withoutRequired (schemas: Readonly<Record<string, unknown>>): Record<string, Schema> {
  const entries = Object.entries(schemas).map(([name, schema]) => [name, partial(schema)])
  return Object.fromEntries(entries)
}

function partial (schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(partial)
  if (!isObject(schema)) return schema
  const { required, ...others } = schema
  const kept = schema.additionalProperties === false || required === undefined ? others : schema
  return withoutRequired(kept)
}
