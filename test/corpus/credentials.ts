import type { Operation, SecurityScheme } from '../../src/contract/contract.ts'

/** What a request carries to say who sends it, by where it goes. */
export interface Credentials {
  readonly headers: Readonly<Record<string, string>>
  readonly query: readonly string[]
  readonly cookies: readonly string[]
}

/** The credentials of the first alternative that an operation takes. */
export function credentialsFor ({ security: [schemes = []] }: Operation): Credentials {
  const all = schemes.map(credentialFor)
  return {
    headers: Object.assign({}, ...all.map(({ headers }) => headers)),
    query: all.flatMap(({ query = [] }) => query),
    cookies: all.flatMap(({ cookies = [] }) => cookies)
  }
}

function credentialFor ({ definition }: SecurityScheme): Partial<Credentials> {
  switch (definition.type) {
    case 'apiKey':
      if (definition.in === 'query') return { query: [`${encodeURIComponent(definition.name)}=key`] }
      return definition.in === 'cookie' ? { cookies: [`${definition.name}=key`] } : { headers: { [definition.name.toLowerCase()]: 'key' } }
    case 'http':
      return { headers: { authorization: definition.scheme.toLowerCase() === 'basic' ? `Basic ${btoa('user:password')}` : `${definition.scheme} token` } }
    case 'oauth2':
    case 'openIdConnect':
      return { headers: { authorization: 'Bearer token' } }
    default:
      return {}
  }
}
