import type { Operation, SecurityScheme } from '../contract/contract.ts'

/** What a request carries to say who sends it: by the scheme's name, without `Bearer` and the like. Or what it should have carried. */
export type SecurityOutcome =
  | { readonly credentials: Readonly<Record<string, string>>, readonly wwwAuthenticate: string | undefined }
  | {
    readonly missing: readonly SecurityScheme[]
    /** To be read after "needs": `the header x-api-key`. */
    readonly expected: string
    readonly wwwAuthenticate: string | undefined
  }

type Values = Readonly<Record<string, unknown>>
type SecurityCheck = (headers: Values, query: Values, cookies: Values) => SecurityOutcome

interface Credential {
  readonly scheme: SecurityScheme
  readonly expected: string
  readonly read: (headers: Values, query: Values, cookies: Values) => string | undefined
}

/** Makes the check for an operation's credentials: that those of one of its alternatives are there, and have the form they should. */
export function createSecurityCheck ({ security }: Operation): SecurityCheck {
  const alternatives = security.map(schemes => schemes.map(createCredential))
  const wwwAuthenticate = toChallenges(security.flat())
  const expected = alternatives.map(credentials => credentials.map(credential => credential.expected).join(' and ')).join(', or ')
  const open = { credentials: Object.freeze({}), wwwAuthenticate }
  return (headers, query, cookies) => {
    if (alternatives.length === 0) return open
    let missing: readonly SecurityScheme[] | undefined
    for (const alternative of alternatives) {
      const credentials: Record<string, string> = {}
      const absent: SecurityScheme[] = []
      for (const { scheme, read } of alternative) {
        const value = read(headers, query, cookies)
        if (value === undefined) absent.push(scheme)
        else credentials[scheme.name] = value
      }
      if (absent.length === 0) return { credentials, wwwAuthenticate }
      // The alternative that comes nearest is the one that was meant.
      if (missing === undefined || absent.length < missing.length) missing = absent
    }
    return { missing: missing ?? [], expected, wwwAuthenticate }
  }
}

function createCredential (scheme: SecurityScheme): Credential {
  const { definition } = scheme
  switch (definition.type) {
    case 'apiKey': return createApiKey(scheme, definition)
    case 'http': return createHttp(scheme, definition.scheme.toLowerCase())
    case 'oauth2':
    case 'openIdConnect': return createHttp(scheme, 'bearer')
    // Others, such as mutualTLS, are not a matter of what a request says.
    default: return { scheme, expected: scheme.name, read: () => '' }
  }
}

function createApiKey (scheme: SecurityScheme, { name, in: place }: { name: string, in: string }): Credential {
  const key = name.toLowerCase()
  if (place === 'query') return { scheme, expected: `the query parameter ${name}`, read: (_headers, query) => textOf(query[name]) }
  if (place === 'cookie') return { scheme, expected: `the cookie ${name}`, read: (_headers, _query, cookies) => textOf(cookies[name]) }
  return { scheme, expected: `the header ${name}`, read: headers => textOf(headers[key]) }
}

function textOf (value: unknown): string | undefined {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** The header is `<scheme> <credentials>` (RFC 9110, section 11.4); the scheme's case does not matter. */
function createHttp (scheme: SecurityScheme, name: string): Credential {
  const title = name.charAt(0).toUpperCase() + name.slice(1)
  const expected = `the header Authorization as "${title} <${name === 'basic' ? 'base64 of user:password' : 'token'}>"`
  const decode = DECODERS[name] ?? (text => text)
  return {
    scheme,
    expected,
    read: headers => {
      const header = textOf(headers.authorization)
      if (header === undefined || header.charAt(name.length) !== ' ' || header.slice(0, name.length).toLowerCase() !== name) return undefined
      const text = header.slice(name.length + 1).trim()
      return text === '' ? undefined : decode(text)
    }
  }
}

const DECODERS: Readonly<Record<string, (text: string) => string | undefined>> = {
  // RFC 6750, section 2.1.
  bearer: text => /^[A-Za-z0-9\-._~+/]+=*$/.test(text) ? text : undefined,
  // RFC 7617, section 2.
  basic: text => {
    const credentials = Buffer.from(text, 'base64').toString('utf8')
    return /^[A-Za-z0-9+/]+={0,2}$/.test(text) && credentials.includes(':') ? credentials : undefined
  }
}

/** What a 401 must say of the schemes that HTTP knows (RFC 9110, section 11.6.1); keys of other kinds have no challenge. */
function toChallenges (schemes: readonly SecurityScheme[]): string | undefined {
  const challenges = schemes.flatMap(({ definition }) => {
    if (definition.type === 'http') return [definition.scheme.toLowerCase() === 'basic' ? 'Basic realm="standin", charset="UTF-8"' : definition.scheme.charAt(0).toUpperCase() + definition.scheme.slice(1)]
    return definition.type === 'oauth2' || definition.type === 'openIdConnect' ? ['Bearer'] : []
  })
  return challenges.length === 0 ? undefined : [...new Set(challenges)].join(', ')
}
