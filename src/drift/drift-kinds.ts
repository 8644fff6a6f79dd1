/** How much a difference weighs: an error contradicts the contract, a warning goes beyond it, a note is an absence. */
export type Severity = 'error' | 'warning' | 'note'

/** The kinds of differences between a service and its contract, in the order in which reports show them. */
export const DRIFT_KINDS = [
  'undocumented-path',
  'undocumented-method',
  'undocumented-status',
  'undocumented-media-type',
  'undocumented-member',
  'missing-body',
  'missing-member',
  'missing-header',
  'missing-parameter',
  'wrong-type',
  'value-outside-enum',
  'value-out-of-bounds',
  'schema-mismatch',
  'unreadable',
  'undeclared-member',
  'undocumented-header',
  'undocumented-parameter',
  'unseen-operation',
  'unseen-status',
  'unseen-member',
  'unseen-value'
] as const

export type DriftKind = typeof DRIFT_KINDS[number]

/** What a kind is about. */
export interface KindFacts {
  readonly severity: Severity
  /** As a heading. */
  readonly title: string
  readonly description: string
}

export const KIND_FACTS: Readonly<Record<DriftKind, KindFacts>> = {
  'undocumented-path': {
    severity: 'error',
    title: 'Undocumented paths',
    description: 'The service accepts requests at a path that the contract does not have.'
  },
  'undocumented-method': {
    severity: 'error',
    title: 'Undocumented methods',
    description: 'The service accepts a method that the contract does not have at this path.'
  },
  'undocumented-status': {
    severity: 'error',
    title: 'Undocumented statuses',
    description: 'The service responds with a status that the operation does not document.'
  },
  'undocumented-media-type': {
    severity: 'error',
    title: 'Undocumented media types',
    description: 'A body has a media type that the operation does not document there.'
  },
  'undocumented-member': {
    severity: 'error',
    title: 'Undocumented members',
    description: 'A body has a member that its schema forbids, because it is not declared.'
  },
  'missing-body': {
    severity: 'error',
    title: 'Missing bodies',
    description: 'A message has no body, though the contract requires one.'
  },
  'missing-member': {
    severity: 'error',
    title: 'Missing members',
    description: 'A body lacks a member that its schema requires.'
  },
  'missing-header': {
    severity: 'error',
    title: 'Missing headers',
    description: 'A response lacks a header that the contract requires.'
  },
  'missing-parameter': {
    severity: 'error',
    title: 'Missing parameters',
    description: 'The service accepts a request without a parameter that the contract requires.'
  },
  'wrong-type': {
    severity: 'error',
    title: 'Wrong types',
    description: 'A value has another type than its schema says.'
  },
  'value-outside-enum': {
    severity: 'error',
    title: 'Values outside enums',
    description: 'A value is none of those that its schema lists.'
  },
  'value-out-of-bounds': {
    severity: 'error',
    title: 'Values out of bounds',
    description: 'A value is outside the bounds, the pattern or the format that its schema states.'
  },
  'schema-mismatch': {
    severity: 'error',
    title: 'Other violations of schemas',
    description: 'A value violates its schema in another way.'
  },
  unreadable: {
    severity: 'error',
    title: 'Unreadable messages',
    description: 'A part of a message cannot be read as the contract says that it is written.'
  },
  'undeclared-member': {
    severity: 'warning',
    title: 'Undeclared members',
    description: 'A body has a member that its schema allows, but does not declare.'
  },
  'undocumented-header': {
    severity: 'warning',
    title: 'Undocumented headers',
    description: 'A message has a header of the API that the operation does not document.'
  },
  'undocumented-parameter': {
    severity: 'warning',
    title: 'Undocumented query parameters',
    description: 'The service accepts a query parameter that the operation does not document.'
  },
  'unseen-operation': {
    severity: 'note',
    title: 'Operations never seen',
    description: 'No recorded request was for this operation.'
  },
  'unseen-status': {
    severity: 'note',
    title: 'Statuses never seen',
    description: 'The operation was seen, but never with this documented status.'
  },
  'unseen-member': {
    severity: 'note',
    title: 'Members never seen',
    description: 'Bodies with this schema were seen, but never with this documented member.'
  },
  'unseen-value': {
    severity: 'note',
    title: 'Enum values never seen',
    description: 'The member or the parameter was seen, but never with this documented value.'
  }
}
