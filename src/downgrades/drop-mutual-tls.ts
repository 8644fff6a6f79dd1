import { isObject } from '../documents/is-object.ts'
import type { JsonObject } from '../documents/is-object.ts'
import { escapePointer } from '../documents/json-pointer.ts'
import { walkDocument } from '../documents/walk-document.ts'
import type { Lose } from './loss.ts'

/** The kinds of security schemes whose requirements may list scopes (OpenAPI 3.0.3, Security Requirement Object). */
const WITH_SCOPES: ReadonlySet<unknown> = new Set(['oauth2', 'openIdConnect'])

const MUTUAL_TLS = 'mutualTLS'

/**
 * Removes the security schemes by client certificates from a document, in place, and where they are required. An
 * alternative that requires nothing else then requires nothing.
 */
export function dropMutualTls (document: JsonObject, lose: Lose): void {
  const { components } = document
  const schemes = isObject(components) && isObject(components.securitySchemes) ? components.securitySchemes : {}
  const types = new Map<string, unknown>()
  for (const [name, scheme] of Object.entries(schemes)) {
    if (!isObject(scheme)) continue
    types.set(name, scheme.type)
    if (scheme.type !== MUTUAL_TLS) continue
    lose(`/components/securitySchemes/${escapePointer(name)}`, 'client certificates are left out, and not required')
    delete schemes[name]
  }
  rewriteRequirements(document, types)
  walkDocument(document, ({ kind, value }) => {
    if (kind === 'operation') rewriteRequirements(value, types)
  })
}

function rewriteRequirements (holder: JsonObject, types: ReadonlyMap<string, unknown>): void {
  if (!Array.isArray(holder.security)) return
  holder.security = holder.security.map(requirement => {
    return isObject(requirement) ? rewriteRequirement(requirement, types) : requirement
  })
}

function rewriteRequirement (requirement: JsonObject, types: ReadonlyMap<string, unknown>): JsonObject {
  const kept: JsonObject = {}
  for (const [name, scopes] of Object.entries(requirement)) {
    const type = types.get(name)
    if (type !== MUTUAL_TLS) kept[name] = type === undefined || WITH_SCOPES.has(type) ? scopes : []
  }
  return kept
}
