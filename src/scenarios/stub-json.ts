import { isObject } from '../contract/is-object.ts'
import { nearest } from '../contract/nearest.ts'
import { InvalidStub } from '../errors.ts'
import type { Violation } from '../validation/violation.ts'

/** How deep a stub may be nested: what takes it apart must come to an end. */
const DEEPEST = 100

/** Throws `InvalidStub`; its `violations` say where the contract would be broken. */
export function refuseStub (problem: string, violations: readonly Violation[] = []): never {
  throw Object.assign(new InvalidStub(problem), { violations })
}

/** Refuses a word that is not known, naming the nearest that is. */
export function refuseWord (what: string, word: string, known: readonly string[]): never {
  const near = nearest(word, known)
  const hint = near === undefined ? '' : `, did you mean "${near}"?`
  return refuseStub(`${what} "${word}" is not known${hint}${known.length === 0 ? '' : ` (known: ${known.join(', ')})`}`)
}

/** An object's members, each of them known. */
export function readMembers (value: unknown, place: string, known: readonly string[]): Readonly<Record<string, unknown>> {
  const members = readObject(value, place)
  const unknown = Object.keys(members).find(name => !known.includes(name))
  return unknown === undefined ? members : refuseWord(`in ${place}, the member`, unknown, known)
}

export function readObject (value: unknown, place: string): Readonly<Record<string, unknown>> {
  return isObject(value) ? value : refuseStub(`${place} must be an object`)
}

/** Refuses a stub that is nested deeper than anything sensible. */
export function refuseDepth (stub: unknown): void {
  let level: unknown[] = [stub]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEEPEST) refuseStub(`it is nested deeper than ${DEEPEST} levels`)
    level = level.flatMap(value => typeof value === 'object' && value !== null ? Object.values(value) : [])
  }
}
