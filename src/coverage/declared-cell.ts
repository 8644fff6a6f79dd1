import type { Dimension } from '../reports/test-report.ts'

/** A cell as a contract declares it, whoever touches it. */
export interface DeclaredCell {
  /** The same in every run, and in every version of the contract that has the thing. */
  readonly id: string
  readonly dimension: Dimension
  /** The name of the contract: `mews`. */
  readonly api: string
  /** The operation's id: `mews.addExport`; absent for what belongs to no operation. */
  readonly operation?: string
  /** In words, without the operation. */
  readonly name: string
  /** JSON pointer of the thing in the document; absent where the document does not name it. */
  readonly pointer?: string
}

/** Takes a cell, and returns the number by which its hits are counted; less than 0 for a cell that is not counted. */
export type AddCell = (cell: DeclaredCell) => number

/** The part of an operation or an API that has cells. */
export interface CellOwner {
  readonly api: string
  readonly operation?: string
}

/** Creates the function that adds the cells of an owner in one dimension, by what follows in their ids. */
export function createAdd (
  add: AddCell,
  { api, operation }: CellOwner,
  dimension: Dimension
): (key: string, name: string, pointer?: string) => number {
  const start = `${operation ?? api} ${dimension}`
  return (key, name, pointer) => add({
    id: `${start} ${key}`,
    dimension,
    api,
    ...operation !== undefined && { operation },
    name,
    ...pointer !== undefined && { pointer }
  })
}
