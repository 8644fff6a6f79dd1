import type { OpenApiDocument } from './contract.ts'
import { didYouMean } from './did-you-mean.ts'
import { isObject } from '../documents/is-object.ts'
import type { JsonObject } from '../documents/is-object.ts'
import { EXTENDED_STYLES, isPlace, QUERYSTRING, STYLES } from './list-parameters.ts'
import type { Report } from '../documents/problem.ts'
import { resolveRef } from '../documents/resolve-ref.ts'
import type { Located } from '../documents/resolve-ref.ts'

const PLACES = [...Object.keys(STYLES), QUERYSTRING]

/** A parameter whose name and place are valid. */
export interface DeclaredParameter {
  readonly name: string
  readonly in: string
  readonly pointer: string
}

/** Reports the mistakes of a list of parameters, and returns those with a valid name and place. */
export function checkParameters (
  document: OpenApiDocument, parameters: unknown, pointer: string, report: Report
): DeclaredParameter[] {
  if (parameters === undefined) return []
  if (!Array.isArray(parameters)) {
    report(pointer, 'must be a list of parameters')
    return []
  }
  const declared: DeclaredParameter[] = []
  for (const [index, part] of parameters.entries()) {
    const where = `${pointer}/${index}`
    if (!isObject(part)) {
      report(where, 'must be an object with "name" and "in"')
      continue
    }
    const found = resolveRef<JsonObject>(document, part, where)
    const parameter = found === undefined ? undefined : checkParameter(found, report)
    if (parameter !== undefined) declared.push(parameter)
  }
  checkTwice(declared, report)
  return declared
}

function checkTwice (declared: readonly DeclaredParameter[], report: Report): void {
  const seen = new Set<string>()
  for (const { name, in: place, pointer } of declared) {
    const key = `${place} ${name}`
    if (seen.has(key)) report(pointer, `the parameter "${name}" is declared twice: remove one of them`)
    seen.add(key)
  }
}

function checkParameter ({ value, pointer }: Located<JsonObject>, report: Report): DeclaredParameter | undefined {
  const { name, in: place, style, schema, content } = value
  if (typeof name !== 'string' || typeof place !== 'string') {
    report(pointer, 'the parameter needs a "name" and an "in"')
    return undefined
  }
  if (place === QUERYSTRING) return checkQuerystring({ name, in: place, pointer }, value, report)
  if (!isPlace(place)) {
    report(`${pointer}/in`, `the parameter "${name}" is in "${place}"${didYouMean(place, PLACES)}`)
    return undefined
  }
  const styles: readonly string[] = STYLES[place]
  const written = String(style)
  if (style !== undefined && !styles.includes(written) && !EXTENDED_STYLES.includes(written)) {
    report(`${pointer}/style`, `the parameter "${name}" has the style "${written}"${didYouMean(written, styles)}`)
  }
  if (schema === undefined && content === undefined) {
    report(pointer, `the parameter "${name}" needs a "schema" or a "content"`)
  }
  checkOneMediaType({ name, pointer }, content, report)
  return { name, in: place, pointer }
}

type NamedParameter = Pick<DeclaredParameter, 'name' | 'pointer'>

function checkOneMediaType ({ name, pointer }: NamedParameter, content: unknown, report: Report): void {
  if (!isObject(content) || Object.keys(content).length === 1) return
  report(`${pointer}/content`, `the parameter "${name}" must have exactly one media type in "content"`)
}

/** The members that describe a single value, which the whole query is not. */
const MEMBERS_OF_VALUES = ['schema', 'style', 'explode', 'allowReserved', 'allowEmptyValue']

function checkQuerystring (declared: DeclaredParameter, value: JsonObject, report: Report): DeclaredParameter {
  const { name, pointer } = declared
  for (const member of MEMBERS_OF_VALUES) {
    if (value[member] === undefined) continue
    report(`${pointer}/${member}`, `the parameter "${name}" is the whole query, which has "content", not "${member}"`)
  }
  if (!isObject(value.content)) report(pointer, `the parameter "${name}" needs a "content"`)
  checkOneMediaType(declared, value.content, report)
  return declared
}

/** Reports parameters of the query beside one that is the whole query. */
export function checkQuery (declared: readonly DeclaredParameter[], report: Report): void {
  const whole = declared.find(parameter => parameter.in === QUERYSTRING)
  if (whole === undefined) return
  for (const parameter of declared) {
    if (parameter === whole || (parameter.in !== 'query' && parameter.in !== QUERYSTRING)) continue
    const reason = `"${whole.name}" is the whole query: describe it there`
    report(parameter.pointer, `the parameter "${parameter.name}" cannot be beside it: ${reason}`)
  }
}
