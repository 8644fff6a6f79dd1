import type { OpenAPIV3_1 as OpenApi } from 'openapi-types'
import type { OpenApiDocument, SecurityScheme } from './contract.ts'
import { isObject } from '../documents/is-object.ts'
import { resolveRef } from '../documents/resolve-ref.ts'

/** Lists the alternatives of an operation's security; empty where one of them asks for nothing. */
export function listSecurity (document: OpenApiDocument, requirements: unknown): SecurityScheme[][] {
  const list: unknown[] = Array.isArray(requirements) ? requirements.filter(isObject) : []
  const alternatives = list.map(requirement =>
    Object.entries(requirement as OpenApi.SecurityRequirementObject).flatMap(([name, scopes]) => {
      const part = document.components?.securitySchemes?.[name]
      const scheme = part === undefined ? undefined : resolveRef<OpenApi.SecuritySchemeObject>(document, part, '')
      return scheme === undefined ? [] : [{ name, definition: scheme.value, scopes: Array.isArray(scopes) ? scopes : [] }]
    })
  )
  // `{}` among the alternatives makes the others optional.
  return alternatives.some(schemes => schemes.length === 0) ? [] : alternatives
}
