import { createRequire } from 'node:module'
import type { JsonObject } from './is-object.ts'

/** The URI of the meta-schema of JSON Schema 2020-12, and what the URIs of its parts begin with. */
export const META_SCHEMA = 'https://json-schema.org/draft/2020-12/schema'
const VOCABULARIES = 'https://json-schema.org/draft/2020-12/meta/'

const PARTS = [
  'core', 'applicator', 'unevaluated', 'validation', 'meta-data', 'format-annotation', 'content'
]

/** Matches a reference to the meta-schema, or to one of its parts, in the text of a document. */
export const META_REFERENCE =
  /\$ref["']?\s*:\s*["']?https:\/\/json-schema\.org\/draft\/2020-12\/(?:schema|meta\/)/

/** Returns whether a reference is to the meta-schema of JSON Schema 2020-12, or to one of its parts. */
export function isMetaReference (reference: string): boolean {
  return reference.startsWith(META_SCHEMA) || reference.startsWith(VOCABULARIES)
}

/** Returns the meta-schema of JSON Schema 2020-12 as one schema, in which its parts are embedded by their `$id`s. */
export function loadMetaSchema (): JsonObject {
  const require = createRequire(import.meta.url)
  // `require` knows no types.
  const load = (name: string) => require(`ajv/dist/refs/json-schema-2020-12/${name}.json`) as JsonObject
  const parts = PARTS.map(name => [name, load(`meta/${name}`)])
  return structuredClone({ ...load('schema'), $defs: Object.fromEntries(parts) })
}
