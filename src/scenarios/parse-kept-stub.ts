import type { ParseStub } from './parse-stub.ts'
import type { Stub } from './stub.ts'

/** A stub as it is kept: as it was given, with its counts. */
export type KeptStub = Pick<Stub, 'called' | 'drawn' | 'given' | 'id' | 'used'>

/**
 * Parses a stub again that goes on with its counts. `pointer` is where it stands, for the places of its violations.
 * Throws `InvalidStub`.
 */
export function parseKeptStub ({ called, drawn, given, id, used }: KeptStub, parse: ParseStub, pointer?: string): Stub {
  const counts = { used, ...called !== undefined && { called }, ...drawn !== undefined && { drawn } }
  return { ...parse(given, id, pointer), ...counts }
}
