import type { HeaderDefinition, Operation, ResponseDefinition } from '../contract/contract.ts'
import { isFramingHeader } from '../contract/is-framing-header.ts'
import { listStatedValues } from '../contract/list-stated-values.ts'
import { createHeaderCheck } from '../messages/header-check.ts'
import { HeaderCollector } from '../messages/header-collector.ts'
import { isCorsHeader } from '../messages/is-cors-header.ts'
import type { Headers, HeaderValue } from '../messages/message.ts'
import { writeHeaders } from '../messages/write-headers.ts'
import type { Violation } from '../schemas/violation.ts'
import { ViolationList } from '../schemas/violation-list.ts'
import type { World } from '../worlds/world.ts'
import { drawAnew, drawSteadily } from './draw.ts'
import type { DrawPart } from './draw.ts'
import { seededGeneratorOf } from './generate-value.ts'

/** The headers of a documented response, and what HTTP cannot carry of them. */
export interface DocumentedHeaders {
  readonly defaultHeaders: Headers
  readonly defaultFlaws: readonly Violation[] | undefined
}

/** Returns the headers of a response. Those that are generated are the same each time for the same key. */
export type CreateHeaders = (world: World, keyOf?: () => string) => DocumentedHeaders

/**
 * Creates the function that returns the headers of a documented response of an operation: those for which the document
 * states a value, and generated ones where they are required. Headers that only the server writes are left out.
 */
export function headerValues (
  { headers }: Pick<ResponseDefinition, 'headers'>,
  { method }: Pick<Operation, 'method'>
): CreateHeaders {
  const collector = new HeaderCollector()
  const open: HeaderDefinition[] = []
  for (const header of headers.filter(({ name }) => !isFramingHeader(name, method))) {
    const value = statedValue(header)
    if (value !== undefined) collect(header, value, collector)
    // A generated value would keep every page from the response.
    else if (header.required && !isCorsHeader(header.name)) open.push(header)
  }
  const fixed = toDocumented(collector)
  if (open.length === 0) return () => fixed
  const generated = open.map(header => ({ header, generate: createHeader(header) }))
  return (world, keyOf) => {
    const drawPart = keyOf === undefined ? drawAnew(world, 'examples') : drawSteadily(world, keyOf())
    const collector = new HeaderCollector(fixed.defaultHeaders, fixed.defaultFlaws)
    for (const { generate, header } of generated) collect(header, generate(drawPart), collector)
    return toDocumented(collector)
  }
}

/** Adds a header. Two entries of one name, which their spelling keeps apart, are two cookies. */
function collect ({ name, writtenName }: HeaderDefinition, value: HeaderValue, collector: HeaderCollector): void {
  if (name !== 'set-cookie') {
    if (writtenName.length !== name.length) collector.addFlaw(name, 'be named without spaces around it', writtenName)
    return collector.add(name, value)
  }
  const others = collector.headers[name]
  collector.add(name, others === undefined ? value : [others, value].flat())
}

function toDocumented ({ flaws, headers }: HeaderCollector): DocumentedHeaders {
  return { defaultHeaders: headers, defaultFlaws: flaws }
}

/** Returns the first stated value that fits the schema; else the first example beside it, which does not fit. */
function statedValue (header: HeaderDefinition): HeaderValue | undefined {
  const written = listStatedValues(header).flatMap(({ value }) => writeHeaders(value, header))
  return written.find(value => fits(header, value)) ?? (header.examples.length > 0 ? written[0] : undefined)
}

function fits (header: HeaderDefinition, value: HeaderValue): boolean {
  const violations = new ViolationList()
  createHeaderCheck(header)({ [header.name]: value }, violations)
  return violations.isEmpty
}

function createHeader (header: HeaderDefinition): (drawPart: DrawPart) => HeaderValue {
  const { schema } = header
  if (schema === undefined) return () => ''
  const generate = seededGeneratorOf(schema, 'response')
  return drawPart => writeHeaders(generate(drawPart(header.name)).value, header)[0] ?? ''
}
