import type { Parameter, SchemaReference } from '../contract/contract.ts'
import { escapePointer } from '../documents/json-pointer.ts'
import { readDeepMembers } from '../messages/read-deep-members.ts'
import { isJson } from '../messages/media-type.ts'
import { parseJson } from '../messages/parse-json.ts'
import { readItems, readStyled } from '../messages/read-styled.ts'
import type { Styled, StyledReading } from '../messages/read-styled.ts'
import type { RawPairs } from '../messages/split-pairs.ts'
import { schemaValidator } from '../schemas/schema-validator.ts'
import type { Validate } from '../schemas/schema-compiler.ts'
import { shapeOf } from '../schemas/shape.ts'
import type { ViolationList } from '../schemas/violation-list.ts'
import { createViolation } from '../schemas/create-violation.ts'
import type { Location } from '../schemas/create-violation.ts'

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

  /** Reads the parameter from its whole text. */
  readText (text: string, violations: ViolationList): unknown {
    if (text === '' && this.#parameter.allowEmptyValue) return text
    const isStyled = this.#parameter.mediaType === undefined
    const reading = isStyled ? readStyled(text, this.#styled) : this.#readContent(text)
    return this.#check(reading, text, violations)
  }

  /** Reads the parameter from a query; returns `undefined` if it is missing. */
  readPairs (pairs: RawPairs, declared: ReadonlySet<string>, violations: ViolationList): unknown {
    const { style, shape } = this.#styled
    if (this.#parameter.mediaType === undefined) {
      if (style === 'deepObject') {
        return this.#checkPresent(readDeepMembers(this.name, pairs, shape), violations)
      }
      if (this.#isSpread()) return this.#checkPresent(this.#readSpread(pairs, declared), violations)
    }
    const texts = pairs.get(this.name)
    const [text] = texts ?? []
    if (texts === undefined || text === undefined) return undefined
    if (this.#isRepeated(texts)) return this.#check(readItems(texts, this.#styled), text, violations)
    if (texts.length === 1) return this.readText(text, violations)
    violations.add(createViolation(this.location, { rule: 'style', expected: 'be given once' }, texts))
    return undefined
  }

  /** Returns whether each text is an item of a list. */
  #isRepeated (texts: readonly string[]): boolean {
    const { explode, shape: { kinds } } = this.#styled
    if (this.#parameter.mediaType !== undefined || !explode || !kinds.has('array')) return false
    return texts.length > 1 || !isMixed(kinds)
  }

  /**
   * Returns whether the members of an object are parameters of the query, as those of an exploded
   * object are.
   */
  #isSpread (): boolean {
    const { style, explode, shape: { kinds } } = this.#styled
    const isExploded = this.#parameter.in === 'query' && style === 'form' && explode
    return isExploded && kinds.has('object') && !kinds.has('array') && !isMixed(kinds)
  }

  #readSpread (pairs: RawPairs, declared: ReadonlySet<string>): unknown {
    const { shape, decode } = this.#styled
    const members: Array<[string, unknown]> = []
    for (const [name, texts] of pairs) {
      const isUndeclared = shape.isOpen && !declared.has(name)
      if (!shape.names.includes(name) && !isUndeclared) continue
      const member = shape.member(name)
      const styled = { ...this.#styled, name, shape: member, decode: (text: string) => decode(text) ?? text }
      const isList = texts.length > 1 || member.kinds.has('array')
      const reading = isList ? readItems(texts, styled) : readStyled(texts[0] ?? '', styled)
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

/** Returns whether a parameter may have a single value as well. */
function isMixed (kinds: ReadonlySet<string>): boolean {
  return ['string', 'integer', 'number', 'boolean'].some(kind => kinds.has(kind))
}
