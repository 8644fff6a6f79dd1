import type { MediaType, Operation } from '../contract/contract.ts'
import type { OpenApiDocument } from '../contract/contract.ts'
import { isObject } from '../documents/is-object.ts'
import { resolveRef } from '../documents/resolve-ref.ts'
import { shortJson } from '../schemas/short-json.ts'
import { MASK } from '../schemas/mask-text.ts'
import type { BodyComparison } from './body-comparison.ts'
import { comparisonOf, countMembers, createBodies } from './body-drift.ts'
import type { MessageOwner } from './body-drift.ts'
import { createQueryTest } from './declared-query.ts'
import type { DriftGroups } from './drift-groups.ts'
import { isToldHeader } from './is-told-header.ts'
import type { SeenExchange } from './seen-exchange.ts'
import { textValue } from './text-value.ts'
import { countViolations } from './violation-drift.ts'

/** Compares the requests that a service accepts with what their operation documents. */
export class RequestDrift {
  readonly bodies: ReadonlyMap<MediaType, BodyComparison>
  readonly #owner: MessageOwner
  readonly #headers: ReadonlySet<string>
  readonly #isDocumentedQuery: (name: string) => boolean

  constructor (operation: Operation, document: OpenApiDocument) {
    this.#owner = { operation, side: 'request', pointer: bodyPointer(operation, document) }
    this.bodies = createBodies(operation.body?.content ?? [])
    const headers = operation.parameters.filter(parameter => parameter.in === 'header')
    this.#headers = new Set([...headers.map(({ name }) => name.toLowerCase()), ...operation.credentials.headers])
    this.#isDocumentedQuery = createQueryTest(operation)
  }

  count ({ request, url }: SeenExchange, groups: DriftGroups): void {
    const context = { owner: this.#owner, comparison: comparisonOf(this.bodies, request), groups }
    if (request.violations.length > 0) countViolations(request, context)
    const { operation } = this.#owner
    for (const [name, value] of Object.entries(request.headers)) {
      if (value === undefined || this.#headers.has(name) || !isToldHeader(name)) continue
      this.#countParameter('header', name, String(value), groups)
    }
    const start = url.indexOf('?')
    if (start !== -1) {
      for (const [name, value] of new URLSearchParams(url.slice(start + 1))) {
        if (!this.#isDocumentedQuery(name)) this.#countParameter('query', name, value, groups)
      }
    }
    if (operation.body !== undefined) countMembers(request.body, context)
  }

  #countParameter (place: 'header' | 'query', name: string, value: string, groups: DriftGroups): void {
    const { operation } = this.#owner
    const kind = place === 'header' ? 'undocumented-header' : 'undocumented-parameter'
    const group = groups.count(kind, `request ${name}`, {
      shown: operation.credentials.query.has(name) ? MASK : shortJson(value, name),
      describe: () => ({
        api: operation.api,
        operation,
        side: 'request',
        where: place === 'header' ? `request header ${name}` : `query parameter ${name}`,
        expected: 'is not documented',
        pointer: operation.pointer,
        subject: { of: 'parameter', operation, place, name }
      })
    })
    group?.seen.add(textValue(value))
  }
}

/** Returns the JSON pointer of the request body of an operation, which may be defined elsewhere. */
function bodyPointer ({ definition, pointer }: Operation, document: OpenApiDocument): string {
  const at = `${pointer}/requestBody`
  const { requestBody } = definition
  return isObject(requestBody) ? resolveRef(document, requestBody, at)?.pointer ?? at : at
}
