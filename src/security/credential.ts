import type { SecurityScheme } from '../contract/contract.ts'

type Values = Readonly<Record<string, unknown>>

/** Where a request carries the credential of a security scheme, and in which form. */
export interface Credential {
  readonly scheme: SecurityScheme
  /** To be read after "needs": `the header x-api-key`. */
  readonly expected: string
  /** Whether it is a token as RFC 6750 has it, which may say something of itself. */
  readonly isToken: boolean
  /** Whether it goes into the header Authorization, of which a request has one (RFC 9110, section 11.6.2). */
  readonly isAuthorization: boolean
  /** Whether a request carries anything in its place. */
  readonly isGiven: (headers: Values) => boolean
  /** Reads it, without `Bearer` and the like; `undefined` where it is not there or has another form. */
  readonly read: (headers: Values, query: Values, cookies: Values) => string | undefined
}

/** Makes the reader of a security scheme's credential (OpenAPI 3.1, Security Scheme Object). */
export function createCredential (scheme: SecurityScheme): Credential {
  const { definition } = scheme
  switch (definition.type) {
    case 'apiKey': return createApiKey(scheme, definition)
    case 'http': return createHttp(scheme, String(definition.scheme).toLowerCase())
    case 'oauth2':
    case 'openIdConnect': return createHttp(scheme, 'bearer')
    // Others, such as mutualTLS, are not a matter of what a request says.
    default: return { scheme, expected: scheme.name, isToken: false, isAuthorization: false, isGiven: () => true, read: () => '' }
  }
}

function createApiKey (scheme: SecurityScheme, { name, in: place }: { name: string, in: string }): Credential {
  const key = name.toLowerCase()
  const common = { scheme, isToken: false, isAuthorization: place === 'header' && key === 'authorization', isGiven: () => false }
  if (place === 'query') return { ...common, expected: `the query parameter ${name}`, read: (_headers, query) => textOf(query[name]) }
  if (place === 'cookie') return { ...common, expected: `the cookie ${name}`, read: (_headers, _query, cookies) => textOf(cookies[name]) }
  return { ...common, expected: `the header ${name}`, read: headers => textOf(headers[key]) }
}

function textOf (value: unknown): string | undefined {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** The header is `<scheme> <credentials>` (RFC 9110, section 11.4); the scheme's case does not matter. */
function createHttp (scheme: SecurityScheme, name: string): Credential {
  const title = toTitle(name)
  const decode = DECODERS[name] ?? (text => text)
  const textAfterName = (headers: Values) => {
    const header = textOf(headers.authorization)
    if (header === undefined || header.charAt(name.length) !== ' ' || header.slice(0, name.length).toLowerCase() !== name) return undefined
    return header.slice(name.length + 1).trim()
  }
  return {
    scheme,
    expected: `the header Authorization as "${title} <${name === 'basic' ? 'base64 of user:password' : 'token'}>"`,
    isToken: name === 'bearer',
    isAuthorization: true,
    isGiven: headers => textAfterName(headers) !== undefined,
    read: headers => {
      const text = textAfterName(headers)
      return text === undefined || text === '' ? undefined : decode(text)
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

/** The name of an HTTP authentication scheme as it is usually written: `Bearer`. */
export function toTitle (scheme: string): string {
  return scheme.charAt(0).toUpperCase() + scheme.slice(1)
}
