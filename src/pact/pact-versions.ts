/** The versions of Pact's specification that are written. */
export const PACT_VERSIONS = ['4', '3'] as const

export type PactVersion = typeof PACT_VERSIONS[number]
