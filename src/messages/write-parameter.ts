import type { Parameter } from '../contract/contract.ts'
import { isObject } from '../documents/is-object.ts'
import { exactJson } from '../exact-json.ts'
import { isJson } from './media-type.ts'

/**
 * Writes the value of a parameter in its style (OpenAPI 3.1, Parameter Object, "Style Values"); returns `undefined`
 * where the style has no form for it.
 */
export function writeParameter (parameter: Parameter, value: unknown): string | undefined {
  const encode = ENCODERS[parameter.in]
  if (parameter.mediaType !== undefined) return writeContent(parameter, value, encode)
  if (parameter.style === 'deepObject') return isObject(value) ? writeDeep(parameter.name, value) : undefined
  const parts = toParts(value, parameter.style === 'label' ? encodeDots : encode)
  return parts && writers[parameter.style]?.(parameter, parts, encode(parameter.name))
}

type Encode = (text: string) => string

/** The encoding of text by the place of a parameter; headers are not encoded. */
const ENCODERS: Readonly<Record<Parameter['in'], Encode>> = {
  path: encodeText,
  query: encodeText,
  cookie: encodeText,
  header: text => text
}

/** Encodes a text, with dots where it has no other characters: `..` as a segment of a path would lead up. */
function encodeText (text: string): string {
  return encodeURIComponent(text).replace(/^\.+$/, dots => dots.replaceAll('.', '%2E'))
}

/** Encodes a text with all of its dots, which separate the values of a label (RFC 6570 section 3.2.5). */
function encodeDots (text: string): string {
  return encodeText(text).replaceAll('.', '%2E')
}

function writeContent ({ in: place, name, mediaType = '' }: Parameter, value: unknown, encode: Encode): string {
  const text = encode(isJson(mediaType) ? exactJson.stringify(value) : String(value))
  return place === 'query' ? `${encode(name)}=${text}` : text
}

/** The parts of a value: one text, the items of a list, or the members of an object. */
type Parts =
  | { readonly kind: 'text', readonly text: string }
  | { readonly kind: 'items', readonly items: readonly string[] }
  | { readonly kind: 'members', readonly members: ReadonlyArray<readonly [name: string, value: string]> }

function toParts (value: unknown, encode: Encode): Parts | undefined {
  if (Array.isArray(value)) {
    const items = value.map(toText)
    return items.length > 0 && isAllText(items) ? { kind: 'items', items: items.map(encode) } : undefined
  }
  if (isObject(value)) {
    const names = Object.keys(value)
    const values = Object.values(value).map(toText)
    return names.length > 0 && isAllText(values)
      ? {
          kind: 'members',
          members: names.map((name, index) => [encode(name), encode(values[index] ?? '')])
        }
      : undefined
  }
  const text = toText(value)
  return text === undefined ? undefined : { kind: 'text', text: encode(text) }
}

/** Converts a text, number or boolean to text; returns `undefined` for others, which styles cannot nest. */
function toText (value: unknown): string | undefined {
  return ['string', 'number', 'bigint', 'boolean'].includes(typeof value) ? String(value) : undefined
}

function isAllText (texts: ReadonlyArray<string | undefined>): texts is readonly string[] {
  return !texts.includes(undefined)
}

const writers: Readonly<Record<string, (parameter: Parameter, parts: Parts, name: string) => string>> = {
  simple: ({ explode }, parts) => joined(parts, ',', explode),
  label: ({ explode }, parts) => `.${joined(parts, explode ? '.' : ',', explode)}`,
  matrix: ({ explode }, parts, name) => {
    if (!explode || parts.kind === 'text') return `;${name}=${joined(parts, ',', false)}`
    return parts.kind === 'items'
      ? parts.items.map(item => `;${name}=${item}`).join('')
      : `;${joined(parts, ';', true)}`
  },
  form: ({ explode, in: place }, parts, name) => {
    if (place === 'cookie') return joined(parts, ',', explode)
    if (!explode || parts.kind === 'text') return `${name}=${joined(parts, ',', false)}`
    return parts.kind === 'items' ? parts.items.map(item => `${name}=${item}`).join('&') : joined(parts, '&', true)
  },
  spaceDelimited: ({ explode }, parts, name) => delimited(parts, '%20', explode, name),
  pipeDelimited: ({ explode }, parts, name) => delimited(parts, '%7C', explode, name)
}

function delimited (parts: Parts, separator: string, explode: boolean, name: string): string {
  if (explode && parts.kind === 'items') return parts.items.map(item => `${name}=${item}`).join('&')
  return `${name}=${joined(parts, separator, false)}`
}

function joined (parts: Parts, separator: string, explode: boolean): string {
  if (parts.kind === 'text') return parts.text
  if (parts.kind === 'items') return parts.items.join(separator)
  return parts.members
    .map(([name, value]) => (explode ? `${name}=${value}` : `${name}${separator}${value}`))
    .join(separator)
}

/** Writes an object in the style `deepObject`: `filter[state]=open&filter[ids][]=1`. */
function writeDeep (name: string, value: object): string | undefined {
  const pairs = listLeaves(value, encodeText(name))
  return pairs.length === 0 || pairs.some(([, text]) => text === undefined)
    ? undefined
    : pairs.map(([path, text]) => `${path}=${encodeText(text ?? '')}`).join('&')
}

function listLeaves (value: unknown, path: string): Array<[path: string, text: string | undefined]> {
  if (Array.isArray(value)) return value.flatMap(item => listLeaves(item, `${path}[]`))
  if (!isObject(value)) return [[path, toText(value)]]
  return Object.entries(value).flatMap(([name, member]) => listLeaves(member, `${path}[${encodeText(name)}]`))
}
