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

/** Reads one parameter, whose text is decoded in the way of its place; adds what is wrong with it to a list. */
export class ParameterReader {
  readonly name: string
  readonly required: boolean
  readonly location: Location
  /** The names in a query that belong to this parameter; those in brackets aside. */
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

  /** Reads it from a text that is all of it. */
  readText (text: string, violations: ViolationList): unknown {
    if (text === '' && this.#parameter.allowEmptyValue) return text
    return this.#check(this.#parameter.mediaType === undefined ? readStyled(text, this.#styled) : this.#readContent(text), text, violations)
  }

  /** Reads it from a query; `undefined` if it is not there. */
  readPairs (pairs: RawPairs, declared: ReadonlySet<string>, violations: ViolationList): unknown {
    const { style, explode, shape } = this.#styled
    if (this.#parameter.mediaType === undefined) {
      if (style === 'deepObject') return this.#checkPresent(readDeepMembers(this.name, pairs, shape), violations)
      if (this.#isSpread()) return this.#checkPresent(this.#readSpread(pairs, declared), violations)
    }
    const texts = pairs.get(this.name)
    const [text] = texts ?? []
    if (texts === undefined || text === undefined) return undefined
    if (this.#parameter.mediaType === undefined && explode && shape.kinds.has('array') && (texts.length > 1 || !isMixed(shape.kinds))) {
      return this.#check(readItems(texts, this.#styled), text, violations)
    }
    if (texts.length === 1) return this.readText(text, violations)
    violations.add(createViolation(this.location, { rule: 'style', expected: 'be given once' }, texts))
    return undefined
  }

  /** An exploded object has no name of its own in a query: each of its members is one of the query's. */
  #isSpread (): boolean {
    const { style, explode, shape: { kinds } } = this.#styled
    return this.#parameter.in === 'query' && style === 'form' && explode && kinds.has('object') && !kinds.has('array') && !isMixed(kinds)
  }

  #readSpread (pairs: RawPairs, declared: ReadonlySet<string>): unknown {
    const { shape, decode } = this.#styled
    const members: Array<[string, unknown]> = []
    for (const [name, texts] of pairs) {
      const isMine = shape.names.includes(name) || (shape.isOpen && !declared.has(name) && name !== '__proto__')
      const styled = { ...this.#styled, name, shape: shape.member(name), decode: (text: string) => decode(text) ?? text }
      const reading = texts.length > 1 || styled.shape.kinds.has('array') ? readItems(texts, styled) : readStyled(texts[0] ?? '', styled)
      if (isMine && reading.kind === 'value') members.push([name, reading.value])
    }
    return members.length === 0 ? undefined : Object.fromEntries(members)
  }

  #readContent (text: string): StyledReading {
    const decoded = this.#styled.decode(text)
    if (decoded === undefined) return { kind: 'malformed', expected: 'be percent-encoded UTF-8' }
    if (!isJson(this.#parameter.mediaType ?? '')) return { kind: 'value', value: decoded }
    const reading = parseJson(decoded)
    return reading.kind === 'value' ? { kind: 'value', value: reading.value } : { kind: 'malformed', expected: 'be JSON' }
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
    if (errors !== undefined && this.#schema !== undefined) violations.addErrors(errors, this.#schema, this.location)
    return reading.value
  }
}

function isMixed (kinds: ReadonlySet<string>): boolean {
  return ['string', 'integer', 'number', 'boolean'].some(kind => kinds.has(kind))
}
