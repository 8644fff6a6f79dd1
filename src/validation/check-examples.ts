import type { Contract, Example, MediaType, Operation } from '../contract/contract.ts'
import type { Problem } from '../documents/problem.ts'
import { schemaValidator } from '../schemas/schema-validator.ts'
import { toViolations } from '../schemas/to-violations.ts'
import type { Direction } from '../schemas/schema-variant.ts'

const MAX_VIOLATIONS = 20

export interface CheckExamplesOptions {
  /**
   * Which to check.
   * @default both
   */
  readonly sources?: ReadonlyArray<Example['source']>
}

/** Holds the canned bodies of a contract to their schemas; says of each that breaks it which file and member it is. */
export function checkExamples (contract: Contract, { sources = ['fixture', 'example'] }: CheckExamplesOptions = {}): Problem[] {
  return contract.operations.flatMap(operation =>
    listBodies(operation).flatMap(body =>
      body.mediaType.examples
        .filter(example => sources.includes(example.source))
        .flatMap(example => checkExample(example, body).map(message => ({ file: example.where, message: `(${body.title}) ${message}` })))
    )
  )
}

interface Body {
  readonly title: string
  readonly mediaType: MediaType
  readonly direction: Direction
}

function listBodies ({ id, body, responses }: Operation): Body[] {
  return [
    ...(body?.content ?? []).map(mediaType => ({ title: `the request of ${id}`, mediaType, direction: 'request' as const })),
    ...responses.flatMap(({ status, content }) => content.map(mediaType => ({ title: `the ${status} of ${id}`, mediaType, direction: 'response' as const })))
  ]
}

function checkExample ({ value }: Example, { mediaType: { schema }, direction }: Body): string[] {
  const errors = schema === undefined ? undefined : schemaValidator(schema, direction)(value)
  if (errors === undefined || schema === undefined) return []
  const { violations } = toViolations(errors, schema, { location: { in: 'body', pointer: '' }, max: MAX_VIOLATIONS })
  return violations.map(violation => violation.message)
}
