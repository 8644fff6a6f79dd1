import { parseBasePath, toBasePath } from './base-path.ts'
import type { DocumentVisitor } from './check-references.ts'
import { createMemberCheck } from './member-check.ts'
import { checkHeaders } from './check-headers.ts'
import { checkDocument } from './check-document.ts'
import type { Contract, ContractSource, OpenApiDocument } from './contract.ts'
import { createDraft, readText, warn, warningAt } from '../documents/draft.ts'
import type { ContractOrigin, Draft } from '../documents/draft.ts'
import { listWebhooks } from './list-callbacks.ts'
import { listOperations } from './list-operations.ts'
import type { WrittenAt } from '../documents/convert-enum.ts'
import { createInvalidDocument } from '../documents/problem.ts'
import { writtenScalar } from '../documents/written-scalar.ts'

/**
 * Parses an OpenAPI 3.1 or 3.2 document of one file, YAML or JSON.
 * Throws one `InvalidDocument` that lists all mistakes that keep it from being served.
 */
export function parseContract (text: string, origin: ContractOrigin): Contract {
  const draft = createDraft(readText(text, origin.file), origin)
  const { version } = draft
  if (version === '2.0' || version === '3.0') {
    const message = `has the version ${version}: expected OpenAPI 3.1 or 3.2; readContract upgrades older documents`
    throw createInvalidDocument([{ file: origin.file, message }])
  }
  return toContract(draft, { checkMembers: createMemberCheck(version, warn(draft)) })
}

/** Matches `x-standin`, and misspellings of it. */
const DECLARATION = /x-?stand-?in/i

/** Converts a draft to a contract. Its document is OpenAPI 3.1, or `visitor` upgrades it; it is repaired in place. */
export function toContract (draft: Draft, visitor?: DocumentVisitor): Contract {
  const { origins, origin: { file, mount, name }, texts, warnings } = draft
  // Only its version has been checked; every part is checked before it is used.
  const document = draft.document as unknown as OpenApiDocument
  const writtenAt: WrittenAt = (value, at) => {
    const { source, pointer } = origins.find(at)
    return writtenScalar(value, source, pointer)
  }
  const report = warn(draft)
  checkDocument(document, report, { writtenAt, ...visitor })
  const source: ContractSource = {
    name,
    file,
    document,
    basePath: mount === undefined ? parseBasePath(document) : toBasePath(mount),
    isMounted: mount !== undefined,
    mentionsStandin: texts.some(text => DECLARATION.test(text)),
    warningAt: (pointer, message) => warningAt(draft, pointer, message),
    writtenIn: draft.version,
    sourceOf: pointer => {
      const { source, pointer: at } = origins.find(pointer)
      return { file: source.file, pointer: at }
    },
    locate: pointer => origins.locate(pointer)
  }
  const operations = listOperations(source)
  checkHeaders(operations, report)
  return { ...source, warnings, operations, webhooks: listWebhooks(source) }
}
