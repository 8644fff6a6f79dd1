import { didYouMean } from './did-you-mean.ts'
import type { DocumentVersion } from '../documents/document-version.ts'
import { isObject } from '../documents/is-object.ts'
import type { JsonObject } from '../documents/is-object.ts'
import { escapePointer } from '../documents/json-pointer.ts'
import { METHODS } from './list-methods.ts'
import { listMissing } from './list-missing.ts'
import { nearest } from '../documents/nearest.ts'
import { membersOf } from './known-members.ts'
import type { AnyKind, SmallParts } from './known-members.ts'
import type { Report } from '../documents/problem.ts'
import type { Part } from '../documents/walk-document.ts'
import { wrongType } from './wrong-type.ts'

/** Reports the unknown members of a part, and those that it lacks. */
export type MemberCheck = (part: Pick<Part, 'kind' | 'value' | 'pointer'>) => void

/** An object of a document. Its pointer is a getter, as most have nothing to report. */
interface CheckedObject {
  readonly kind: AnyKind
  readonly value: JsonObject
  readonly pointer: string
}

/**
 * Creates a check of the parts of a document in a version, before they are upgraded: it reports members that OpenAPI
 * does not know, misspellings of `x-standin`, and required members that are missing.
 */
export function createMemberCheck (version: DocumentVersion, report: Report): MemberCheck {
  const check = (part: CheckedObject): void => {
    const { kind, value } = part
    const known = membersOf(kind, version)
    let unknown: string[] | undefined
    for (const name in value) {
      const small = known.get(name)
      if (small === null) continue
      if (small === undefined) unknown = [...unknown ?? [], name]
      else for (const held of listSmall(part, name, small)) check(held)
    }
    if (unknown !== undefined) for (const name of unknown) reportUnknown(part, name, { known, version, report })
    if (value.type !== undefined) checkType(part, version, report)
    for (const { names, message } of listMissing(kind, value, version)) {
      // A member that is misspelled is reported as that.
      const isMisspelled = unknown?.some(name => names.includes(nearest(name, known.keys()) ?? '')) === true
      if (!isMisspelled) report(part.pointer, message)
    }
  }
  return part => {
    // The members of a callback are URLs.
    if (part.kind !== 'callback') check(part)
  }
}

/** Reports a type that JSON Schema does not know, of a schema, or of what holds the members of one in Swagger 2.0. */
function checkType (part: CheckedObject, version: DocumentVersion, report: Report): void {
  const { kind, value } = part
  const isTyped = kind === 'schema' || (version === '2.0' && (kind === 'parameter' || kind === 'header'))
  const message = isTyped ? wrongType(value.type) : undefined
  if (message !== undefined) report(`${part.pointer}/type`, message)
}

function listSmall (holder: CheckedObject, name: string, { as, kind }: SmallParts): CheckedObject[] {
  const held = holder.value[name]
  const toPart = (value: unknown, rest: string): CheckedObject[] => {
    return isObject(value) ? [{ kind, value, get pointer () { return `${holder.pointer}/${name}${rest}` } }] : []
  }
  if (as === 'one') return toPart(held, '')
  if (typeof held !== 'object' || held === null) return []
  return Object.entries(held).flatMap(([key, value]) => toPart(value, `/${escapePointer(key)}`))
}

interface Knowledge {
  readonly known: ReadonlyMap<string, unknown>
  readonly version: DocumentVersion
  readonly report: Report
}

function reportUnknown (part: CheckedObject, name: string, knowledge: Knowledge): void {
  const message = describeUnknown(part, name, knowledge)
  if (message !== undefined) knowledge.report(`${part.pointer}/${escapePointer(name)}`, message)
}

/** Describes an unknown member; returns `undefined` where it is an extension, or one of another vocabulary. */
function describeUnknown (part: CheckedObject, name: string, { known, version }: Knowledge): string | undefined {
  if (/^x-/i.test(name)) return isNearStandin(name) ? `unknown word "${name}", did you mean "x-standin"?` : undefined
  const { kind, value } = part
  if (kind === 'schema') return describeKeyword(name, value[name], { known, version })
  // It is described as a whole: a value in the place of an Example Object may have any members.
  if (kind === 'example' && !isExample(value) && nearest(name, known.keys()) === undefined) return undefined
  const place = version === '2.0' ? undefined : placeOf(kind, name)
  if (place !== undefined) return `unknown member "${name}": ${place}`
  if (isNearStandin(name)) return `unknown member "${name}", did you mean "x-standin"?`
  const isMethod = kind === 'pathItem' && nearest(name, METHODS) === nearest(name, known.keys())
  const title = isMethod && nearest(name, METHODS) !== undefined ? 'method' : 'member'
  return `unknown ${title} "${name}"${didYouMean(name, [...known.keys()])}`
}

/**
 * Matches the misspellings of `x-standin` that make a document one with declarations, whose places are checked with
 * the declarations.
 */
export const STANDIN_SLIP = /^x-?stand-?ing?s?$/i

/** Returns whether `x-standin` is surely meant by a name. */
function isNearStandin (name: string): boolean {
  if (STANDIN_SLIP.test(name)) return false
  const letters = name.toLowerCase().replaceAll(/[^a-z]/g, '')
  const word = letters.startsWith('x') ? letters.slice(1) : letters
  // A word such as x-standby begins like it, and is another one.
  return nearest(word, ['standin'], word.startsWith('stand') ? 1 : 2) !== undefined
}

/** Describes an unknown keyword of a schema. Since OpenAPI 3.1, a schema may have keywords of any vocabulary. */
function describeKeyword (
  name: string, value: unknown, { known, version }: Omit<Knowledge, 'report'>
): string | undefined {
  const longNames = [...known.keys()].filter(keyword => keyword.length > 3)
  const near = name.length > 3 ? nearest(name, longNames, name.length < 8 ? 1 : 2) : undefined
  if (near !== undefined) return `unknown keyword "${name}", did you mean "${near}"?`
  if (isLikeSchema(value)) return `unknown keyword "${name}": a property belongs under "properties"`
  const isOpen = version === '3.1' || version === '3.2'
  return isOpen ? undefined : `unknown keyword "${name}": a keyword of your own begins with "x-"`
}

function isLikeSchema (value: unknown): boolean {
  return isObject(value) && (typeof value.type === 'string' || typeof value.$ref === 'string')
}

function isExample (value: JsonObject): boolean {
  return ['value', 'dataValue', 'serializedValue', 'externalValue', '$ref'].some(name => name in value)
}

/** The places of OpenAPI 3 for members that Swagger 2.0 has elsewhere. */
const PLACES: Readonly<Record<string, string>> = {
  consumes: 'the media types of requests are the members of "content" in "requestBody"',
  produces: 'the media types of responses are the members of their "content"',
  host: 'the address belongs in "servers"',
  basePath: 'the address belongs in "servers"',
  schemes: 'the address belongs in "servers"',
  definitions: 'it belongs in "components", as "schemas"',
  securityDefinitions: 'it belongs in "components", as "securitySchemes"'
}

/** Says where a member belongs that another kind of object has; returns `undefined` where none has it. */
function placeOf (kind: AnyKind, name: string): string | undefined {
  const isIn = (other: AnyKind): boolean => membersOf(other, '3.2').has(name)
  if ((kind === 'document' || kind === 'operation') && Object.hasOwn(PLACES, name)) return PLACES[name]
  if (kind === 'document' && isIn('components')) return 'it belongs in "components"'
  if ((kind === 'response' || kind === 'requestBody') && isIn('mediaType')) {
    return 'it belongs under a media type in "content"'
  }
  if ((kind === 'parameter' || kind === 'header' || kind === 'mediaType') && isIn('schema')) {
    return 'it belongs under "schema"'
  }
  return kind === 'pathItem' && isIn('operation') ? 'it belongs in each operation' : undefined
}
