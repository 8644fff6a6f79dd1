import type { Contract, Example, MediaType, Operation } from '../contract/contract.ts'
import type { Problem } from '../documents/problem.ts'
import { BODY } from '../schemas/create-violation.ts'
import { schemaValidator } from '../schemas/schema-validator.ts'
import { toViolations } from '../schemas/to-violations.ts'
import type { Direction } from '../schemas/schema-variant.ts'

/** The most violations that are reported of one example. */
const MAX_VIOLATIONS = 20

export interface CheckExamplesOptions {
  /**
   * The sources of the examples to validate.
   * @default ['fixture', 'example']
   */
  readonly sources?: ReadonlyArray<Example['source']>
}

/**
 * Validates the fixtures and examples of a contract; returns a problem for each violation, in the
 * file of the example.
 */
export function checkExamples (
  { operations }: Contract,
  { sources = ['fixture', 'example'] }: CheckExamplesOptions = {}
): Problem[] {
  const problems: Problem[] = []
  for (const body of operations.flatMap(listBodies)) {
    for (const example of body.mediaType.examples) {
      if (!sources.includes(example.source)) continue
      for (const message of checkExample(example, body)) {
        problems.push({ file: example.where, message: `(${body.title}) ${message}` })
      }
    }
  }
  return problems
}

/** A body that an operation declares. */
interface Body {
  readonly title: string
  readonly mediaType: MediaType
  readonly direction: Direction
}

function listBodies ({ id, body, responses }: Operation): Body[] {
  const bodies: Body[] = []
  for (const mediaType of body?.content ?? []) {
    bodies.push({ title: `the request of ${id}`, mediaType, direction: 'request' })
  }
  for (const { status, content } of responses) {
    for (const mediaType of content) {
      bodies.push({ title: `the ${status} of ${id}`, mediaType, direction: 'response' })
    }
  }
  return bodies
}

function checkExample ({ value }: Example, { mediaType: { schema }, direction }: Body): string[] {
  if (schema === undefined) return []
  const errors = schemaValidator(schema, direction)(value)
  if (errors === undefined) return []
  const { violations } = toViolations(errors, schema, { location: BODY, max: MAX_VIOLATIONS })
  return violations.map(violation => violation.message)
}
