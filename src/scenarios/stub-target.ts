import type { Operation } from '../contract/contract.ts'
import { vocabularyOf } from '../simulation/language.ts'
import { RowFiles } from '../simulation/rows.ts'
import type { ResourceType, Scope } from '../simulation/scope.ts'
import type { ApiSimulation } from '../simulation/api-simulation.ts'
import { createResponseValidator } from '../validation/response-validator.ts'
import type { ResponseValidator } from '../validation/response-validator.ts'
import type { StubRoute } from '../worlds/stub-verbs.ts'
import { World } from '../worlds/world.ts'
import { BLANK_REQUEST } from '../simulation/blank-request.ts'
import { createScope } from '../simulation/scope.ts'
import type { Vocabulary } from '../simulation/vocabulary.ts'
import { routeOperation } from './route-operation.ts'

/** The target of a stub, with everything that the stub is compiled with. */
export interface StubTarget {
  /** The name that the stub is found by: `mews.addExport`, `mews.*`, `*`, `POST /oauth/token`. */
  readonly id: string
  /** The operations whose requests it may match; one that documents nothing for a route. */
  readonly operations: readonly Operation[]
  /** Whether it stands for all operations of an API, or for all. */
  readonly isWide: boolean
  /** The route outside every document. */
  readonly route?: StubRoute
  /** The folder of the fixtures, whose files replies may send. */
  readonly fixtures?: string | undefined
  /** The names that the templates of its stubs can use. */
  readonly vocabulary: Vocabulary
  /** The type of the resource that the operation creates. */
  readonly creates?: ResourceType | undefined
  /** The type of the single resource that the operation finds. */
  readonly finds?: ResourceType | undefined
  /** How replies are validated beforehand: only those of a single operation can be. */
  readonly replyCheck?: ReplyCheck
}

/** How the replies of one operation are validated before a request comes. */
export interface ReplyCheck {
  readonly validate: ResponseValidator
  /** Creates a request to test templates with, from the example of the document if it has one. */
  readonly sample: () => Scope
}

/** Creates the target of an operation's stubs. */
export function createStubTarget (
  operation: Operation,
  simulation: ApiSimulation | undefined
): StubTarget {
  const { creates, find } = simulation?.operations.get(operation.id) ?? {}
  const limits = simulation?.limits ?? new Map<string, never>()
  return {
    id: operation.id,
    operations: [operation],
    isWide: false,
    vocabulary: vocabularyOf(
      { limitNames: [...limits.keys()], operations: [operation] },
      { resource: find?.type }
    ),
    creates,
    finds: find?.type,
    replyCheck: {
      validate: createResponseValidator(operation),
      sample: () =>
        createScope(sampleRequest(operation), sampleWorld(), {
          limits,
          rowFiles: new RowFiles(undefined)
        })
    }
  }
}

/** Creates the target of the stubs for several operations, which are named together: `mews.*`. */
export function createWideTarget (id: string, operations: readonly Operation[]): StubTarget {
  return { id, operations, isWide: true, vocabulary: vocabularyOf({ limitNames: [], operations }) }
}

/** Creates the target of the stubs for a route outside every document. */
export function createRouteTarget (route: StubRoute): StubTarget {
  const operation = routeOperation(route)
  const vocabulary = vocabularyOf({ limitNames: [], operations: [operation] })
  return {
    id: operation.id,
    operations: [operation],
    isWide: false,
    route,
    vocabulary: { ...vocabulary, isOpen: true }
  }
}

function sampleRequest (operation: Operation): Scope['request'] {
  const [example] = operation.body?.content.flatMap(({ examples }) => examples) ?? []
  const { method, path: url } = operation
  return { ...BLANK_REQUEST, operation, method, url, body: example?.value }
}

function sampleWorld (): World {
  return new World('sample', {
    seed: 0,
    startsAt: 0,
    indexes: [],
    maxResources: 0,
    maxExchanges: 0
  })
}
