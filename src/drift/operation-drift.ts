import type { OpenApiDocument, Operation, ResponseDefinition } from '../contract/contract.ts'
import { findResponse } from '../validation/response-validator.ts'
import type { DriftGroups } from './drift-groups.ts'
import type { Links } from './links.ts'
import { RequestDrift } from './request-drift.ts'
import { countUndocumentedStatus, ResponseDrift } from './response-drift.ts'
import type { SeenExchange } from './seen-exchange.ts'

/** Compares the exchanges of one operation with its contract, and remembers what was seen of that. */
export class OperationDrift {
  readonly operation: Operation
  readonly request: RequestDrift
  /** By the documented responses that were seen. */
  readonly responses = new Map<ResponseDefinition, ResponseDrift>()

  constructor (operation: Operation, document: OpenApiDocument) {
    this.operation = operation
    this.request = new RequestDrift(operation, document)
  }

  count (exchange: SeenExchange, groups: DriftGroups, links: Links): void {
    const { response } = exchange
    const definition = findResponse(this.operation, response.status)
    if (definition === undefined) {
      countUndocumentedStatus(this.operation, response, groups)
      links.addAll(response.body)
    } else {
      this.#responseOf(definition).count(response, groups, links)
    }
    // A request that was not accepted need not keep the contract.
    if (response.status < 400) this.request.count(exchange, groups)
  }

  #responseOf (definition: ResponseDefinition): ResponseDrift {
    const known = this.responses.get(definition)
    if (known !== undefined) return known
    const made = new ResponseDrift(this.operation, definition)
    this.responses.set(definition, made)
    return made
  }
}
