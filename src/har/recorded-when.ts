import { isObject } from '../documents/is-object.ts'
import { define } from '../documents/own-member.ts'
import { isJson, mediaTypeOf } from '../messages/media-type.ts'
import { isCredentialName } from '../schemas/is-credential-name.ts'
import { MASK } from '../schemas/mask-text.ts'
import { headerOf } from './recorded-exchange.ts'
import type { RecordedRequest } from './recorded-exchange.ts'
import type { RecordedOperation } from './recorded-operation.ts'

/** What a request must have to get the answer of a recorded one. */
export interface RecordedWhen {
  readonly path?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string | readonly string[]>>
  readonly body?: unknown
}

/** The longest body that is compared, in bytes. */
const LONGEST_BODY = 65_536

/** The depth below which values are not compared. */
const DEEPEST = 50

/**
 * Returns what of a recorded request is compared: the parameters of its path, its query and its JSON body, without
 * credentials, which differ from run to run, and without what was masked.
 */
export function recordedWhen (request: RecordedRequest, { path }: RecordedOperation): RecordedWhen {
  const query = queryOf(request)
  const body = bodyOf(request)
  return {
    ...Object.keys(path).length > 0 && { path: withoutCredentials(path) as typeof path },
    ...Object.keys(query).length > 0 && { query },
    ...body !== undefined && { body }
  }
}

function queryOf ({ url }: RecordedRequest): Record<string, string | readonly string[]> {
  const query: Record<string, string | readonly string[]> = {}
  const { searchParams } = new URL(url)
  for (const name of new Set(searchParams.keys())) {
    const values = searchParams.getAll(name)
    if (isCredentialName(name) || values.includes(MASK)) continue
    const [first = '', ...others] = values
    define(query, name, others.length === 0 ? first : values)
  }
  return query
}

function bodyOf (request: RecordedRequest): unknown {
  const { body } = request
  const contentType = headerOf(request, 'content-type') ?? ''
  if (body === undefined || body.length > LONGEST_BODY || !isJson(mediaTypeOf(contentType))) return undefined
  try {
    return withoutCredentials(JSON.parse(body.toString()))
  } catch {
    return undefined
  }
}

/** Leaves out members with the name of a credential, and those that were masked. */
function withoutCredentials (value: unknown, depth = 0): unknown {
  if (depth > DEEPEST) return undefined
  if (Array.isArray(value)) return value.map(item => withoutCredentials(item, depth + 1))
  if (!isObject(value)) return value
  const kept: Record<string, unknown> = {}
  for (const [name, member] of Object.entries(value)) {
    if (isCredentialName(name) || member === MASK) continue
    define(kept, name, withoutCredentials(member, depth + 1))
  }
  return kept
}

/** Returns how many values a condition names: of two that a request meets, the one with more is meant. */
export function countValues (value: unknown): number {
  if (typeof value !== 'object' || value === null) return 1
  let count = 1
  for (const item of Object.values(value)) count += countValues(item)
  return count
}
