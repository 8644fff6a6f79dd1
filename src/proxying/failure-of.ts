import type { FastifyError } from '@fastify/error'
import { ServiceResponseBroken, ServiceTimeout, ServiceUnreachable } from '../errors.ts'

/** The codes of errors that are timeouts, with their reasons. */
const TIMEOUTS: Readonly<Record<string, string>> = {
  UND_ERR_CONNECT_TIMEOUT: 'no connection came about',
  ETIMEDOUT: 'no connection came about',
  UND_ERR_HEADERS_TIMEOUT: 'the head of the response did not come; --proxy-timeout allows more',
  UND_ERR_BODY_TIMEOUT: 'the body of the response did not go on'
}

/** The codes of errors of connections, with their reasons. */
const UNREACHABLE: Readonly<Record<string, string>> = {
  ENOTFOUND: 'its host name is not known',
  EAI_AGAIN: 'its host name cannot be looked up now',
  ECONNREFUSED: 'it refuses the connection',
  EHOSTUNREACH: 'there is no way to its host',
  ENETUNREACH: 'there is no way to its network'
}

const CERTIFICATE = /CERT|SIGNATURE|SELF_SIGNED|UNABLE_TO_/
const PROTOCOL = /^(?:EPROTO$|ERR_SSL|ERR_TLS)/
const CLOSED = /^(?:ECONNRESET|EPIPE|UND_ERR_SOCKET)$/
const BROKEN = /^(?:UND_ERR|ERR_HTTP2)/
const TRUST = 'name its authority with --proxy-ca, or accept any certificate with --proxy-insecure'

/** A reason why no whole response came, in words, and the kind of error that it is. */
interface Failure {
  readonly kind: keyof typeof ERRORS
  readonly why: string
}

const ERRORS = { broken: ServiceResponseBroken, timeout: ServiceTimeout, unreachable: ServiceUnreachable } as const

/** Returns the error that tells why a request could not be passed on, or why no whole response came. */
export function failureOf (error: unknown, service: string): FastifyError {
  const { kind, why } = whyFailed(error)
  return new ERRORS[kind](service, why)
}

/** Returns why no whole response came. */
export function whyFailed (error: unknown): Failure {
  const first = firstOf(error)
  const code = codeOf(first)
  const message = first instanceof Error ? first.message : String(first)
  const timeout = TIMEOUTS[code]
  if (timeout !== undefined) return { kind: 'timeout', why: timeout }
  const unreachable = UNREACHABLE[code]
  if (unreachable !== undefined) return { kind: 'unreachable', why: `${unreachable} (${code})` }
  if (CERTIFICATE.test(code)) {
    return { kind: 'unreachable', why: `its certificate is not trusted (${message}): ${TRUST}` }
  }
  if (PROTOCOL.test(code)) return { kind: 'unreachable', why: `it does not speak TLS as it should (${message})` }
  if (CLOSED.test(code)) return { kind: 'broken', why: `it closed the connection before its end (${message})` }
  if (code === 'UND_ERR_HEADERS_OVERFLOW') return { kind: 'broken', why: 'its headers are larger than is taken' }
  const isParsing = first instanceof Error && first.name === 'HTTPParserError'
  if (isParsing) return { kind: 'broken', why: `it sent what is no HTTP (${message})` }
  const reason = code === '' ? message : `${message} (${code})`
  return { kind: BROKEN.test(code) ? 'broken' : 'unreachable', why: reason }
}

/** Returns the first of several errors, as for each address of a host. */
function firstOf (error: unknown): unknown {
  const first = error instanceof AggregateError ? error.errors[0] : error
  return first ?? error
}

function codeOf (error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}
