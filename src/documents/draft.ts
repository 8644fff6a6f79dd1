import type { DocumentVersion } from './document-version.ts'
import { documentVersion } from './document-version.ts'
import { Origins } from './origins.ts'
import type { SourceText } from './origins.ts'
import { createInvalidDocument } from './problem.ts'
import type { Problem } from './problem.ts'
import { createLocator, readDocument } from './read-document.ts'

export interface ContractOrigin {
  /** The file it comes from, as it is shown in messages. */
  readonly file: string
  /** What the contract is called: `mews`. */
  readonly name: string
  /**
   * Where the file is, from which `$ref`s to other files lead.
   * @default the file as it is shown
   */
  readonly path?: string
  /**
   * The path that it is served under.
   * @default that of its first server, and none
   */
  readonly mount?: string | undefined
}

/** A text that has been read. */
export interface ReadText extends SourceText {
  readonly text: string
  /** What it says; a change of the document changes it. */
  readonly value: unknown
}

/** An OpenAPI document as its author wrote it, on its way to become a contract. */
export interface Draft {
  readonly origin: ContractOrigin
  readonly version: DocumentVersion
  readonly document: Record<string, unknown>
  /** Its text, and those of what has been put into it. */
  readonly texts: string[]
  readonly origins: Origins
  /** What was found to be wrong on the way, and is served in spite of. */
  readonly warnings: Problem[]
}

/** Reads a text for its value, and keeps its places. Throws where it is neither YAML nor JSON. */
export function readText (text: string, file: string): ReadText {
  const reading = readDocument(text)
  if (reading.kind === 'unreadable') throw createInvalidDocument(reading.problems.map(problem => ({ file, ...problem })))
  return { file, text, value: reading.value, locate: createLocator(text) }
}

/** Begins a contract with a text. Throws where that is no OpenAPI document. */
export function createDraft (source: ReadText, origin: ContractOrigin): Draft {
  const { file, locate, value } = source
  const problems: Problem[] = []
  const version = documentVersion(value, (pointer, message) => problems.push({ file, place: locate(pointer), pointer, message }))
  if (version === undefined) throw createInvalidDocument(problems)
  // What has a version is an object.
  return { origin, version, document: value as Record<string, unknown>, texts: [source.text], origins: new Origins(source), warnings: [] }
}

/** Told of a file or a folder that is about to be read. */
export type OnRead = (path: string) => void

export interface FinishOptions {
  /**
   * Whether what `$ref`s of http(s) URLs lead to is fetched.
   * @default false
   */
  readonly allowRemoteRefs?: boolean | undefined
  /** Told of every file and folder that documents are read from, or looked for in vain: for whoever watches them. */
  readonly onRead?: OnRead | undefined
}
