import type { Operation } from '../contract/contract.ts'
import { vocabularyOf } from '../simulation/language.ts'
import { RowFiles } from '../simulation/rows.ts'
import type { ResourceType, Scope } from '../simulation/scope.ts'
import type { ApiSimulation } from '../simulation/simulation.ts'
import { createResponseValidator } from '../validation/response-validator.ts'
import type { ResponseValidator } from '../validation/response-validator.ts'
import { World } from '../worlds/world.ts'
import { createScope } from '../simulation/scope.ts'
import type { Vocabulary } from '../simulation/vocabulary.ts'

/** An operation as stubs see it. */
export interface StubTarget {
  readonly operation: Operation
  /** What the templates of its stubs can speak of. */
  readonly vocabulary: Vocabulary
  /** The type of what it creates, and of the one resource that it finds. */
  readonly creates: ResourceType | undefined
  readonly finds: ResourceType | undefined
  readonly validate: ResponseValidator
  /** Makes a request to try templates with, of which only what the document has an example for is known. */
  readonly sample: () => Scope
}

/** Makes the stubs' view of an operation. */
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
