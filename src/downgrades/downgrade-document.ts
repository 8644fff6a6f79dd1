import { isObject } from '../documents/is-object.ts'
import type { JsonObject } from '../documents/is-object.ts'
import { walkDocument } from '../documents/walk-document.ts'
import type { Part } from '../documents/walk-document.ts'
import { downgradeSchema } from './downgrade-schema.ts'
import type { DowngradeVersion } from './downgrades.ts'
import { dropMutualTls } from './drop-mutual-tls.ts'
import { dropNewerMembers } from './drop-newer-members.ts'
import { inlineParts } from './inline-parts.ts'
import type { Lose, Loss } from './loss.ts'
import { placeTargets } from './place-targets.ts'
import { requireMembers } from './require-members.ts'
import { schemaObjects } from './schema-objects.ts'

/** An older form of a document, and what that form cannot say. */
export interface Downgraded {
  readonly document: JsonObject
  readonly losses: readonly Loss[]
}

/**
 * Returns a copy of an OpenAPI document of version 3.1 or 3.2 in an older version. What the older version says in other
 * words is rewritten. What it cannot say is left out, and told in `losses` and in the member `x-downgraded`: the copy
 * accepts all that the document accepts.
 */
export function downgradeDocument (original: object, version: DowngradeVersion): Downgraded {
  const document: JsonObject = { ...structuredClone(original) }
  const losses: Loss[] = []
  const lose: Lose = (pointer, message) => losses.push({ pointer, message })
  const from = document.openapi
  dropNewerMembers(document, lose)
  if (version === '3.0.3') downgradeTo30(document, lose)
  document.openapi = version
  document['x-downgraded'] = { from, losses }
  return { document, losses }
}

function downgradeTo30 (document: JsonObject, lose: Lose): void {
  placeTargets(document, lose)
  inlineParts(document, lose)
  dropMutualTls(document, lose)
  walkDocument(document, part => downgradePart(part, lose))
  downgradeRoot(document, lose)
}

function downgradePart (part: Part, lose: Lose): void {
  const { kind, value } = part
  if (kind !== 'schema' && typeof value.$ref === 'string') return keepOnlyReference(value)
  schemaObjects(kind, value)
  if (kind === 'schema') return downgradeSchema(part, lose)
  return requireMembers(part)
}

/** A reference has no members beside it (OpenAPI 3.0.3, Reference Object). */
function keepOnlyReference (value: JsonObject): void {
  for (const name of Object.keys(value)) {
    if (name !== '$ref') delete value[name]
  }
}

/** The dialect that schemas have where a document names none. */
const BASE_DIALECT = /^https:\/\/spec\.openapis\.org\/oas\/3\.[12]\/dialect\//

function downgradeRoot (document: JsonObject, lose: Lose): void {
  const { info, jsonSchemaDialect, webhooks } = document
  if (typeof jsonSchemaDialect === 'string' && !BASE_DIALECT.test(jsonSchemaDialect)) {
    lose('/jsonSchemaDialect', `schemas have no other dialect than that of OpenAPI 3.0: ${jsonSchemaDialect}`)
  }
  delete document.jsonSchemaDialect
  if (isObject(webhooks) && Object.keys(webhooks).length > 0) {
    lose('/webhooks', 'webhooks are kept as x-webhooks, which few tools read')
    document['x-webhooks'] = webhooks
  }
  delete document.webhooks
  document.paths ??= {}
  if (isObject(info)) downgradeInfo(info)
}

function downgradeInfo (info: JsonObject): void {
  delete info.summary
  const { license } = info
  if (!isObject(license) || typeof license.identifier !== 'string') return
  license.url ??= `https://spdx.org/licenses/${encodeURIComponent(license.identifier)}.html`
  delete license.identifier
}
