/** What can go wrong with a connection on purpose. */
export const FAULTS = ['reset-before-headers', 'reset-after-headers', 'no-answer', 'truncated-body', 'garbage', 'wrong-content-length'] as const

export type Fault = (typeof FAULTS)[number]
