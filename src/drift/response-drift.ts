import type { MediaType, Operation, ResponseDefinition } from '../contract/contract.ts'
import { shortJson } from '../schemas/short-json.ts'
import type { BodyComparison } from './body-comparison.ts'
import { comparisonOf, countMembers, createBodies } from './body-drift.ts'
import type { MessageOwner } from './body-drift.ts'
import type { DriftGroups } from './drift-groups.ts'
import { isToldHeader } from './is-told-header.ts'
import type { Links } from './links.ts'
import type { SeenMessage } from './seen-exchange.ts'
import { SeenResponse } from './seen-operation.ts'
import { textValue } from './text-value.ts'
import { countViolations } from './violation-drift.ts'

/** Compares the responses of one documented status with what is documented. */
export class ResponseDrift {
  readonly bodies: ReadonlyMap<MediaType, BodyComparison>
  readonly #owner: MessageOwner & { readonly response: ResponseDefinition }
  readonly #headers: ReadonlySet<string>

  constructor (operation: Operation, response: ResponseDefinition) {
    this.#owner = { operation, side: 'response', pointer: response.pointer, response }
    this.bodies = createBodies(response.content)
    this.#headers = new Set(response.headers.map(({ name }) => name))
  }

  count (message: SeenMessage, groups: DriftGroups, links: Links): void {
    const context = { owner: this.#owner, comparison: comparisonOf(this.bodies, message), groups }
    if (message.violations.length > 0) countViolations(message, context)
    this.#countHeaders(message, groups)
    if (context.comparison === undefined) links.addAll(message.body)
    else countMembers(message.body, context, links)
  }

  #countHeaders ({ headers }: SeenMessage, groups: DriftGroups): void {
    const { operation, pointer, response } = this.#owner
    for (const [name, value] of Object.entries(headers)) {
      if (this.#headers.has(name) || value === undefined || !isToldHeader(name)) continue
      const group = groups.count('undocumented-header', `response ${response.status} ${name}`, {
        shown: shortJson(String(value), name),
        describe: () => ({
          api: operation.api,
          operation,
          side: 'response',
          where: `response ${response.status} header ${name}`,
          expected: 'is not documented',
          pointer,
          subject: { of: 'header', response, name }
        })
      })
      group?.seen.add(textValue(String(value)))
    }
  }
}

/** Counts a status that its operation does not document. */
export function countUndocumentedStatus (
  operation: Operation,
  message: SeenMessage & { readonly status: number },
  groups: DriftGroups
): void {
  const { api, pointer, responses } = operation
  const { status } = message
  const group = groups.count('undocumented-status', String(status), {
    describe: () => ({
      api,
      operation,
      side: 'response',
      where: `status ${status}`,
      expected: `is not documented (documented: ${responses.map(response => response.status).join(', ') || 'none'})`,
      pointer: `${pointer}/responses`,
      subject: { of: 'status', operation, status, seen: new SeenResponse() }
    })
  })
  if (group?.subject.of === 'status') group.subject.seen.add(message)
}
