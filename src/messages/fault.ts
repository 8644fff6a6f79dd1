/** The faults that a stub can cause on a connection. */
export const FAULTS = [
  'reset-before-headers',
  'reset-after-headers',
  'no-answer',
  'truncated-body',
  'garbage',
  'wrong-content-length'
] as const

export type Fault = (typeof FAULTS)[number]
