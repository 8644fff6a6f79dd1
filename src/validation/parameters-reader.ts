import type { Operation, Parameter } from '../contract/contract.ts'
import type { JsonObject } from '../documents/is-object.ts'
import { escapePointer } from '../documents/json-pointer.ts'
import { define, ownMember } from '../documents/own-member.ts'
import { parseCookies, splitCookies } from '../messages/parse-cookies.ts'
import { ParameterReader } from './parameter-reader.ts'
import { createQuerystringReader } from './querystring-reader.ts'
import { decodePercent, decodeText, splitPairs } from '../messages/split-pairs.ts'
import type { RawRequest, RequestParts } from '../messages/request-parts.ts'
import type { ViolationList } from '../schemas/violation-list.ts'
import { createMalformed, createMissing } from '../schemas/create-violation.ts'

/** Reads the path, query, headers and cookies of a request; adds their violations to a list. */
export type ParametersReader = (raw: RawRequest, violations: ViolationList) => Omit<RequestParts, 'body'>

type Values = Readonly<JsonObject>

const NOTHING: Values = Object.freeze({})

/**
 * Creates the reader of an operation's parameters, of all styles. It never throws, whatever a
 * client sends.
 */
export function createParametersReader ({ parameters, querystring }: Operation): ParametersReader {
  const readPath = createPathReader(readersOf(parameters, 'path'))
  const readQuery = querystring === undefined
    ? createQueryReader(readersOf(parameters, 'query'))
    : createQuerystringReader(querystring)
  const readHeaders = createHeadersReader(readersOf(parameters, 'header'))
  const readCookies = createCookiesReader(readersOf(parameters, 'cookie'))
  return (raw, violations) => ({
    path: readPath(raw.path, violations),
    query: readQuery(raw.query, violations),
    headers: readHeaders(raw.headers, violations),
    cookies: readCookies(raw.headers.cookie, violations)
  })
}

/** In a query, a plus is a space; headers are not encoded; cookies have been decoded, each as a whole. */
const DECODERS = {
  path: decodePercent,
  query: decodeText,
  header: asItIs,
  cookie: asItIs
} as const

function asItIs (text: string): string {
  return text
}

function readersOf (parameters: readonly Parameter[], place: Parameter['in']): ParameterReader[] {
  return parameters
    .filter(parameter => parameter.in === place)
    .map(parameter => new ParameterReader(parameter, DECODERS[place]))
}

function createPathReader (readers: readonly ParameterReader[]) {
  return (source: RawRequest['path'], violations: ViolationList): Values => {
    if (readers.length === 0) return NOTHING
    const values: JsonObject = {}
    for (const reader of readers) {
      const value = readPresent(reader, ownMember(source, reader.name), violations)
      define(values, reader.name, value)
    }
    return values
  }
}

function createQueryReader (readers: readonly ParameterReader[]) {
  const declared = new Set(readers.flatMap(reader => reader.queryNames))
  const isAllOptional = readers.every(reader => !reader.required)
  return (query: string, violations: ViolationList): Values => {
    if (query === '' && isAllOptional) return NOTHING
    const pairs = splitPairs(query)
    const values: JsonObject = {}
    for (const reader of readers) {
      const value = reader.readPairs(pairs, declared, violations)
      if (value !== undefined) define(values, reader.name, value)
      else if (reader.required) violations.add(createMissing(reader.location))
    }
    for (const [name, texts] of pairs) {
      if (declared.has(name) || Object.hasOwn(values, name)) continue
      const value = readUndeclared(name, texts, violations)
      if (value !== undefined) define(values, name, value)
    }
    return values
  }
}

/** Contracts allow undeclared query parameters, and stubs may match them. */
function readUndeclared (name: string, texts: readonly string[], violations: ViolationList): unknown {
  const decoded = texts.map(decodeText)
  if (!decoded.includes(undefined)) return decoded.length === 1 ? decoded[0] : decoded
  const location = { in: 'query', pointer: `/${escapePointer(name)}` } as const
  violations.add(createMalformed(location, 'be percent-encoded UTF-8', 'is not'))
  return undefined
}

function createHeadersReader (readers: readonly ParameterReader[]) {
  const named = readers.map(reader => ({ reader, key: reader.name.toLowerCase() }))
  return (headers: RawRequest['headers'], violations: ViolationList): Values => {
    let values: JsonObject | undefined
    for (const { reader, key } of named) {
      const header = ownMember(headers, key)
      const value = readPresent(reader, textOf(header), violations)
      // Most headers are strings, and need no copy.
      if (value === header) continue
      values ??= { ...headers }
      define(values, key, value)
    }
    return values ?? headers
  }
}

function textOf (header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header.join(', ') : header
}

function createCookiesReader (readers: readonly ParameterReader[]) {
  const areWhole = readers.every(({ isExploded, isVerbatim }) => !isExploded && !isVerbatim)
  return (header: string | string[] | undefined, violations: ViolationList): Values => {
    if (header === undefined && readers.length === 0) return NOTHING
    const text = textOf(header)
    const cookies = parseCookies(text)
    if (readers.length === 0) return cookies
    const values: JsonObject = { ...cookies }
    for (const reader of readers) {
      const value = areWhole
        ? readPresent(reader, ownMember(cookies, reader.name), violations)
        : readSplit(reader, text, violations)
      if (value !== undefined) define(values, reader.name, value)
    }
    return values
  }
}

/** Reads a parameter that may have several cookies, or one that is not decoded. */
function readSplit (reader: ParameterReader, header: string | undefined, violations: ViolationList): unknown {
  const cookies = splitCookies(header, reader.isVerbatim ? 'verbatim' : 'decoded')
  return reader.readCookies(cookies, violations)
}

function readPresent (reader: ParameterReader, text: string | undefined, violations: ViolationList): unknown {
  if (text !== undefined) return reader.readText(text, violations)
  if (reader.required) violations.add(createMissing(reader.location))
  return undefined
}
