/** A group of tests some of which fail in Ajv itself. */
export interface KnownFailure {
  readonly file: string
  readonly group: string
  readonly tests: readonly string[]
  readonly reason: string
}

const CONTAINS = 'Ajv takes all items for evaluated beside `contains`, not only those that match it.'

/** The required tests that fail in Ajv itself, with the reasons. */
export const KNOWN_FAILURES: readonly KnownFailure[] = [
  {
    file: 'unevaluatedItems',
    group: 'unevaluatedItems with nested items',
    tests: ['with no additional items', 'with invalid additional item'],
    reason: 'Ajv takes no items for evaluated by `items` in one of several alternatives.'
  },
  {
    file: 'unevaluatedItems',
    group: 'unevaluatedItems depends on adjacent contains',
    tests: ['contains passes, second item is not evaluated'],
    reason: CONTAINS
  },
  {
    file: 'unevaluatedItems',
    group: 'unevaluatedItems depends on multiple nested contains',
    tests: ['7 not evaluated, fails unevaluatedItems'],
    reason: CONTAINS
  },
  {
    file: 'unevaluatedItems',
    group: 'unevaluatedItems and contains interact to control item dependency relationship',
    tests: [
      "only b's are invalid",
      "only c's are invalid",
      "only b's and c's are invalid",
      "only a's and c's are invalid"
    ],
    reason: CONTAINS
  },
  {
    file: 'unevaluatedProperties',
    group: 'unevaluatedProperties with if/then/else, then not defined',
    tests: ['when if is false and has unevaluated properties'],
    reason: 'Ajv takes what an `if` without `then` looks at for evaluated even where the `if` does not match.'
  },
  {
    file: 'vocabulary',
    group: 'schema that uses custom metaschema with with no validation vocabulary',
    tests: ['no validation: invalid number, but it still validates'],
    reason: 'Ajv knows one set of keywords, whatever vocabularies the meta-schema of a `$schema` lists.'
  }
]
