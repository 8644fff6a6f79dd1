import type { DocumentVersion } from './document-version.ts'
import { documentVersion } from './document-version.ts'
import type { JsonObject } from './is-object.ts'
import { Origins } from './origins.ts'
import type { SourceText } from './origins.ts'
import { createInvalidDocument } from './problem.ts'
import type { Problem, Report } from './problem.ts'
import { createLocator, readDocument } from './read-document.ts'

/** The file that a contract comes from, its name, and the path under which it is served. */
export interface ContractOrigin {
  /** The file as messages show it: `openapi/mews.yaml`. */
  readonly file: string
  /** The contract's name: `mews`. */
  readonly name: string
  /**
   * The path of the file, to which `$ref`s to other files are relative.
   * @default `file`
   */
  readonly path?: string
  /**
   * The path under which the contract is served.
   * @default the path of its first server, and the root
   */
  readonly mount?: string | undefined
}

/** A text and its value. */
export interface ReadText extends SourceText {
  /** The parsed value; changes of the document change it in place. */
  readonly value: unknown
}

/** An OpenAPI document that is being made a contract. */
export interface Draft {
  readonly origin: ContractOrigin
  readonly version: DocumentVersion
  readonly document: JsonObject
  /** Its own text, and the texts of the files and overlays that were merged into it. */
  readonly texts: string[]
  readonly origins: Origins
  /** Mistakes that do not keep it from being served. */
  readonly warnings: Problem[]
}

/** Parses a text, and keeps its places. Throws `InvalidDocument` where it is neither YAML nor JSON. */
export function readText (text: string, file: string): ReadText {
  const reading = readDocument(text, file)
  if (reading.kind === 'unreadable') {
    throw createInvalidDocument(reading.problems.map(problem => ({ file, ...problem })))
  }
  return { file, text, value: reading.value, locate: createLocator(text) }
}

/** Creates a draft of a parsed text. Throws `InvalidDocument` where that is not an OpenAPI document. */
export function createDraft (source: ReadText, origin: ContractOrigin): Draft {
  const { file, locate, value } = source
  const problems: Problem[] = []
  const version = documentVersion(value, (pointer, message) => {
    problems.push({ file, place: locate(pointer), pointer, message })
  })
  if (version === undefined) throw createInvalidDocument(problems)
  // Only an object has a version.
  const document = value as JsonObject
  return { origin, version, document, texts: [source.text], origins: new Origins(source), warnings: [] }
}

/** Creates a warning about a part of the present document; its place is a getter. */
export function warningAt ({ origins }: Pick<Draft, 'origins'>, at: string, message: string): Problem {
  const { source, pointer } = origins.find(at)
  // A getter, because finding a line parses the file again, which would slow down every start.
  return { severity: 'warning', file: source.file, pointer, message, get place () { return source.locate(pointer) } }
}

/** Returns a function that adds a warning about a part of the present document. */
export function warn (draft: Pick<Draft, 'origins' | 'warnings'>): Report {
  return (pointer, message) => draft.warnings.push(warningAt(draft, pointer, message))
}

/** Receives the path of each file or folder before it is read. */
export type OnRead = (path: string) => void

/** Options for making a contract of a draft. */
export interface FinishOptions {
  /**
   * Whether `$ref`s to http(s) URLs are fetched.
   * @default false
   */
  readonly allowRemoteRefs?: boolean | undefined
  /**
   * Folders whose files may be referred to, beside those below the document's own.
   * @default none
   */
  readonly allowPaths?: readonly string[] | undefined
  /** Receives every file and folder that is read or looked for, so that they can be watched. */
  readonly onRead?: OnRead | undefined
}
