import type { JsonObject } from './is-object.ts'
import type { Origins } from './origins.ts'
import { getByPointer } from './json-pointer.ts'
import { toPointer } from './resolve-ref.ts'
import { upgradeSchema } from './upgrade-schema.ts'
import { upgradeSwagger } from './upgrade-swagger.ts'
import { walkDocument } from './walk-document.ts'
import type { Part } from './walk-document.ts'

/** Gives a document of Swagger 2.0 or OpenAPI 3.0 the form of OpenAPI 3.1, in place. Answers what does so for its schemas, which are all visited later. */
export function upgradeDocument (document: JsonObject, origins: Origins): UpgradePart {
  if ('swagger' in document) {
    const { entries, move } = origins.nextStage()
    upgradeSwagger(document, move)
    // What is used in several places has its own first.
    const places = new Map(entries().toReversed().map(([to, from]) => [from, to]))
    walkDocument(document, part => followMoves(part, document, places))
  }
  if ('x-webhooks' in document) document.webhooks ??= document['x-webhooks']
  document.openapi = '3.1.1'
  const { move } = origins.nextStage()
  return part => {
    if (part.kind === 'schema') upgradeSchema(part, move)
  }
}

/** Gives a part the form of OpenAPI 3.1, in place. */
export type UpgradePart = (part: Part) => void

/** Lets a reference lead to where its target has gone. */
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
