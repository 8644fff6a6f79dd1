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

/** Returns whether a text names a fault. */
export function isFault (text: unknown): text is Fault {
  return FAULTS.some(fault => fault === text)
}
