import type { SchemaReference } from '../contract/contract.ts'
import type { Resource } from '../worlds/resource.ts'
import { sizeOfValue } from '../worlds/size-of-value.ts'
import type { ResourceType, Scope, Subject } from './scope.ts'
import { shownMembers, withoutDeclared } from './shown-members.ts'
import { subjectOf } from './subject-of.ts'
import { TemplateBudget } from './template-budget.ts'
import type { RowTable } from './write-rows.ts'

/** The columns of rows. */
export interface Columns {
  readonly names: readonly string[]
  /** Returns a row by its columns, from the item of a scope. */
  readonly toRow: (scope: Scope) => Record<string, unknown>
}

/** The facts of rows that are known before there are any. */
interface RowForm {
  /** The word for one row: `Customer`. */
  readonly name: string
  /** The schema of what a row is made of. */
  readonly schema: SchemaReference | undefined
  /** What each row has of what it is made of; `undefined` for all of it. */
  readonly columns: Columns | undefined
}

/** Returns values as rows, by their columns where some are declared. */
export function toTable (
  items: readonly unknown[],
  { columns, name, schema }: RowForm,
  subject: Subject,
  scope: Scope
): RowTable {
  if (columns === undefined) return { rows: items, columns, name, schema }
  const own: Scope = { ...withoutDeclared(subject, scope), now: subject.resource.created }
  const rows = items.map(item => columns.toRow({ ...withBudget(own), item }))
  return { rows, columns: columns.names, name, schema: undefined }
}

/** Returns resources as clients saw them when the resource that has the files was created. */
export function shownRows (
  rows: readonly Resource[],
  type: ResourceType | undefined,
  { resource: { created } }: Subject,
  scope: Scope
): readonly unknown[] {
  if (type === undefined) return []
  const then: Scope = { ...scope, now: created }
  return rows
    .filter(row => row.type === type.id)
    .map(row => shownMembers(subjectOf(row, type, created), withBudget(then)))
}

/** Gives a row a budget of its own, as there is no template of all rows together. */
function withBudget (scope: Scope): Scope {
  return { ...scope, budget: new TemplateBudget() }
}

/** Generated rows, and the schema that they were generated from. */
interface KeptRows {
  readonly schema: SchemaReference
  readonly rows: readonly unknown[]
}

/** Returns as many generated rows as are wanted, which are kept. */
export function generatedRows (
  { count, schema }: { readonly schema: SchemaReference, readonly count: number },
  { resource, type }: Subject,
  scope: Scope
): readonly unknown[] {
  const { rowFiles, world } = scope
  const key = `rows ${type.id} ${resource.id} ${resource.number}`
  // A cast: nothing else is kept under such a key.
  const kept = world.store.kept(key) as KeptRows | undefined
  if (kept?.schema === schema && kept.rows.length === count) return kept.rows
  const rows = rowFiles.generate(schema, {
    count,
    seed: world.seedFor(`rows ${type.id} ${resource.id}`),
    now: resource.created,
    locale: world.locale
  })
  world.store.keep(key, { schema, rows }, sizeOfValue(rows))
  return rows
}
