/** The ways in which a request can be refused on purpose: `x-standin-refusal`. */
export const REFUSALS = [
  'invalid',
  'unauthorized',
  'missing',
  'duplicate',
  'replay',
  'limit',
  'conflict'
] as const

export type Refusal = typeof REFUSALS[number]
