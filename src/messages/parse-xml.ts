import type { MediaType } from '../contract/contract.ts'
import { shapeOf } from '../schemas/shape.ts'
import type { Shape } from '../schemas/shape.ts'
import type { Violation } from '../schemas/violation.ts'
import { ViolationList } from '../schemas/violation-list.ts'
import { BODY, createMalformed, createViolation } from '../schemas/create-violation.ts'
import type { BodyReading } from './body-reading.ts'
import { readElements } from './read-elements.ts'
import { readXmlValue } from './read-xml-value.ts'
import { rootNameOf } from './xml-form.ts'

/**
 * Parses XML as the value that its schema describes by `xml`: names, attributes, wrapped lists and
 * namespaces.
 */
export function parseXml (text: string, declared: MediaType | undefined): BodyReading {
  const violations = new ViolationList()
  const report = (violation: Violation) => violations.add(violation)
  const shape = shapeOf(declared?.schema)
  const value = readXml(text, { shape, report, rootName: rootNameOf(shape, declared?.schema) })
  const counted = violations.counted()
  return violations.isMalformed ? { kind: 'malformed', ...counted } : { kind: 'value', value, ...counted }
}

export interface ReadXmlOptions {
  readonly shape: Shape
  /** Reports violations that no schema can see. */
  readonly report: (violation: Violation) => void
  /**
   * The name that the root element must have.
   * @default any
   */
  readonly rootName?: string | undefined
}

/** Reads XML as the value that a shape describes; returns `undefined` for text that is not XML. */
export function readXml (text: string, { shape, report, rootName }: ReadXmlOptions): unknown {
  const reading = readElements(text.replace(/^\uFEFF/, ''))
  if (reading.kind === 'malformed') {
    report(createMalformed(BODY, 'be XML', reading.reason))
    return undefined
  }
  const { root } = reading
  // Some schemas describe XML as a string.
  if (root.children.length > 0 && shape.isString) return text
  if (rootName !== undefined && root.name !== rootName) {
    report(createViolation(BODY, { rule: 'xml', expected: `be the element ${rootName}` }, root.name))
  }
  return readXmlValue({ element: root, shape, pointer: '' }, report)
}
