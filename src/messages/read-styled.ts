import type { Parameter } from '../contract/contract.ts'
import { coerce } from './coerce.ts'
import type { Shape } from '../schemas/shape.ts'

/** The style of one parameter's text (OpenAPI 3.1, Parameter Object, "Style Values"). */
export interface Styled {
  readonly name: string
  readonly style: Parameter['style']
  readonly explode: boolean
  readonly shape: Shape
  /** Decodes a piece of the text; returns `undefined` if it cannot. */
  readonly decode: (text: string) => string | undefined
}

/** The value of a parameter, or what was expected of its text, to be read after "must". */
export type StyledReading =
  | { readonly kind: 'value', readonly value: unknown }
  | { readonly kind: 'malformed', readonly expected: string }

const NOT_ENCODED: StyledReading = { kind: 'malformed', expected: 'be percent-encoded UTF-8' }

/** The styles whose separators are read whether they are encoded or not. */
const DELIMITED: ReadonlySet<string> = new Set(['spaceDelimited', 'pipeDelimited', 'x-ssv', 'x-pipes', 'x-tsv'])

/**
 * Reads a parameter from one text: of a path, a header or a cookie, or of a query where it is given
 * once.
 */
export function readStyled (text: string, styled: Styled): StyledReading {
  const { shape: { isMixed, isStructured, kinds }, style } = styled
  if (style === 'label' && !text.startsWith('.')) return { kind: 'malformed', expected: 'begin with "."' }
  if (style === 'matrix' && !text.startsWith(';')) {
    return { kind: 'malformed', expected: `begin with ";${styled.name}"` }
  }

  if (!isStructured) return readScalar(scalarText(text, styled), styled)
  const parts = splitParts(text, styled)
  if (isMixed && parts.length === 1) return readScalar(scalarText(text, styled), styled)
  return kinds.has('array') ? readItems(parts, styled) : readMembers(parts, styled)
}

/**
 * Lists the further readings of a text, for where the first does not fit the schema: as one value, a list or an object
 * where the schema allows several of them; and all of that again with the text decoded before it is split, as
 * `URLSearchParams` and most other clients encode commas.
 */
export function listOtherReadings (text: string, styled: Styled): StyledReading[] {
  const { decode, shape: { isMixed, isStructured, kinds } } = styled
  if (!isStructured) return []
  const parts = splitParts(text, styled)
  const readings: StyledReading[] = []
  if (isMixed) readings.push(readScalar(scalarText(text, styled), styled))
  if (kinds.has('array')) readings.push(readItems(parts, styled))
  if (kinds.has('object')) readings.push(readMembers(parts, styled))
  const decoded = DELIMITED.has(styled.style) ? undefined : decode(text)
  if (decoded === undefined || decoded === text) return readings
  return [...readings, ...listOtherReadings(decoded, { ...styled, decode: asItIs })]
}

function asItIs (text: string): string {
  return text
}

/** Reads a parameter from one text for each of its items. */
export function readItems (parts: readonly string[], { decode, shape }: Styled): StyledReading {
  const items: unknown[] = []
  for (const part of parts) {
    const text = decode(part)
    if (text === undefined) return NOT_ENCODED
    items.push(coerce(text, shape.items))
  }
  return { kind: 'value', value: items }
}

/** Reads a parameter that has one value. */
export function readScalar (part: string, { decode, shape }: Styled): StyledReading {
  const text = decode(part)
  return text === undefined ? NOT_ENCODED : { kind: 'value', value: coerce(text, shape) }
}

/** Removes the prefix that a style puts before a single value. */
function scalarText (text: string, { style, name }: Styled): string {
  if (style === 'label') return text.slice(1)
  if (style !== 'matrix') return text
  if (text === `;${name}`) return ''
  return text.startsWith(`;${name}=`) ? text.slice(name.length + 2) : text.slice(1)
}

function splitParts (text: string, styled: Styled): string[] {
  const { style, explode, name } = styled
  switch (style) {
    case 'label': return split(text.slice(1), explode ? '.' : ',')
    case 'matrix':
      if (!explode) return split(scalarText(text, styled), ',')
      return split(text.slice(1), ';').map(part => isItem(part, styled) ? part.slice(name.length + 1) : part)
    case 'spaceDelimited':
    case 'x-ssv': return split(text, /%20|\+| /)
    case 'pipeDelimited':
    case 'x-pipes': return split(text, /%7[Cc]|\|/)
    case 'x-tsv': return split(text, /%09|\t/)
    default: return split(text, ',').map(part => part.trim())
  }
}

/** `;id=3` is an item of the list `id`. */
function isItem (part: string, { name, shape }: Styled): boolean {
  return shape.kinds.has('array') && part.startsWith(`${name}=`)
}

function split (text: string, separator: string | RegExp): string[] {
  return text === '' ? [] : text.split(separator)
}

/** Reads `R=100,G=200` when exploded, else `R,100,G,200`. */
function readMembers (parts: readonly string[], { decode, shape, explode, style }: Styled): StyledReading {
  const withEquals = explode && !DELIMITED.has(style)
  const pairs = withEquals ? parts.map(splitAtEquals) : pairUp(parts)
  const members: Array<[string, unknown]> = []
  for (const [rawName, rawValue] of pairs) {
    const name = decode(rawName)
    if (rawValue === undefined) {
      const expected = withEquals ? 'have members as name=value' : 'have a value after each name'
      return { kind: 'malformed', expected }
    }
    const value = decode(rawValue)
    if (name === undefined || value === undefined) return NOT_ENCODED
    members.push([name, coerce(value, shape.member(name))])
  }
  return { kind: 'value', value: Object.fromEntries(members) }
}

function splitAtEquals (part: string): [string, string | undefined] {
  const end = part.indexOf('=')
  return end < 0 ? [part, undefined] : [part.slice(0, end), part.slice(end + 1)]
}

function pairUp (parts: readonly string[]): Array<[string, string | undefined]> {
  const pairs: Array<[string, string | undefined]> = []
  for (let index = 0; index < parts.length; index += 2) pairs.push([parts[index] ?? '', parts[index + 1]])
  return pairs
}
