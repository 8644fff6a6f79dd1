import { checkDocument } from './check-document.ts'
import type { Contract, OpenApiDocument } from './contract.ts'
import { documentVersion } from './document-version.ts'
import { listOperations } from './list-operations.ts'
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
}

/** Reads an OpenAPI document, YAML or JSON, that is 3.1 or 3.2 and in one file. Throws one error that lists all that keeps it from being served. */
export function parseContract (text: string, origin: ContractOrigin): Contract {
  const { value, ...source } = readText(text, origin.file)
  const version = versionOf(value, source)
  if (version === '2.0' || version === '3.0') throw createInvalidDocument([{ file: origin.file, message: `is of version ${version}, and has to be upgraded first` }])
  return toContract(value, new Origins(source), origin)
}

/** Reads a text for its value, and keeps its places. Throws where it is neither YAML nor JSON. */
export function readText (text: string, file: string): SourceText & { readonly value: unknown } {
  const reading = readDocument(text)
  if (reading.kind === 'unreadable') throw createInvalidDocument(reading.problems.map(problem => ({ file, ...problem })))
  return { file, value: reading.value, locate: createLocator(text) }
}

/** The version of OpenAPI that a document is of. Throws where it is no such document. */
export function versionOf (value: unknown, { file, locate }: SourceText): NonNullable<ReturnType<typeof documentVersion>> {
  const problems: Problem[] = []
  const version = documentVersion(value, (pointer, message) => problems.push({ file, place: locate(pointer), pointer, message }))
  if (version === undefined) throw createInvalidDocument(problems)
  return version
}

/** Makes a contract of a document in the form of OpenAPI 3.1, which is mended in place where that is needed. */
export function toContract (value: unknown, origins: Origins, { file, name }: ContractOrigin): Contract {
  const document = value as OpenApiDocument  // as far as its version says; every part is looked at before it is used
  const warningAt: Contract['warningAt'] = (at, message) => {
    const { source, pointer } = origins.find(at)
    // Finding lines means reading the file again, which start-up must not wait for.
    return { severity: 'warning', file: source.file, pointer, message, get place () { return source.locate(pointer) } }
  }
  const warnings: Problem[] = []
  checkDocument(document, (pointer, message) => warnings.push(warningAt(pointer, message)))
  const source = { name, file, document, warningAt, locate: (pointer: string) => origins.locate(pointer) }
  return { ...source, warnings, operations: listOperations(source) }
}
