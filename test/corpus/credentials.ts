import type { Operation, SecurityScheme } from '../../src/contract/contract.ts'

/** The credentials of a request, by their place. */
export interface Credentials {
  readonly headers: Readonly<Record<string, string>>
  readonly query: readonly string[]
  readonly cookies: readonly string[]
}

/**
 * Returns credentials for the first alternative of an operation that one request can satisfy; `undefined` where each
 * needs several values of the `Authorization` header.
 */
export function credentialsFor ({ security }: Operation): Credentials | undefined {
  const alternatives = (security.length === 0 ? [[]] : security).map(schemes => schemes.map(credentialFor))
  const all = alternatives.find(canBeSent)
  return all && {
    headers: Object.assign({}, ...all.map(({ headers }) => headers)),
    query: all.flatMap(({ query = [] }) => query),
    cookies: all.flatMap(({ cookies = [] }) => cookies)
  }
}

/** Returns whether credentials need at most one `Authorization`; several schemes may share a token. */
function canBeSent (credentials: ReadonlyArray<Partial<Credentials>>): boolean {
  return new Set(credentials.flatMap(({ headers }) => headers?.authorization ?? [])).size < 2
}

function credentialFor ({ definition }: SecurityScheme): Partial<Credentials> {
  switch (definition.type) {
    case 'apiKey':
      if (definition.in === 'query') return { query: [`${encodeURIComponent(definition.name)}=key`] }
      return definition.in === 'cookie'
        ? { cookies: [`${definition.name}=key`] }
        : { headers: { [definition.name.toLowerCase()]: 'key' } }
    case 'http':
      return {
        headers: {
          authorization:
            definition.scheme.toLowerCase() === 'basic'
              ? `Basic ${btoa('user:password')}`
              : `${titled(definition.scheme)} token`
        }
      }
    case 'oauth2':
    case 'openIdConnect':
      return { headers: { authorization: 'Bearer token' } }
    default:
      return {}
  }
}

function titled (scheme: string): string {
  return scheme.charAt(0).toUpperCase() + scheme.slice(1).toLowerCase()
}
