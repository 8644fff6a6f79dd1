import type { SecurityScheme } from '../contract/contract.ts'
import type { JsonObject } from '../documents/is-object.ts'
import { ownMember } from '../documents/own-member.ts'

type Values = Readonly<JsonObject>

/** The credential of a security scheme: its place in a request, and its form. */
export interface Credential {
  readonly scheme: SecurityScheme
  /** To be read after "needs": `the header x-api-key`. */
  readonly expected: string
  /** Whether it is a bearer token (RFC 6750), which may be a JSON Web Token. */
  readonly isToken: boolean
  /**
   * Whether it is in the header Authorization, which a request has once (RFC 9110, section
   * 11.6.2).
   */
  readonly isAuthorization: boolean
  /** Returns whether a request carries anything in its place. */
  readonly isGiven: (headers: Values) => boolean
  /**
   * Returns it without `Bearer` and the like; `undefined` where it is missing or has another form.
   */
  readonly read: (headers: Values, query: Values, cookies: Values) => string | undefined
}

/** Creates the reader of a security scheme's credential (OpenAPI 3.1, Security Scheme Object). */
export function createCredential (scheme: SecurityScheme): Credential {
  const { definition } = scheme
  switch (definition.type) {
    case 'apiKey': return createApiKey(scheme, definition)
    case 'http': return createHttp(scheme, String(definition.scheme).toLowerCase())
    case 'oauth2':
    case 'openIdConnect': return createHttp(scheme, 'bearer')
    default: return createUnseen(scheme)
  }
}

/** Other schemes, such as mutualTLS, are not part of what a request says. */
function createUnseen (scheme: SecurityScheme): Credential {
  return {
    scheme,
    expected: scheme.name,
    isToken: false,
    isAuthorization: false,
    isGiven: () => true,
    read: () => ''
  }
}

function createApiKey (
  scheme: SecurityScheme,
  { name, in: place }: { name: string, in: string }
): Credential {
  const key = name.toLowerCase()
  const isAuthorization = place === 'header' && key === 'authorization'
  const common = { scheme, isToken: false, isAuthorization, isGiven: () => false }
  switch (place) {
    case 'query': {
      const read: Credential['read'] = (_headers, query) => textOf(ownMember(query, name))
      return { ...common, expected: `the query parameter ${name}`, read }
    }
    case 'cookie': {
      const read: Credential['read'] = (_headers, _query, cookies) => textOf(ownMember(cookies, name))
      return { ...common, expected: `the cookie ${name}`, read }
    }
    default: return { ...common, expected: `the header ${name}`, read: headers => textOf(ownMember(headers, key)) }
  }
}

function textOf (value: unknown): string | undefined {
  if (['number', 'bigint', 'boolean'].includes(typeof value)) return String(value)
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** The forms of credentials by their schemes, as messages tell them. */
const FORMS: Readonly<Record<string, string>> = { basic: 'base64 of user:password', bearer: 'token' }

function createHttp (scheme: SecurityScheme, name: string): Credential {
  const form = ownMember(FORMS, name) ?? 'credentials'
  const decode = ownMember(DECODERS, name) ?? (text => text)
  return {
    scheme,
    expected: `the header Authorization as "${toTitle(name)} <${form}>"`,
    isToken: name === 'bearer',
    isAuthorization: true,
    isGiven: headers => textAfter(name, headers) !== undefined,
    read: headers => {
      const text = textAfter(name, headers)
      return text === undefined || text === '' ? undefined : decode(text)
    }
  }
}

/**
 * The header is `<scheme> <credentials>`, and the scheme's case does not matter (RFC 9110, section
 * 11.4).
 */
function textAfter (name: string, { authorization }: Values): string | undefined {
  const header = textOf(authorization)
  if (header === undefined || header.charAt(name.length) !== ' ') return undefined
  if (header.slice(0, name.length).toLowerCase() !== name) return undefined
  return header.slice(name.length + 1).trim()
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

/** Returns the name of an HTTP authentication scheme as it is usually written: `Bearer`. */
export function toTitle (scheme: string): string {
  return scheme.charAt(0).toUpperCase() + scheme.slice(1)
}
