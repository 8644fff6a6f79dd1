import { isUtf8 } from 'node:buffer'
import type { Encoding } from '../contract/contract.ts'
import { coerce } from './coerce.ts'
import { createHeaderCheck } from './header-check.ts'
import { FORM, isJson, isXml, mediaTypeOf } from './media-type.ts'
import type { BodyPart } from './split-multipart.ts'
import { parseJson } from './parse-json.ts'
import { readXml } from './parse-xml.ts'
import { readStyled } from './read-styled.ts'
import type { Shape } from '../schemas/shape.ts'
import { shorten } from '../schemas/shorten.ts'
import type { Violation } from '../schemas/violation.ts'
import { ViolationList } from '../schemas/violation-list.ts'
import { createMalformed, createViolation } from '../schemas/create-violation.ts'
import { takesMediaType } from './find-media-type.ts'
import { charsetOf, knownCharset } from './charset.ts'

/** The declaration of a part in a contract. */
export interface DeclaredPart {
  readonly shape: Shape
  /** The JSON pointer of the part in the body. */
  readonly pointer: string
  readonly encoding: Encoding | undefined
}

/** Reads the parts of one name by what is declared for them; adds their violations to a list. */
export class PartReader {
  readonly #declared: DeclaredPart
  readonly #violations: ViolationList

  constructor (declared: DeclaredPart, violations: ViolationList) {
    this.#declared = declared
    this.#violations = violations
  }

  /** Returns a list where there are several parts, or where the schema describes a list. */
  readAll (parts: readonly BodyPart[]): unknown {
    const { pointer, shape } = this.#declared
    const [first, ...others] = parts
    if (first !== undefined && others.length === 0) {
      const value = this.read(first)
      return shape.isList && !Array.isArray(value) ? [value] : value
    }
    return parts.map((part, index) => {
      const declared = { ...this.#declared, pointer: `${pointer}/${index}`, shape: shape.items }
      return new PartReader(declared, this.#violations).read(part)
    })
  }

  read (part: BodyPart): unknown {
    const { encoding } = this.#declared
    const given = part.headers['content-type']
    if (encoding !== undefined) this.#check(part, encoding)
    const contentType = given ?? encoding?.contentTypes[0] ?? ''
    const shape = itemsOf(this.#declared.shape)
    const mediaType = mediaTypeOf(contentType)
    if (mayBeStructured(shape)) {
      // By default, objects are written as JSON (OpenAPI 3.1, Encoding Object, `contentType`).
      const isJsonByDefault = given === undefined && encoding?.style === undefined && isOnlyObjects(shape)
      if (isJson(mediaType) || isJsonByDefault) return this.#readJson(part)
      if (isXml(mediaType)) return this.#readXml(part, shape)
    }
    return isText(mediaType) ? this.#readText(part, contentType) : part.bytes
  }

  #readXml ({ bytes }: BodyPart, shape: Shape): unknown {
    const report = (violation: Violation) => {
      this.#violations.add({ ...violation, pointer: this.#declared.pointer + violation.pointer })
    }
    return readXml(bytes.toString('utf8'), { shape, report })
  }

  #check ({ headers }: BodyPart, { contentTypes, headers: declared }: Encoding): void {
    const location = { in: 'body', pointer: this.#declared.pointer } as const
    const given = headers['content-type']
    if (given !== undefined && !allows(contentTypes, given)) {
      const expectation = { rule: 'mediaType', expected: `be ${contentTypes.join(' or ')}` }
      this.#violations.add(createViolation(location, expectation, given))
    }
    for (const header of declared) {
      const pointer = `${location.pointer}/headers/${header.name}`
      const check = createHeaderCheck(header, { in: 'body', pointer })
      check(headers, this.#violations)
    }
  }

  #readJson ({ bytes }: BodyPart): unknown {
    const { pointer } = this.#declared
    const reading = parseJson(bytes.toString('utf8'), this.#violations.room)
    if (reading.kind === 'malformed') this.#violations.setMalformed()
    const violations = reading.violations.map(violation => {
      const message = violation.message.replace(/^body/, `body ${pointer}`)
      return { ...violation, pointer: pointer + violation.pointer, message }
    })
    this.#violations.addAll({ violations, more: reading.more })
    return reading.kind === 'value' ? reading.value : undefined
  }

  #readText ({ bytes, headers }: BodyPart, contentType: string): unknown {
    const { encoding, pointer, shape } = this.#declared
    const location = { in: 'body', pointer } as const
    const charset = knownCharset(charsetOf(contentType))
    if (charset === undefined || (charset === 'utf8' && !isUtf8(bytes))) {
      // A part without a type is text (RFC 7578, section 4.4), but clients forget the type of a
      // file.
      if (headers['content-type'] === undefined) return bytes
      const reason = charset === undefined ? `is ${charsetOf(contentType)}` : 'is not'
      this.#violations.add(createMalformed(location, 'be UTF-8', reason))
      return undefined
    }
    const text = bytes.toString(charset)
    if (encoding?.style === undefined) return coerce(text, itemsOf(shape))
    const { style, explode } = encoding
    const reading = readStyled(text, { name: '', style, explode, shape, decode: text => text })
    if (reading.kind === 'value') return reading.value
    this.#violations.add(createMalformed(location, reading.expected, `is ${JSON.stringify(shorten(text))}`))
    return undefined
  }
}

function allows (contentTypes: readonly string[], contentType: string): boolean {
  const mediaType = mediaTypeOf(contentType)
  return contentTypes.length === 0 || contentTypes.some(range => takesMediaType(range, mediaType))
}

/** A part of a list is one of its items, or all of them in JSON where the items are structured. */
function itemsOf (shape: Shape): Shape {
  return shape.isList && !shape.items.isStructured ? shape.items : shape
}

function mayBeStructured (shape: Shape): boolean {
  return shape.kinds.size === 0 ? !shape.isBinary : shape.isStructured
}

function isOnlyObjects (shape: Shape): boolean {
  return shape.holdsObjects && !shape.kinds.has('string')
}

function isText (mediaType: string): boolean {
  if (mediaType === '' || mediaType === FORM || mediaType.startsWith('text/')) return true
  return isJson(mediaType) || isXml(mediaType)
}
