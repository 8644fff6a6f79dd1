import { readText } from '../documents/draft.ts'
import { readSource } from '../documents/list-documents.ts'
import { createInvalidDocument } from '../documents/problem.ts'
import type { Problem } from '../documents/problem.ts'
import { shownPath } from '../documents/shown-path.ts'
import type { SourcePosition } from '../documents/source-position.ts'
import { createSchemaCheck } from '../schemas/schema-check.ts'
import type { ArazzoDocument } from './arazzo.ts'
import { ARAZZO_SCHEMA } from './arazzo-schema.ts'

/** A file with an Arazzo document of valid form. */
export interface JourneyFile {
  readonly path: string
  /** The file as messages show it. */
  readonly file: string
  readonly document: ArazzoDocument
  /** Returns the position of a JSON pointer. */
  locate (pointer: string): SourcePosition
}

const checkForm = createSchemaCheck('journey', ARAZZO_SCHEMA)

/**
 * Reads a file with an Arazzo document and validates its form. Rejects with `InvalidDocument`, which has every
 * mistake with its place.
 */
export async function readJourney (path: string, allowRemoteRefs = false): Promise<JourneyFile> {
  const file = shownPath(path)
  const { locate, value } = readText(await readSource(path, file, allowRemoteRefs), file)
  const problems: Problem[] = []
  const report = (pointer: string, message: string): void => {
    problems.push({ file, place: locate(pointer), pointer, message })
  }
  const version = whyUnknownVersion(value)
  if (version !== undefined) report('/arazzo', version)
  else for (const { message, pointer } of checkForm(value)) report(pointer, message.replace(/^body /, ''))
  if (problems.length > 0) throw createInvalidDocument(problems)
  // A cast: its form has just been validated.
  return { path, file, document: value as ArazzoDocument, locate }
}

function whyUnknownVersion (value: unknown): string | undefined {
  const version = typeof value === 'object' && value !== null && 'arazzo' in value ? value.arazzo : undefined
  if (version === undefined) return 'is no journey: an Arazzo document begins with its version, as in "arazzo: 1.0.1"'
  // Without quotes, YAML reads 1.0 as the number 1.
  const text = typeof version === 'number' ? version.toFixed(1) : String(version)
  if (/^1\.[01](?:\.|$)/.test(text)) return undefined
  return `the version ${JSON.stringify(version)} of Arazzo is not supported; 1.0 and 1.1 are, as in "arazzo: 1.0.1"`
}
