import type { Operation } from '../contract/contract.ts'
import { attempt } from './declaration.ts'
import type { Declaration } from './declaration.ts'

/** A limit of a document, where it stands. */
export interface LimitDeclaration {
  readonly name: string
  readonly declaration: Declaration
  /** The operation that declares it; `undefined` at the root of the document. */
  readonly owner: Operation | undefined
  /** The operations whose requests it can count. */
  readonly operations: readonly Operation[]
}

/** The limits under the `x-standin` of an operation. */
export interface OwnLimits {
  readonly owner: Operation
  readonly limits: Declaration
}

/** Lists the limits at the root of a document and in its operations. Reports names that are given twice. */
export function listLimits (
  root: Declaration | undefined,
  own: readonly OwnLimits[],
  operations: readonly Operation[]
): readonly LimitDeclaration[] {
  const limits = new Map<string, LimitDeclaration>()
  for (const [name, declaration] of entriesOf(root)) {
    limits.set(name, { name, declaration, owner: undefined, operations })
  }
  for (const { limits: declared, owner } of own) {
    for (const [name, declaration] of entriesOf(declared)) {
      const other = limits.get(name)
      if (other === undefined) limits.set(name, { name, declaration, owner, operations: [owner] })
      else reportTaken(declaration, other)
    }
  }
  return [...limits.values()]
}

function entriesOf (declaration: Declaration | undefined): Array<[name: string, limit: Declaration]> {
  return attempt(() => declaration?.entries()) ?? []
}

function reportTaken (declaration: Declaration, { name, owner }: LimitDeclaration): void {
  const where = owner === undefined ? 'at the root' : `in ${owner.id}`
  attempt(() => declaration.refuse(`there is a limit "${name}" ${where} already: give this one another name`))
}
