/** The codes of findings, as validators of pacts have them, and whether each fails a check. */
export const FINDING_CODES = {
  'request.path-or-method.unknown': 'error',
  'request.accept.incompatible': 'error',
  'request.accept.unknown': 'warning',
  'request.authorization.missing': 'error',
  'request.body.incompatible': 'error',
  'request.body.unknown': 'warning',
  'request.content-type.incompatible': 'error',
  'request.content-type.missing': 'warning',
  'request.content-type.unknown': 'warning',
  'request.header.incompatible': 'error',
  'request.header.unknown': 'warning',
  'request.query.incompatible': 'error',
  'request.query.unknown': 'warning',
  'response.status.unknown': 'error',
  'response.status.default': 'warning',
  'response.body.incompatible': 'error',
  'response.body.unknown': 'error',
  'response.content-type.incompatible': 'error',
  'response.content-type.unknown': 'warning',
  'response.header.incompatible': 'error',
  'response.header.undefined': 'warning',
  'response.header.unknown': 'error'
} as const

export type FindingCode = keyof typeof FINDING_CODES

/** A place at which an interaction and a contract do not fit. */
export interface PactFinding {
  readonly code: FindingCode
  readonly message: string
}

/** Returns whether a finding fails a check. */
export function isError ({ code }: PactFinding): boolean {
  return FINDING_CODES[code] === 'error'
}
