import { dirname } from 'node:path'
import { absolutePath } from '../documents/shown-path.ts'
import { SHIPPED_FIXTURES, SHIPPED_OPENAPI } from '../options.ts'
import type { StandinOptions } from '../standin-options.ts'

/** Returns the options of a stand-in for documents; for the shipped ones where none are named. */
export function servedOptions (documents: readonly string[], options: StandinOptions): StandinOptions {
  if (documents.length === 0) return options
  // Shipped documents have the shipped fixtures, among others too.
  const fixtures = documents.some(isShippedDocument) ? { fixtures: SHIPPED_FIXTURES } : {}
  return { openapi: documents, ...fixtures, ...options }
}

export function isShippedDocument (path: string): boolean {
  return dirname(absolutePath(path)) === SHIPPED_OPENAPI
}
