import type { Operation } from '../contract/contract.ts'
import { vocabularyOf } from '../simulation/language.ts'
import { RowFiles } from '../simulation/rows.ts'
import type { ResourceType, Scope } from '../simulation/scope.ts'
import type { ApiSimulation } from '../simulation/api-simulation.ts'
import { createResponseValidator } from '../validation/response-validator.ts'
import type { ResponseValidator } from '../validation/response-validator.ts'
import { World } from '../worlds/world.ts'
import { createScope } from '../simulation/scope.ts'
import type { Vocabulary } from '../simulation/vocabulary.ts'

/** An operation with everything that its stubs are compiled with. */
export interface StubTarget {
  readonly operation: Operation
  /** The names that the templates of its stubs can use. */
  readonly vocabulary: Vocabulary
  /** The type of the resource that it creates. */
  readonly creates: ResourceType | undefined
  /** The type of the single resource that it finds. */
  readonly finds: ResourceType | undefined
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
    operation,
    vocabulary: vocabularyOf(
      { limitNames: [...limits.keys()], operations: [operation] },
      { resource: find?.type }
    ),
    creates,
    finds: find?.type,
    validate: createResponseValidator(operation),
    sample: () =>
      createScope(sampleRequest(operation), sampleWorld(), {
        limits,
        rowFiles: new RowFiles(undefined)
      })
  }
}

function sampleRequest (operation: Operation): Scope['request'] {
  const [example] = operation.body?.content.flatMap(({ examples }) => examples) ?? []
  return {
    operation,
    method: operation.method,
    url: operation.path,
    baseUrl: 'http://127.0.0.1',
    serverUrl: 'http://127.0.0.1',
    serverPath: '',
    receivedAt: 0,
    path: {},
    query: {},
    headers: {},
    cookies: {},
    body: example?.value
  }
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
