import { generateSync } from 'json-schema-faker'
import type { Random } from '../worlds/random.ts'

/** The formats that json-schema-faker knows (JSON Schema, Validation, section 7.3). */
const KNOWN_FORMATS: ReadonlySet<string> = new Set([
  'date-time',
  'date',
  'time',
  'duration',
  'email',
  'hostname',
  'ipv4',
  'ipv6',
  'uri',
  'uri-reference',
  'iri',
  'uuid',
  'json-pointer',
  'relative-json-pointer'
])

/**
 * Returns the function that draws texts of a format with json-schema-faker; `undefined` for a format that it does not
 * know. Its texts heed no length: the library fills them up with letters, which breaks the format.
 */
export function libraryText (format: string): ((random: Random) => string) | undefined {
  if (!KNOWN_FORMATS.has(format)) return undefined
  return random => String(generateSync({ type: 'string', format }, { seed: random.next() }))
}
