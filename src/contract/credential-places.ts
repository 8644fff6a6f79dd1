import type { OpenAPIV3_1 as OpenApi } from 'openapi-types'
import { isObject } from '../documents/is-object.ts'
import { resolveRef } from '../documents/resolve-ref.ts'
import type { CredentialPlaces, OpenApiDocument } from './contract.ts'

/** Returns where the API keys that a document declares are sent, whether or not an operation requires them. */
export function credentialPlaces (document: OpenApiDocument): CredentialPlaces {
  const places = { headers: new Set<string>(), query: new Set<string>(), cookies: new Set<string>() }
  const schemes: unknown = document.components?.securitySchemes
  for (const part of isObject(schemes) ? Object.values(schemes) : []) {
    if (!isObject(part)) continue
    // An object that may break OpenAPI: its members are checked as they are read.
    const scheme = resolveRef<OpenApi.SecuritySchemeObject>(document, part as OpenApi.ReferenceObject, '')?.value
    if (scheme?.type !== 'apiKey' || typeof scheme.name !== 'string') continue
    if (scheme.in === 'header') places.headers.add(scheme.name.toLowerCase())
    if (scheme.in === 'query') places.query.add(scheme.name)
    if (scheme.in === 'cookie') places.cookies.add(scheme.name)
  }
  return { ...places, paths: [] }
}

/** Returns the places of several operations together. */
export function joinPlaces (list: readonly CredentialPlaces[]): CredentialPlaces {
  return {
    headers: new Set(list.flatMap(({ headers }) => [...headers])),
    query: new Set(list.flatMap(({ query }) => [...query])),
    cookies: new Set(list.flatMap(({ cookies }) => [...cookies])),
    paths: [...new Set(list.flatMap(({ paths }) => paths))]
  }
}
