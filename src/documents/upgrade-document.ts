import type { JsonObject } from './is-object.ts'
import type { Origins } from './origins.ts'
import { getByPointer } from './json-pointer.ts'
import { toPointer } from './resolve-ref.ts'
import { upgradeSchema } from './upgrade-schema.ts'
import { upgradeSwagger } from './upgrade-swagger.ts'
import { walkDocument } from './walk-document.ts'
import type { Part } from './walk-document.ts'

/**
 * Converts a document of Swagger 2.0 or OpenAPI 3.0 to OpenAPI 3.1, in place, but not its schemas.
 * Returns the function that converts those, for the next traversal of the document.
 */
export function upgradeDocument (document: JsonObject, origins: Origins): UpgradePart {
  if ('swagger' in document) {
    const { entries, move } = origins.beginChange()
    upgradeSwagger(document, move)
    // A part that was moved to several places is found at the first.
    const places = new Map(entries().toReversed().map(([to, from]) => [from, to]))
    walkDocument(document, part => followMoves(part, document, places))
  }
  if ('x-webhooks' in document) document.webhooks ??= document['x-webhooks']
  document.openapi = '3.1.1'
  const { move } = origins.beginChange()
  return part => {
    if (part.kind === 'schema') upgradeSchema(part, move)
  }
}

/** Converts a part to OpenAPI 3.1, in place. */
export type UpgradePart = (part: Part) => void

/** Changes a reference to the new place of its target. */
function followMoves ({ value }: Part, document: object, places: ReadonlyMap<string, string>): void {
  const target = typeof value.$ref === 'string' ? toPointer(value.$ref) : undefined
  if (target === undefined || getByPointer(document, target) !== undefined) return
  for (let end = target.length; end > 0; end = target.lastIndexOf('/', end - 1)) {
    const place = places.get(target.slice(0, end))
    if (place === undefined) continue
    value.$ref = `#${place}${target.slice(end)}`
    return
  }
}
