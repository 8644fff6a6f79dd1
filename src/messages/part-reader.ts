import { isUtf8 } from 'node:buffer'
import type { Encoding } from '../contract/contract.ts'
import { coerce } from './coerce.ts'
import { createHeaderCheck } from './header-check.ts'
import { charsetOf, isJson, isXml, knownCharset, mediaTypeOf, takesMediaType } from './media-type.ts'
import type { BodyPart } from './split-multipart.ts'
import { parseJson } from './parse-json.ts'
import { readXml } from './parse-xml.ts'
import { readStyled } from './read-styled.ts'
import type { Shape } from '../schemas/shape.ts'
import type { Violation } from '../schemas/violation.ts'
import { ViolationList } from '../schemas/violation-list.ts'
import { createMalformed, createViolation } from '../schemas/create-violation.ts'

/** What is declared of a part. */
export interface DeclaredPart {
  readonly shape: Shape
  /** JSON pointer of it within the body. */
  readonly pointer: string
  readonly encoding: Encoding | undefined
}

/** Reads the parts of one name by what is declared of them; adds what is wrong with them to a list. */
export class PartReader {
  readonly #declared: DeclaredPart
  readonly #violations: Violation[]

  constructor (declared: DeclaredPart, violations: Violation[]) {
    this.#declared = declared
    this.#violations = violations
  }

  /** A list where there are several, or where a list is described. */
  readAll (parts: readonly BodyPart[]): unknown {
    const { pointer, shape } = this.#declared
    const [first, ...others] = parts
    if (first !== undefined && others.length === 0) {
      const value = this.read(first)
      return shape.kinds.has('array') && !shape.kinds.has('object') && !Array.isArray(value) ? [value] : value
    }
    return parts.map((part, index) => new PartReader({ ...this.#declared, pointer: `${pointer}/${index}`, shape: shape.items }, this.#violations).read(part))
  }

  read (part: BodyPart): unknown {
    const { encoding, pointer } = this.#declared
    const given = part.headers['content-type']
    if (encoding !== undefined) this.#check(part, encoding)
    const contentType = given ?? encoding?.contentTypes[0] ?? ''
    const shape = itemsOf(this.#declared.shape)
    const mediaType = mediaTypeOf(contentType)
    if (isStructured(shape) && (isJson(mediaType) || (given === undefined && encoding?.style === undefined && isOnlyStructured(shape)))) return this.#readJson(part)
    if (isStructured(shape) && isXml(mediaType)) return readXml(part.bytes.toString('utf8'), shape, violation => this.#violations.push({ ...violation, pointer: pointer + violation.pointer }))
    return isText(mediaType) ? this.#readText(part, contentType) : part.bytes
  }

  #check ({ headers }: BodyPart, { contentTypes, headers: declared }: Encoding): void {
    const location = { in: 'body', pointer: this.#declared.pointer } as const
    const given = headers['content-type']
    if (given !== undefined && contentTypes.length > 0 && !contentTypes.some(range => takesMediaType(range, mediaTypeOf(given)))) {
      this.#violations.push(createViolation(location, { rule: 'mediaType', expected: `be ${contentTypes.join(' or ')}` }, given))
    }
    const violations = new ViolationList()
    for (const header of declared) createHeaderCheck(header, { in: 'body', pointer: `${location.pointer}/headers/${header.name}` })(headers, violations)
    this.#violations.push(...violations.list())
  }

  #readJson ({ bytes }: BodyPart): unknown {
    const { pointer } = this.#declared
    const reading = parseJson(bytes.toString('utf8'))
    this.#violations.push(...reading.violations.map(violation => ({ ...violation, pointer: pointer + violation.pointer, message: violation.message.replace(/^body/, `body ${pointer}`) })))
    return reading.kind === 'value' ? reading.value : undefined
  }

  #readText ({ bytes, headers }: BodyPart, contentType: string): unknown {
    const { encoding, pointer, shape } = this.#declared
    const charset = knownCharset(charsetOf(contentType))
    if (charset === undefined || (charset === 'utf8' && !isUtf8(bytes))) {
      // A part without a type is text (RFC 7578, section 4.4); clients forget the type of a file.
      if (headers['content-type'] === undefined) return bytes
      this.#violations.push(createMalformed({ in: 'body', pointer }, 'be UTF-8', charset === undefined ? `is ${charsetOf(contentType)}` : 'is not'))
      return undefined
    }
    const text = bytes.toString(charset)
    if (encoding?.style === undefined) return coerce(text, itemsOf(shape))
    const reading = readStyled(text, { name: '', style: encoding.style, explode: encoding.explode, shape, decode: text => text })
    if (reading.kind === 'value') return reading.value
    this.#violations.push(createMalformed({ in: 'body', pointer }, reading.expected, `is ${JSON.stringify(text.slice(0, 60))}`))
    return undefined
  }
}

/** One part of a list is one of its items, unless it is all of them in JSON. */
function itemsOf (shape: Shape): Shape {
  return shape.kinds.has('array') && !shape.kinds.has('object') && !isStructuredKind(shape.items) ? shape.items : shape
}

function isStructured (shape: Shape): boolean {
  return shape.kinds.size === 0 ? !shape.isBinary : isStructuredKind(shape)
}

function isStructuredKind ({ kinds }: Shape): boolean {
  return kinds.has('object') || kinds.has('array')
}

/** By default, objects are written as JSON (OpenAPI 3.1, Encoding Object, `contentType`). */
function isOnlyStructured ({ items, kinds }: Shape): boolean {
  return (kinds.has('object') || (kinds.has('array') && items.kinds.has('object'))) && !kinds.has('string')
}

function isText (mediaType: string): boolean {
  return mediaType === '' || mediaType.startsWith('text/') || isJson(mediaType) || isXml(mediaType) || mediaType === 'application/x-www-form-urlencoded'
}
