import type { Parameter, SchemaReference } from '../contract/contract.ts'
import { escapePointer } from '../documents/json-pointer.ts'
import { isSingleValue } from '../messages/is-single-value.ts'
import { readDeepMembers } from '../messages/read-deep-members.ts'
import { isJson } from '../messages/media-type.ts'
import { parseJson } from '../messages/parse-json.ts'
import { listOtherReadings, readItems, readScalar, readStyled } from '../messages/read-styled.ts'
import type { Styled, StyledReading } from '../messages/read-styled.ts'
import type { RawPairs } from '../messages/split-pairs.ts'
import { schemaValidator } from '../schemas/schema-validator.ts'
import type { Validate } from '../schemas/schema-compiler.ts'
import { shapeOf } from '../schemas/shape.ts'
import type { ViolationList } from '../schemas/violation-list.ts'
import { createMissing, createViolation } from '../schemas/create-violation.ts'
import type { Location } from '../schemas/create-violation.ts'

type ReadValue = Extract<StyledReading, { kind: 'value' }>

/** Reads one parameter; adds its violations to a list. */
export class ParameterReader {
  readonly name: string
  readonly required: boolean
  readonly location: Location
  /** The names in a query that belong to this parameter, without names in brackets. */
  readonly queryNames: readonly string[]
  readonly #parameter: Parameter
  readonly #styled: Styled
  readonly #schema: SchemaReference | undefined
  readonly #validate: Validate | undefined

  constructor (parameter: Parameter, decode: Styled['decode']) {
    const { name, required, style, explode, schema } = parameter
    this.name = name
    this.required = required
    this.location = { in: parameter.in, pointer: `/${escapePointer(name)}` }
    this.#parameter = parameter
    this.#styled = { name, style, explode, shape: shapeOf(schema), decode }
    this.#schema = schema
    this.#validate = schema === undefined ? undefined : schemaValidator(schema, 'request')
    this.queryNames = this.#isSpread() ? this.#styled.shape.names : [name]
  }

  /** Returns whether its text is taken as it came, without decoding (OpenAPI 3.2, style `cookie`). */
  get isVerbatim (): boolean {
    return this.#parameter.style === 'cookie'
  }

  /** Returns whether its value may be spread over several parameters of a query, or over several cookies. */
  get isExploded (): boolean {
    return this.#parameter.mediaType === undefined && this.#styled.explode && this.#styled.shape.isStructured
  }

  /** Reads the parameter from its whole text. */
  readText (text: string, violations: ViolationList): unknown {
    if (this.#parameter.mediaType !== undefined) return this.#check(this.#readContent(text), text, violations)
    const reading = readStyled(text, this.#styled)
    if (this.#fits(reading)) return reading.value
    return this.#check(this.#findFitting(listOtherReadings(text, this.#styled)) ?? reading, text, violations)
  }

  /**
   * Reads the parameter from cookies; returns `undefined` if it is missing. The members of an exploded object and the
   * items of an exploded list have a cookie each.
   */
  readCookies (cookies: RawPairs, violations: ViolationList): unknown {
    const { shape: { isMixed, kinds, names } } = this.#styled
    const texts = cookies.get(this.name) ?? []
    if (this.isExploded && kinds.has('array') && texts.length > 1) {
      return this.#check(readItems(texts, this.#styled), texts.join(), violations)
    }
    const mayBeSpread = this.isExploded && !kinds.has('array') && !isMixed
    const members = mayBeSpread ? this.#readMembers(cookies, name => names.includes(name)) : undefined
    if (members !== undefined) return this.#checkPresent(members, violations)
    // Cookies of one name may be set for several paths, and the first is of the longest (RFC 6265, section 5.4).
    const [text] = texts
    if (text !== undefined) return this.readText(text, violations)
    if (this.required) violations.add(createMissing(this.location))
    return undefined
  }

  /** Reads the parameter from a query; returns `undefined` if it is missing. */
  readPairs (pairs: RawPairs, declared: ReadonlySet<string>, violations: ViolationList): unknown {
    const { style, shape } = this.#styled
    if (this.#isEmptyValue(pairs)) return shape.isList ? [] : ''
    if (this.#parameter.mediaType === undefined) {
      if (style === 'deepObject') {
        return this.#checkPresent(readDeepMembers(this.name, pairs, shape), violations)
      }
      if (this.#isSpread()) return this.#checkPresent(this.#readSpread(pairs, declared), violations)
    }
    const texts = pairs.get(this.name)
    const [text] = texts ?? []
    if (texts === undefined || text === undefined) return undefined
    const isList = this.isExploded && shape.kinds.has('array')
    if (isList && (texts.length > 1 || !shape.isMixed)) {
      return this.#check(readItems(texts, this.#styled), text, violations)
    }
    if (texts.length === 1) return isList ? this.#readMixed(text, violations) : this.readText(text, violations)
    violations.add(createViolation(this.location, { rule: 'style', expected: 'be given once' }, texts))
    return undefined
  }

  #isEmptyValue (pairs: RawPairs): boolean {
    if (!this.#parameter.allowEmptyValue) return false
    const texts = pairs.get(this.name)
    return texts?.length === 1 && texts[0] === ''
  }

  /** Reads the one text of an exploded list that may be a single value as well. */
  #readMixed (text: string, violations: ViolationList): unknown {
    const single = readScalar(text, this.#styled)
    const others = () => [readItems([text], this.#styled), ...listOtherReadings(text, this.#styled)]
    const fitting = this.#fits(single) ? single : this.#findFitting(others())
    return this.#check(fitting ?? single, text, violations)
  }

  /**
   * Returns whether the members of an object are parameters of the query, as those of an exploded
   * object are.
   */
  #isSpread (): boolean {
    const { style, explode, shape: { isMixed, kinds } } = this.#styled
    const isExploded = this.#parameter.in === 'query' && style === 'form' && explode
    return isExploded && kinds.has('object') && !kinds.has('array') && !isMixed
  }

  #readSpread (pairs: RawPairs, declared: ReadonlySet<string>): unknown {
    const { isOpen, names } = this.#styled.shape
    return this.#readMembers(pairs, name => {
      const isUndeclared = isOpen && !declared.has(name)
      return isUndeclared || names.includes(name)
    })
  }

  #readMembers (pairs: RawPairs, isMember: (name: string) => boolean): unknown {
    const { shape, decode } = this.#styled
    const members: Array<[string, unknown]> = []
    for (const [name, texts] of pairs) {
      if (!isMember(name)) continue
      const member = shape.member(name)
      const styled = { ...this.#styled, name, shape: member, decode: (text: string) => decode(text) ?? text }
      const [text = ''] = texts
      const isList = texts.length > 1 || !isSingleValue(styled.decode(text), member)
      const reading = isList ? readItems(texts, styled) : readStyled(text, styled)
      if (reading.kind === 'value') members.push([name, reading.value])
    }
    return members.length === 0 ? undefined : Object.fromEntries(members)
  }

  #readContent (text: string): StyledReading {
    const decoded = this.#styled.decode(text)
    if (decoded === undefined) return { kind: 'malformed', expected: 'be percent-encoded UTF-8' }
    if (!isJson(this.#parameter.mediaType ?? '')) return { kind: 'value', value: decoded }
    const reading = parseJson(decoded)
    if (reading.kind === 'malformed') return { kind: 'malformed', expected: 'be JSON' }
    return { kind: 'value', value: reading.value }
  }

  #checkPresent (value: unknown, violations: ViolationList): unknown {
    return value === undefined ? undefined : this.#check({ kind: 'value', value }, '', violations)
  }

  #fits (reading: StyledReading): reading is ReadValue {
    return reading.kind === 'value' && this.#validate?.(reading.value) === undefined
  }

  #findFitting (readings: readonly StyledReading[]): ReadValue | undefined {
    return readings.find(reading => this.#fits(reading))
  }

  #check (reading: StyledReading, text: string, violations: ViolationList): unknown {
    if (reading.kind === 'malformed') {
      violations.add(createViolation(this.location, { rule: 'malformed', expected: reading.expected }, text))
      return undefined
    }
    const errors = this.#validate?.(reading.value)
    if (errors !== undefined && this.#schema !== undefined) {
      violations.addErrors(errors, this.#schema, this.location)
    }
    return reading.value
  }
}
