import type { OpenApiDocument } from '../contract/contract.ts'
import type { SchemaGraph } from './schema-graph.ts'
import type { SchemaReferences } from '../documents/schema-references.ts'
import type { SchemaVariant } from './schema-variant.ts'

/** A schema that is being copied. */
export interface CopySource {
  readonly value: unknown
  readonly pointer: string
  /** The pointer of the schema with an `$id` that references are relative to. */
  readonly base: string
  readonly variant: SchemaVariant
  /** The pointer of the outermost schema of the same copy. */
  readonly root: string
  /** The schemas of the same copy that this one is part of. */
  readonly parents: readonly CopySource[]
}

/** The context that all copies of a document's schemas share. */
export interface CopyContext {
  readonly document: OpenApiDocument
  readonly references: SchemaReferences
  readonly graph: SchemaGraph
  readonly report: ReportUnusable
  /** Returns the key of the copy of another schema, which is made later. */
  readonly keyOf: (pointer: string, variant: SchemaVariant) => string
}

/** Reports what stands in a schema at a pointer and cannot be used. */
export type ReportUnusable = (pointer: string, message: string) => void
