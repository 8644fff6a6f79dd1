import type { Operation } from '../contract/contract.ts'
import { collectionName, pathParts } from './path-parts.ts'
import type { PathParts } from './path-parts.ts'

/** Verbs at the end of paths; `undefined` for a path without one. */
export type Verbs = ReadonlyArray<string | undefined>

/** The operations whose paths have the same base. */
export class OperationGroup {
  readonly key: string
  readonly name: string
  /** The path parameter that names an item. */
  readonly id: string | undefined
  readonly #operations: ReadonlyArray<PathParts & { readonly operation: Operation }>

  constructor (key: string, operations: readonly Operation[]) {
    this.key = key
    this.name = collectionName(pathParts(operations[0] ?? { path: key }))
    this.#operations = operations.map(operation => ({ operation, ...pathParts(operation) }))
    this.id = this.#operations.find(({ id }) => id !== undefined)?.id
  }

  /** Lists the operations on the collection as a whole. */
  onAll (methods: readonly string[], verbs: Verbs): Operation[] {
    return this.#list(methods, verbs).filter(({ id }) => id === undefined).map(({ operation }) => operation)
  }

  /** Lists the operations on an item. */
  onItem (methods: readonly string[], verbs: Verbs): Operation[] {
    return this.#list(methods, verbs).filter(({ id }) => id !== undefined).map(({ operation }) => operation)
  }

  #list (methods: readonly string[], verbs: Verbs): Array<PathParts & { readonly operation: Operation }> {
    return this.#operations.filter(({ operation: { method }, verb }) =>
      methods.includes(method) && verbs.includes(verb?.toLowerCase()))
  }
}
