import { parseBasePath, toBasePath } from './base-path.ts'
import type { DocumentVisitor } from './check-references.ts'
import { checkDocument } from './check-document.ts'
import type { Contract, OpenApiDocument } from './contract.ts'
import { createDraft, readText } from '../documents/draft.ts'
import type { ContractOrigin, Draft } from '../documents/draft.ts'
import { listWebhooks } from './list-callbacks.ts'
import { listOperations } from './list-operations.ts'
import { createInvalidDocument } from '../documents/problem.ts'

/** Reads an OpenAPI document, YAML or JSON, that is 3.1 or 3.2 and in one file. Throws one error that lists all that keeps it from being served. */
export function parseContract (text: string, origin: ContractOrigin): Contract {
  const draft = createDraft(readText(text, origin.file), origin)
  const { version } = draft
  if (version === '2.0' || version === '3.0') throw createInvalidDocument([{ file: origin.file, message: `is of version ${version}, and has to be upgraded first` }])
  return toContract(draft)
}

/** `x-standin`, and what it is mistaken for. */
const DECLARATION = /x-?stand-?in/i

/** Makes a contract of a document in the form of OpenAPI 3.1, which is mended in place where that is needed. */
export function toContract ({ document: value, origins, origin: { file, mount, name }, texts, warnings }: Draft, visitor?: DocumentVisitor): Contract {
  // As far as its version says; every part is looked at before it is used.
  const document = value as unknown as OpenApiDocument
  const warningAt: Contract['warningAt'] = (at, message) => {
    const { source, pointer } = origins.find(at)
    // Finding lines means reading the file again, which start-up must not wait for.
    return { severity: 'warning', file: source.file, pointer, message, get place () { return source.locate(pointer) } }
  }
  checkDocument(document, (pointer, message) => warnings.push(warningAt(pointer, message)), visitor)
  const place = { basePath: mount === undefined ? parseBasePath(document) : toBasePath(mount), isMounted: mount !== undefined }
  const source = { name, file, document, ...place, mentionsStandin: texts.some(text => DECLARATION.test(text)), warningAt, locate: (pointer: string) => origins.locate(pointer) }
  return { ...source, warnings, operations: listOperations(source), webhooks: listWebhooks(source) }
}
